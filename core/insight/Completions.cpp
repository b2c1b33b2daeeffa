// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Completions.h"

#include "core/learning/DrawRule.h"

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

struct Hypothesis {
    std::vector<StepEngine::LayerState> note;  ///< of the note axis
    NoteFeatures below;                        ///< and what it reads
    Completion completion;
};

/// A hypothesis and the cell it may go on with.
struct Candidate {
    std::size_t parent = 0;
    Cell cell = 0;
    double logProbability = 0.0;
};

}  // namespace

std::vector<Completion> likeliestCompletions(InferenceCache& cache, int step, int fromPitch, std::size_t count,
                                             std::size_t beam, const Task& task) {
    const StepEngine& engine = cache.engine();
    const PianoRoll& roll = cache.roll();
    std::optional<StepEngine::State> state = cache.before(step, task);
    if (!state) return {};
    fromPitch = std::clamp(fromPitch, roll.range().lowest, roll.range().highest);
    Cell below = 0;
    for (int pitch = roll.range().lowest; pitch < fromPitch; ++pitch) {
        engine.next(*state, below);
        below = roll.at(step, pitch);
    }

    std::vector<Hypothesis> hypotheses{{state->note, state->below, {}}};
    const auto playedBefore = [&](int pitch) { return step > 0 && roll.plays(step - 1, pitch); };
    for (int pitch = fromPitch; pitch <= roll.range().highest; ++pitch) {
        if (task.stopped()) return {};
        std::vector<Candidate> candidates;
        const std::size_t pitchIndex = state->pitchIndex;
        for (std::size_t i = 0; i < hypotheses.size(); ++i) {
            Hypothesis& hypothesis = hypotheses[i];
            std::swap(state->note, hypothesis.note);
            std::swap(state->below, hypothesis.below);
            state->pitchIndex = pitchIndex;
            const auto& cells = hypothesis.completion.cells;
            const StepEngine::Logits logits = engine.next(*state, cells.empty() ? below : cells.back());
            std::swap(state->note, hypothesis.note);
            std::swap(state->below, hypothesis.below);
            const double before = hypothesis.completion.logProbability;
            const double plays = before + logSigmoid(logits.play);
            candidates.push_back({i, 0, before + logSigmoid(-logits.play)});
            if (!playedBefore(pitch)) {
                candidates.push_back({i, playBit | articulateBit, plays});
            } else if (!engine.config().articulation) {
                candidates.push_back({i, playBit, plays});
            } else {
                candidates.push_back({i, playBit | articulateBit, plays + logSigmoid(logits.articulate)});
                candidates.push_back({i, playBit, plays + logSigmoid(-logits.articulate)});
            }
        }
        std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::logProbability);
        if (candidates.size() > beam) candidates.resize(beam);
        std::vector<Hypothesis> next;
        next.reserve(candidates.size());
        for (const Candidate& candidate : candidates) {
            next.push_back(hypotheses[candidate.parent]);
            next.back().completion.cells.push_back(candidate.cell);
            next.back().completion.logProbability = candidate.logProbability;
        }
        hypotheses = std::move(next);
    }
    std::vector<Completion> result;
    for (Hypothesis& hypothesis : hypotheses) {
        if (result.size() == count) break;
        result.push_back(std::move(hypothesis.completion));
    }
    return result;
}

}  // namespace ricercar
