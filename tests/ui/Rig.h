// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "tests/support/TestData.h"
#include "tests/ui/SmallRun.h"
#include "ui/services/AppServices.h"
#include "ui/words/Words.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace ricercar::test {

/// Everything behind the window, over a workspace in a temporary folder, without a synthesizer.
class Rig {
public:
    Rig() {
        QStandardPaths::setTestModeEnabled(true);
        services = std::make_unique<AppServices>(Playback::Options{false});
        QObject::connect(&services->changes, &Changes::failed, &services->changes,
                         [](const Message& problem) { qWarning() << text(problem); });
        services->store.open(toPath(path(QStringLiteral("test.ricercar-db"))));
        (void)QTest::qWaitFor([this] { return services->store.isOpen(); }, 20'000);
    }

    [[nodiscard]] QString path(const QString& name) const { return folder_.filePath(name); }
    [[nodiscard]] bool idle() const {
        return QTest::qWaitFor([this] { return services->changes.idle() && services->jobs.idle(); }, 60'000);
    }
    /// As one step that can be undone.
    bool import(int count, int steps = 64) {
        QDir().mkpath(path(QStringLiteral("pieces")));
        for (int i = 0; i < count; ++i) {
            const PianoRoll roll = randomRoll(static_cast<std::uint64_t>(i + 1), steps, {48, 84}, 2.0);
            writeFile(toPath(path(QStringLiteral("pieces/%1.mid").arg(i))), writeMidi(toScore(roll, 100.0)));
        }
        services->importing.start({toPath(path(QStringLiteral("pieces")))});
        const auto there = [&] { return static_cast<int>(services->store.pieces().size()) == count; };
        return QTest::qWaitFor([&] { return !services->importing.running() && there(); }, 60'000) && idle();
    }
    /// A tiny run to its end; 0: it failed.
    std::int64_t train(std::int64_t steps = 3) {
        const std::int64_t run = trainSmall(*services, steps);
        return idle() ? run : 0;
    }
    /// Two bars from the model that ships, written or not; 0: none came.
    std::int64_t generate() {
        TakeRequest request;
        request.checkpoint = services->store.checkpoints().back().path;
        request.bars = 2;
        request.settings.seed = ++seed_;
        request.settings.temperature = 1.35;
        const auto before = services->store.takes().size();
        services->generation.start(request, QStringLiteral("take"));
        const auto made = [&] { return !services->generation.running() && services->store.takes().size() > before; };
        return QTest::qWaitFor(made, 60'000) && idle() ? services->store.takes().back().id : 0;
    }

private:
    QTemporaryDir folder_;
    std::uint64_t seed_ = 10;

public:
    std::unique_ptr<AppServices> services;
};

}  // namespace ricercar::test
