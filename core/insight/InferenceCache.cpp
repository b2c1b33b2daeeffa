// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/InferenceCache.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace ricercar {
namespace {

constexpr int leastStride = 32;
constexpr int mostKept = 64;
constexpr int readTogether = 32;

/// Moves a state that stands before `step` past it.
void pass(const StepEngine& engine, StepEngine::State& state, const PianoRoll& roll, int step) {
    engine.advance(state, roll.row(step), roll.stepInBar(step));
}

}  // namespace

InferenceCache::InferenceCache(std::shared_ptr<const StepEngine> engine, const PianoRoll& roll)
    : engine_(std::move(engine)),
      roll_(roll.inRange(engine_->config().range)),
      stride_(std::max(leastStride, roll.steps() / mostKept + 1)) {}

void InferenceCache::keep(int step, const StepEngine::State& state) {
    if (step % stride_ != 0) return;
    const std::lock_guard lock(mutex_);
    kept_.try_emplace(step, state);
}

StepEngine::State InferenceCache::start(const PianoRoll& roll) const {
    StepEngine::State state = engine_->start(roll.barSteps());
    engine_->advance(state, std::vector<Cell>(static_cast<std::size_t>(roll.pitches()), 0), roll.stepInBar(-1));
    return state;
}

std::pair<int, StepEngine::State> InferenceCache::nearest(int step) {
    {
        const std::lock_guard lock(mutex_);
        const auto after = kept_.upper_bound(step);
        if (after != kept_.begin()) return *std::prev(after);
    }
    StepEngine::State state = start(roll_);
    keep(0, state);
    return {0, std::move(state)};
}

std::optional<StepEngine::State> InferenceCache::before(int step, const Task& task) { return before(step, roll_, step, task); }

std::optional<StepEngine::State> InferenceCache::before(int step, const PianoRoll& changed, int firstChange, const Task& task) {
    const PianoRoll ranged = &changed == &roll_ ? PianoRoll() : changed.inRange(roll_.range());
    const PianoRoll& roll = &changed == &roll_ ? roll_ : ranged;
    const bool sameBars = roll.barOffset() == roll_.barOffset() && roll.meter() == roll_.meter();
    step = std::clamp(step, 0, roll.steps());
    firstChange = sameBars ? std::clamp(firstChange, 0, std::min(step, roll_.steps())) : 0;
    auto [at, state] = sameBars ? nearest(firstChange) : std::pair(0, start(roll));
    for (; at < step; ++at) {
        if (task.stopped()) return std::nullopt;
        pass(*engine_, state, roll, at);
        if (at < firstChange) keep(at + 1, state);
    }
    return std::move(state);
}

bool InferenceCache::walk(int first, int end, const Task& task,
                          const std::function<void(int step, StepEngine::State& state)>& visit) {
    first = std::max(first, 0);
    end = std::min(end, roll_.steps() + 1);
    if (first >= end) return !task.stopped();
    std::optional<StepEngine::State> state = before(first, task);
    for (int step = first; state && step < end; ++step) {
        if (task.stopped()) return false;
        visit(step, *state);
        if (step + 1 >= end) break;
        pass(*engine_, *state, roll_, step);
        keep(step + 1, *state);
    }
    return state.has_value();
}

bool InferenceCache::read(int threads, const Task& task,
                          const std::function<void(int first, std::span<const StepEngine::Logits> logits)>& visit) {
    StepEngine::State state = nearest(0).second;
    for (int step = 0; step < roll_.steps() && !task.stopped();) {
        const int end = std::min({step + readTogether, (step / stride_ + 1) * stride_, roll_.steps()});
        const std::vector<StepEngine::Logits> logits = engine_->read(state, roll_, step, end - step, threads, task);
        if (logits.empty()) return false;
        keep(end, state);
        visit(step, logits);
        step = end;
    }
    return !task.stopped();
}

}  // namespace ricercar
