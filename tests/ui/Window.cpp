// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"

#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/sound/Synthesizer.h"
#include "tests/support/TestData.h"
#include "tests/ui/SmallRun.h"
#include "ui/words/Words.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QStandardPaths>

namespace ricercar::test {

Window::Window() {
    prepareSoundLibraries();  // sets a variable of the environment, which other threads then read
    QStandardPaths::setTestModeEnabled(true);
    settings = std::make_unique<QSettings>(path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    services = std::make_unique<AppServices>(Playback::Options{false});
    window = std::make_unique<MainWindow>(*services, *settings);
    window->resize(1366, 768);  // that it is designed for, whatever screen there is
    window->resetLayout();
    services->store.open(toPath(path(QStringLiteral("test.ricercar-db"))));
    window->show();
    // the first look at the file as well, which reads the lists again
    (void)QTest::qWaitFor([this] { return services->store.isOpen() && services->jobs.idle(); }, 20'000);
}

Window::~Window() = default;

void Window::drop(QWidget* on, const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    const QPoint at = on->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(on, &enter);
    if (!enter.isAccepted()) return;
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(on, &drop);
}

QString Window::writePieces(int count, int steps) const {
    const QString folder = path(QStringLiteral("pieces"));
    QDir().mkpath(folder);
    for (int i = 0; i < count; ++i) {
        const PianoRoll roll = randomRoll(static_cast<std::uint64_t>(i + 1), steps, {48, 84}, 2.0);
        writeFile(toPath(folder + QStringLiteral("/piece %1.mid").arg(i + 1)), writeMidi(toScore(roll, 100.0)));
    }
    return folder;
}

bool Window::importPieces(int count, int steps) {
    QSignalSpy finished(&services->importing, &Importing::finished);
    services->importing.start({toPath(writePieces(count, steps))});
    const auto there = [&] { return static_cast<int>(services->store.pieces().size()) == count && services->changes.idle(); };
    if (!finished.wait(60'000) || !QTest::qWaitFor(there, 10'000)) return false;
    services->changes.stack().clear();
    return true;
}

std::int64_t Window::train(std::int64_t steps, FeatureLayout layout) { return trainSmall(*services, steps, layout); }

}  // namespace ricercar::test
