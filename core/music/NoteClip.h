// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/music/NoteEdits.h"
#include "core/music/Score.h"

#include <span>

namespace ricercar {

/// The chosen notes of a score as a Standard MIDI File of their own, for a clipboard: the first note stands at the start, with
/// the tempo and meter that hold there and the programs of its channels. `score` is in ticks per quarter.
Bytes clipOf(const Score& score, const NoteList& chosen);
/// The notes of such a file, or of any other, the first one at `at`, in the ticks per quarter given. Throws Error as readMidi.
NoteList notesOfClip(std::span<const std::uint8_t> midi, int ticksPerQuarter, Tick at);

}  // namespace ricercar
