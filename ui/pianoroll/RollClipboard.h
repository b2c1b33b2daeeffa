// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/NoteEdits.h"

namespace ricercar {

/// Notes on the system's clipboard, as a Standard MIDI File ("audio/midi").
void putOnClipboard(const Score& score, const NoteList& notes);
[[nodiscard]] bool clipboardHasNotes();
/// The first at `at`; a MIDI file that was copied in a file manager is taken, too. None where there is nothing of the kind.
[[nodiscard]] NoteList fromClipboard(int ticksPerQuarter, Tick at);

}  // namespace ricercar
