// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"
#include "core/music/TempoMap.h"

namespace ricercar {

struct StageContent;

/// What is shown as a score to be played, and its time: steps of the roll to seconds of the player and back.
class PlaybackTimeline {
public:
    /// `freeNotes`: the notes as they were played, where there are such, and where there is no roll; else the roll's.
    explicit PlaybackTimeline(const StageContent& shown, bool freeNotes = false);

    [[nodiscard]] const Score& score() const { return score_; }
    [[nodiscard]] double seconds(double step) const;
    [[nodiscard]] double step(double seconds) const;
    [[nodiscard]] Tick tick(double seconds) const { return tempo_.tickAtSeconds(seconds); }
    /// Quarter notes a minute where it begins.
    [[nodiscard]] double tempo() const { return tempo_.tempoAt(0); }

private:
    Score score_;
    TempoMap tempo_;
    double ticksPerStep_;
};

/// The score from a tick on: what came before is gone, what was in force there is in force at its start.
Score scoreFrom(const Score& score, Tick start);

}  // namespace ricercar
