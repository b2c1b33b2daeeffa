// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/FeatureBuilder.h"
#include "core/learning/MemoryFeatures.h"

#include <cstddef>

namespace ricercar {

/// Every step of a whole piece as a model sees it. The piece is in the model's range and has to outlive this.
class PieceFeatures {
public:
    PieceFeatures(const ModelConfig& config, const PianoRoll& roll);

    [[nodiscard]] std::size_t width() const { return builder_.width(); }
    [[nodiscard]] std::size_t noteWidth() const { return note_.width(); }

    /// What the time axis reads of step `at`; outside the piece: the all-zero start. `out`: [pitches][width].
    void step(int at, float* out) const;
    /// What the note axis reads beside it to predict step at + 1: `out`: [pitches][noteWidth]. Past the piece nothing is
    /// chosen.
    void note(int at, float* out) const;
    /// Both, as people are shown them: `out`: [pitches][shownFeatures].
    void shown(int at, float* out) const;
    /// Steps first .. first+count-1 as step() has them, `stride` floats apart.
    void steps(int first, int count, float* out, std::size_t stride) const;

private:
    [[nodiscard]] RememberedStep at(int step, const PitchAges& ages) const;

    const PianoRoll& roll_;
    FeatureLayout layout_;
    FeatureBuilder builder_;
    NoteFeatures note_;
    PieceMemory memory_;
};

}  // namespace ricercar
