// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

namespace ricercar {

/// All in one track, as writeMidi's format 0 wants it; of several track names the first stays.
Score inOneTrack(const Score& score);
/// Music in tracks of its own behind one for tempo and meter, as writeMidi's format 1 wants it. A score of several tracks is
/// that already.
Score inTracks(const Score& score);

}  // namespace ricercar
