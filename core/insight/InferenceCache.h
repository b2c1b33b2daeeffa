// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/learning/StepEngine.h"
#include "core/music/PianoRoll.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

namespace ricercar {

/// A piece under a model. States are kept on the way, so that a step that was near before is reached soon. Thread-safe.
class InferenceCache {
public:
    /// The roll is brought into the model's range.
    InferenceCache(std::shared_ptr<const StepEngine> engine, const PianoRoll& roll);

    [[nodiscard]] const StepEngine& engine() const { return *engine_; }
    [[nodiscard]] const PianoRoll& roll() const { return roll_; }

    /// Has seen all before `step` (0 .. steps of the roll), and stands at its lowest pitch. A stopped task: nothing.
    [[nodiscard]] std::optional<StepEngine::State> before(int step, const Task& task = {});
    /// The same for a roll that differs from this one in steps from `firstChange` on, or throughout where its bars lie
    /// elsewhere.
    [[nodiscard]] std::optional<StepEngine::State> before(int step, const PianoRoll& changed, int firstChange,
                                                          const Task& task = {});

    /// Every step of the roll from `first` up to `end` (exclusive; one more than the roll has is its next one), in order.
    /// False when stopped.
    bool walk(int first, int end, const Task& task, const std::function<void(int step, StepEngine::State& state)>& visit);

    /// The logits of all steps of the roll, given what is true, some bars at a time: `visit` gets the first step and
    /// [step][pitch]. On up to `threads` threads, 0: all cores; the figures are the same on any number. False when stopped.
    bool read(int threads, const Task& task,
              const std::function<void(int first, std::span<const StepEngine::Logits> logits)>& visit);

private:
    void keep(int step, const StepEngine::State& state);
    [[nodiscard]] StepEngine::State start(const PianoRoll& roll) const;
    /// A state that is kept, before that step or an earlier one.
    [[nodiscard]] std::pair<int, StepEngine::State> nearest(int step);

    std::shared_ptr<const StepEngine> engine_;
    PianoRoll roll_;
    int stride_;
    std::mutex mutex_;
    std::map<int, StepEngine::State> kept_;
};

}  // namespace ricercar
