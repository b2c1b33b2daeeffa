// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/music/Score.h"

#include <vector>

namespace ricercar {

/// A part of a score, as a score of its own.
struct SectionScore {
    Score score;        ///< from tick 0, with tempo, programs and pedals as they were; notes may be held over its end
    bool first = true;  ///< nothing precedes it, so its pick-up may be listened for
    bool last = true;   ///< nothing follows, so it ends with its last note
    std::vector<Message> remarks{};  ///< on where it begins (MeterSection)
};

/// The parts that quantize makes of a score, each of which it puts on the grid as it does within the whole.
std::vector<SectionScore> sectionScoresOf(const Score& score);

/// The same ticks and quarters a minute in ticks per quarter, for a score of SMPTE division; others as they are.
Score inQuarters(const Score& score);

}  // namespace ricercar
