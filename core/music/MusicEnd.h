// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"

namespace ricercar {

/// Where a score is over for the ear: at its end of track, but a whole silent bar or more behind the bar of its last note is no
/// music, whatever tempos, controllers and texts stand there; then with that bar. 0 where there are no notes.
Tick musicEnd(const Score& score);

/// The same for the ear; while a pedal holds notes, up to a bar longer.
Tick soundEnd(const Score& score);

/// Without what stands behind `end`, which becomes the score's end.
void cutBehind(Score& score, Tick end);

}  // namespace ricercar
