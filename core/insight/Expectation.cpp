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

void predict(const StepEngine& engine, StepEngine::State& state, const Truth& truth, std::span<float> play,
             std::span<float> articulate, std::span<float> surprise) {
    Cell below = 0;
    for (std::size_t i = 0; i < play.size(); ++i) {
        const StepEngine::Logits logits = engine.next(state, below);
        const bool played = !truth.previous.empty() && (truth.previous[i] & playBit) != 0;
        const bool choice = played && engine.config().articulation;
        const DrawRule plain;
        play[i] = static_cast<float>(plain.play(logits.play));
        articulate[i] = choice ? static_cast<float>(plain.articulate(logits.articulate)) : played ? 0.0F : 1.0F;
        if (truth.row.empty()) {
            surprise[i] = 0.0F;
            below = drawnCell(logits, plain, {0.5, 0.5}, played, engine.config().articulation);
            continue;
        }
        below = truth.row[i];
        const bool plays = (below & playBit) != 0;
        double sum = -logSigmoid(plays ? logits.play : -logits.play);
        if (plays && choice) sum -= logSigmoid((below & articulateBit) != 0 ? logits.articulate : -logits.articulate);
        surprise[i] = static_cast<float>(sum);
    }
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

Expectation expectationOf(Trail& trail, const Task& task, const ExpectationGrew& grew) {
    const PianoRoll& roll = trail.roll();
    const auto pitches = static_cast<std::size_t>(roll.pitches());
    Expectation result;
    result.range = roll.range();
    for (auto* values : {&result.play, &result.articulate, &result.nats}) values->reserve(roll.cells().size());
    int told = 0;
    const auto tell = [&] {
        if (grew && result.steps > told) grew(told, result);
        told = result.steps;
    };
    trail.walk(0, roll.steps(), task, [&](int step, StepEngine::State& state) {
        const std::size_t at = result.play.size();
        for (auto* values : {&result.play, &result.articulate, &result.nats}) values->resize(at + pitches);
        predict(trail.engine(), state, truthOf(roll, step), std::span(result.play).subspan(at),
                std::span(result.articulate).subspan(at), std::span(result.nats).subspan(at));
        ++result.steps;
        if (roll.stepInBar(step + 1) == 0) tell();
        task.report(static_cast<std::uint64_t>(result.steps), static_cast<std::uint64_t>(roll.steps()));
    });
    tell();
    return result;
}

StepExpectation stepExpectation(Trail& trail, const PianoRoll& changed, int firstChange, int step, const Task& task) {
    const PianoRoll roll = changed.inRange(trail.roll().range());
    std::optional<StepEngine::State> state = trail.before(step, roll, firstChange, task);
    StepExpectation result;
    if (!state) return result;
    for (auto* values : {&result.play, &result.articulate, &result.nats})
        values->resize(static_cast<std::size_t>(roll.pitches()));
    predict(trail.engine(), *state, truthOf(roll, step), result.play, result.articulate, result.nats);
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
