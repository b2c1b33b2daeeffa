#include "core/learning/Evaluator.h"

#include <array>
#include <cmath>

namespace ricercar {

double unigramNatsPerStep(std::span<const PianoRoll> train, std::span<const PianoRoll> test) {
    std::array<std::int64_t, 128> counts{};
    std::int64_t frames = 0;
    for (const PianoRoll& roll : train)
        for (int step = 0; step < roll.steps(); ++step, ++frames)
            for (int pitch = pianoRange.lowest; pitch <= pianoRange.highest; ++pitch)
                counts[static_cast<std::size_t>(pitch)] += roll.plays(step, pitch) ? 1 : 0;

    double nats = 0;
    std::int64_t tested = 0;
    for (const PianoRoll& roll : test)
        for (int step = 0; step < roll.steps(); ++step, ++tested)
            for (int pitch = pianoRange.lowest; pitch <= pianoRange.highest; ++pitch) {
                const double p =
                    (static_cast<double>(counts[static_cast<std::size_t>(pitch)]) + 0.5) / (static_cast<double>(frames) + 1.0);
                nats -= std::log(roll.plays(step, pitch) ? p : 1.0 - p);
            }
    return tested > 0 ? nats / static_cast<double>(tested) : 0.0;
}

}  // namespace ricercar
