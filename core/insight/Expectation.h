// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/insight/InferenceCache.h"

#include <functional>
#include <span>
#include <vector>

namespace ricercar {

/// What a model expects of the cells of one step, each given all before the step and the true cells below; lowest pitch first.
struct StepExpectation {
    std::vector<float> play;        ///< P(play)
    std::vector<float> articulate;  ///< P(articulate), given that it plays; 1 where a note can only be struck
    std::vector<float> nats;        ///< -ln p of the true cell; 0 where there is none
};

/// The same for all steps of a roll, [step][pitch].
struct Expectation {
    PitchRange range{};
    int steps = 0;  ///< that are there: fewer when stopped
    std::vector<float> play, articulate, nats;

    /// Step and pitch have to be inside.
    [[nodiscard]] std::size_t index(int step, int pitch) const {
        return static_cast<std::size_t>(step) * static_cast<std::size_t>(range.size()) +
               static_cast<std::size_t>(pitch - range.lowest);
    }
    [[nodiscard]] double natsOf(int step) const;
    /// Mean over the steps first .. end-1.
    [[nodiscard]] double natsPerStep(int first, int end) const;
};

/// Steps that were just computed, from this one on.
using ExpectationGrew = std::function<void(int firstStep, const Expectation& soFar)>;

/// One pass over the piece, on up to `threads` threads, 0: all cores; the same figures on any number. `grew` is called once a
/// bar, on this thread.
Expectation expectationOf(InferenceCache& cache, const Task& task = {}, const ExpectationGrew& grew = {}, int threads = 0);

/// Of one step of a piece that was changed from `firstChange` on; the step may be the one after its last. Empty when stopped.
StepExpectation stepExpectation(InferenceCache& cache, const PianoRoll& changed, int firstChange, int step,
                                const Task& task = {});

/// A note that was expected least where it begins, or one that was all but there.
struct NotedCell {
    int step = 0;
    int pitch = 0;
    double value = 0.0;  ///< nats, or P(play)
};
/// Attacks of the roll by surprise, most first.
std::vector<NotedCell> surprisingNotes(const Expectation& expectation, const PianoRoll& roll, std::size_t count);
/// Silent cells with P(play) of at least `least` in which a note would begin.
std::vector<NotedCell> nearMisses(const Expectation& expectation, const PianoRoll& roll, double least = 0.25);

}  // namespace ricercar
