// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/Expectation.h"

#include "core/learning/DrawRule.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace ricercar {
namespace {

/// What of a step is true: its cells, where there is one, and the cells before it.
struct Truth {
    std::span<const Cell> row;       ///< empty: the step is still to come; the cells below are then the likelier ones
    std::span<const Cell> previous;  ///< empty: silence
};

/// Where the figures of a step go.
struct StepFigures {
    std::span<float> play, articulate, nats;
};

/// The figures of pitch `i`, counted from the lowest; the cell that the pitch above is to be told.
Cell judge(const StepEngine::Logits& logits, bool articulation, const Truth& truth, std::size_t i, const StepFigures& figures) {
    const bool played = !truth.previous.empty() && (truth.previous[i] & playBit) != 0;
    const bool choice = played && articulation;
    const DrawRule plain;
    figures.play[i] = static_cast<float>(plain.play(logits.play, false));
    figures.articulate[i] = choice ? static_cast<float>(plain.articulate(logits.articulate)) : played ? 0.0F : 1.0F;
    if (truth.row.empty()) {
        figures.nats[i] = 0.0F;
        return drawnCell(logits, plain, {0.5, 0.5}, {played, false, articulation});
    }
    const Cell cell = truth.row[i];
    const bool plays = (cell & playBit) != 0;
    double sum = -logSigmoid(plays ? logits.play : -logits.play);
    if (plays && choice) sum -= logSigmoid((cell & articulateBit) != 0 ? logits.articulate : -logits.articulate);
    figures.nats[i] = static_cast<float>(sum);
    return cell;
}

Truth truthOf(const PianoRoll& roll, int step) {
    return {step < roll.steps() ? roll.row(step) : std::span<const Cell>(),
            step > 0 ? roll.row(step - 1) : std::span<const Cell>()};
}

bool begins(const PianoRoll& roll, int step, int pitch) { return step == 0 || !roll.plays(step - 1, pitch); }

}  // namespace

double Expectation::natsOf(int step) const {
    const auto first = nats.begin() + static_cast<std::ptrdiff_t>(index(step, range.lowest));
    return std::accumulate(first, first + range.size(), 0.0);
}

double Expectation::natsPerStep(int first, int end) const {
    double sum = 0.0;
    for (int step = first; step < end; ++step) sum += natsOf(step);
    return end > first ? sum / (end - first) : 0.0;
}

Expectation expectationOf(InferenceCache& cache, const Task& task, const ExpectationGrew& grew, int threads) {
    const PianoRoll& roll = cache.roll();
    const bool articulation = cache.engine().config().articulation;
    const auto pitches = static_cast<std::size_t>(roll.pitches());
    Expectation result;
    result.range = roll.range();
    for (auto* values : {&result.play, &result.articulate, &result.nats}) values->reserve(roll.cells().size());
    int told = 0;
    const auto tell = [&] {
        if (grew && result.steps > told) grew(told, result);
        told = result.steps;
    };
    cache.read(threads, task, [&](int first, std::span<const StepEngine::Logits> logits) {
        const int end = first + static_cast<int>(logits.size() / pitches);
        for (int step = first; step < end && !task.stopped(); ++step) {
            const std::size_t at = result.play.size();
            for (auto* values : {&result.play, &result.articulate, &result.nats}) values->resize(at + pitches);
            const auto own = [&](std::vector<float>& values) { return std::span(values).subspan(at); };
            const StepFigures figures{own(result.play), own(result.articulate), own(result.nats)};
            const auto ofStep = logits.subspan(static_cast<std::size_t>(step - first) * pitches, pitches);
            for (std::size_t i = 0; i < pitches; ++i) judge(ofStep[i], articulation, truthOf(roll, step), i, figures);
            ++result.steps;
            if (roll.stepInBar(step + 1) == 0) tell();
            task.report(static_cast<std::uint64_t>(result.steps), static_cast<std::uint64_t>(roll.steps()));
        }
    });
    tell();
    return result;
}

StepExpectation stepExpectation(InferenceCache& cache, const PianoRoll& changed, int firstChange, int step, const Task& task) {
    const PianoRoll roll = changed.inRange(cache.roll().range());
    std::optional<StepEngine::State> state = cache.before(step, roll, firstChange, task);
    StepExpectation result;
    if (!state) return result;
    for (auto* values : {&result.play, &result.articulate, &result.nats})
        values->resize(static_cast<std::size_t>(roll.pitches()));
    const StepFigures figures{result.play, result.articulate, result.nats};
    Cell below = 0;
    for (std::size_t i = 0; i < result.play.size(); ++i)
        below =
            judge(cache.engine().next(*state, below), cache.engine().config().articulation, truthOf(roll, step), i, figures);
    return result;
}

std::vector<NotedCell> surprisingNotes(const Expectation& expectation, const PianoRoll& roll, std::size_t count) {
    std::vector<NotedCell> notes;
    for (int step = 0; step < std::min(expectation.steps, roll.steps()); ++step)
        for (int pitch = expectation.range.lowest; pitch <= expectation.range.highest; ++pitch)
            if (roll.articulates(step, pitch))
                notes.push_back({step, pitch, static_cast<double>(expectation.nats[expectation.index(step, pitch)])});
    std::ranges::stable_sort(notes, std::greater<>(), &NotedCell::value);
    if (notes.size() > count) notes.resize(count);
    return notes;
}

std::vector<NotedCell> nearMisses(const Expectation& expectation, const PianoRoll& roll, double least) {
    std::vector<NotedCell> cells;
    for (int step = 0; step < std::min(expectation.steps, roll.steps()); ++step)
        for (int pitch = expectation.range.lowest; pitch <= expectation.range.highest; ++pitch) {
            const double play = static_cast<double>(expectation.play[expectation.index(step, pitch)]);
            if (play >= least && !roll.plays(step, pitch) && begins(roll, step, pitch)) cells.push_back({step, pitch, play});
        }
    return cells;
}

}  // namespace ricercar
