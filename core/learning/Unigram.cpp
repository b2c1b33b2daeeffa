// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Evaluator.h"

#include <array>
#include <cmath>

namespace ricercar {
namespace {

struct Counts {
    double played = 0, frames = 0;
};
constexpr auto keys = static_cast<std::size_t>(pianoRange.highest - pianoRange.lowest + 1);

/// Nats per frame of independent keys, each with (count + 0.5) / (frames + 1) of train; apart by the key's state in the frame
/// before where `contextual`.
double keyNats(std::span<const PianoRoll> train, std::span<const PianoRoll> test, bool contextual) {
    std::array<std::array<Counts, 2>, keys> counts{};
    const auto eachCell = [&](std::span<const PianoRoll> rolls, auto&& visit) {
        for (const PianoRoll& roll : rolls)
            for (int step = 0; step < roll.steps(); ++step)
                for (std::size_t key = 0; key < keys; ++key) {
                    const int pitch = pianoRange.lowest + static_cast<int>(key);
                    const bool before = contextual && roll.plays(step - 1, pitch);
                    visit(counts[key][before ? 1 : 0], roll.plays(step, pitch));
                }
    };
    eachCell(train, [](Counts& key, bool plays) {
        key.frames += 1;
        key.played += plays ? 1 : 0;
    });
    double nats = 0;
    eachCell(test, [&](const Counts& key, bool plays) {
        const double p = (key.played + 0.5) / (key.frames + 1.0);
        nats -= std::log(plays ? p : 1.0 - p);
    });
    double frames = 0;
    for (const PianoRoll& roll : test) frames += roll.steps();
    return frames > 0 ? nats / frames : 0.0;
}

}  // namespace

double unigramNatsPerStep(std::span<const PianoRoll> train, std::span<const PianoRoll> test) {
    return keyNats(train, test, false);
}

double bigramNatsPerStep(std::span<const PianoRoll> train, std::span<const PianoRoll> test) {
    return keyNats(train, test, true);
}

}  // namespace ricercar
