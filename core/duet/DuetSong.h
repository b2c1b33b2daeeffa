// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duet/DuetSettings.h"
#include "core/learning/StepEngine.h"
#include "core/music/RunningKey.h"

#include <span>
#include <vector>

namespace ricercar {

/// The model's part of a duet, without a clock: it hears each step and draws what it plays in the next one. Rows have the
/// model's pitches. One thread.
class DuetSong {
public:
    /// Throws Error Invalid, where nothing may be drawn as well.
    DuetSong(const Checkpoint& checkpoint, const DuetSettings& settings);

    /// Whether the model plays in a step, counted from 0.
    [[nodiscard]] bool modelPlays(int step) const;
    /// What the model plays in the step that comes next (steps() of those heard); silence where it does not play. `held`: what
    /// the person is known to play in it, set where the model accompanies. Call once a step, before hear().
    std::span<const Cell> draw(std::span<const Cell> held);
    /// That step as it was: `yours` beside what was drawn. While the model answers, it hears itself alone.
    void hear(std::span<const Cell> yours);
    /// Steps that were heard.
    [[nodiscard]] int steps() const { return step_; }
    [[nodiscard]] PitchRange range() const { return engine_.config().range; }

private:
    [[nodiscard]] Outcomes open(int pitch, int voices) const;
    void placeVoices(std::span<const Cell> held);

    DuetSettings settings_;
    StepEngine engine_;
    StepEngine::State state_;
    Guards guards_;
    RunningKey key_;
    int barSteps_;
    int step_ = 0;
    std::vector<Cell> before_, drawn_;
    int lowestOpen_ = 0, highestOpen_ = 0;  ///< indices between which the model may play in the next step
};

}  // namespace ricercar
