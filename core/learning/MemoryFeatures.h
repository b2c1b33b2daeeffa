// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/FeatureLayout.h"
#include "core/learning/ModelConfig.h"
#include "core/learning/RememberedStep.h"

#include <array>
#include <cstddef>

namespace ricercar {

inline constexpr std::size_t mostNoteFeatures = 64;  ///< columns of the note axis' own features, in any layout

/// Writes the time axis' columns of the remembering layout after those of the seed: groups echo .. histogram of step t, for all
/// pitches of the range. `out`: [pitches][timeFeatures], zero there. A pure function.
void writeMemoryFeatures(const RememberedStep& step, const ModelConfig& config, float* out);

/// The note axis' columns for one pitch after the other, from low to high, as the cells of step t+1 are chosen. Cheap to copy.
class NoteFeatures {
public:
    NoteFeatures() = default;
    explicit NoteFeatures(const ModelConfig& config);

    /// Back to the lowest pitch, for the step that follows `step` (the seed's layout reads nothing of it).
    void begin(const RememberedStep& step);
    /// The columns of the next pitch: noteFeatures() floats.
    void write(float* out) const;
    /// The cell chosen for that pitch; then the pitch above it is the next.
    void choose(Cell cell);

    [[nodiscard]] std::size_t width() const { return width_; }

private:
    struct Columns {
        int offset, width;
    };
    void writeChosen(float* out) const;

    bool remembering_ = false;
    Cell seen_ = playBit;
    int lowestPitch_ = 0;
    std::size_t pitches_ = 0;
    std::size_t width_ = 2;
    std::array<Columns, 4> leftOut_{};  ///< groups that the model goes without
    // of the step
    std::array<PaddedRow, echoes> guesses_;                     ///< what came next after each remembered place
    std::array<std::uint8_t, mostPitches + 1> guessedAbove_{};  ///< notes of the first guess above a pitch
    // of the pitches below
    std::size_t pitch_ = 0;
    Cell below_ = 0;
    std::array<std::uint8_t, PaddedRow::octave + mostPitches> chosen_{};  ///< play, an octave of silence in front
    std::array<std::uint8_t, 12> classes_{};
    int notes_ = 0;
    int highest_ = -1;
};

}  // namespace ricercar
