// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelConfig.h"
#include "core/music/PianoRoll.h"

#include <vector>

namespace ricercar {

/// A place of the piece that a model of the remembering layout sees when it predicts a cell, and what came next there.
struct RememberedPlace {
    enum class Kind {
        Longest,     ///< the longest passage that went as the last steps did
        Second,      ///< the longest that went on otherwise
        Transposed,  ///< the longest at other pitches
        Soft,        ///< where the last steps agree best
        Lag,         ///< so many bars before
    };
    Kind kind = Kind::Longest;
    int first = 0;         ///< the passage that was compared with the last steps: first .. place - 1; none where both are 0
    int place = 0;         ///< the step that came next
    int length = 0;        ///< steps that are the same; 0 of Soft and Lag
    int shift = 0;         ///< semitones from there to here
    int bars = 0;          ///< of Lag
    double agreement = 1;  ///< of Soft and Lag, 0 .. 1
    int pitch = 0;         ///< that stands there for the cell's; may lie outside the piece's range
    Cell next = 0;         ///< what that pitch did at `place`; silent outside the range

    friend bool operator==(const RememberedPlace&, const RememberedPlace&) = default;
};

/// What the model has in mind of the piece when it predicts (step, pitch), the matches first, by length, then the lags from the
/// nearest: of the memory after the step before. Empty for a model that does not remember, or at the piece's beginning; groups
/// that the model goes without are left out, and so is the best agreement where it is the place of a match. The roll is in the
/// model's range, the cell inside, or in the step after its last.
std::vector<RememberedPlace> memoryOf(const PianoRoll& roll, const ModelConfig& config, int step, int pitch);

}  // namespace ricercar
