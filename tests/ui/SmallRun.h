// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/AppServices.h"

#include <QtTest>

#include <algorithm>

namespace ricercar::test {

/// Trains a tiny run to its end and waits until its checkpoint is listed; 0: it failed.
inline std::int64_t trainSmall(AppServices& services, std::int64_t steps, FeatureLayout layout = FeatureLayout::Seed) {
    TrainConfig config = presetConfig("small");
    config.model.layout = layout;
    config.model.timeHidden = {8};
    config.model.noteHidden = {6};
    config.window = 16;
    config.batch = 1;
    config.steps = steps;
    config.threads = 1;
    QSignalSpy finished(&services.training, &Training::finished);
    services.training.start(config);
    if (!finished.wait(120'000)) return 0;
    const auto run = finished.front().front().toLongLong();
    const auto listed = [&] {
        const auto& choices = services.store.checkpoints();
        return std::any_of(choices.begin(), choices.end(), [run](const auto& choice) { return choice.run == run; });
    };
    return QTest::qWaitFor(listed, 20'000) ? run : 0;
}

}  // namespace ricercar::test
