// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Message.h"
#include "core/music/Score.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace ricercar {

/// A Standard MIDI File as it was read.
struct MidiFile {
    int format = 0;
    Division division;
    int tracks = 0;                 ///< MTrk chunks found
    std::int64_t noteOns = 0;       ///< note-ons with velocity above 0 in the whole file, drums included
    std::vector<Score> sequences;   ///< format 2: one a track; otherwise exactly one
    std::vector<Message> warnings;  ///< what was damaged and how it was read; at most 100, the last one says how many more
};

/// Reads formats 0, 1, 2 and RMID, whatever can be read of them: damage becomes a warning. Throws Error (Damaged, Unsupported)
/// only where there is no music to be read at all. `name` stands for the file in messages. Memory stays within a small multiple
/// of the bytes.
MidiFile readMidi(std::span<const std::uint8_t> bytes, const std::string& name);
MidiFile readMidi(const std::filesystem::path& path);

/// A Standard MIDI File, format 1 (or 0 where the score has one track). `readMidi(writeMidi(score))` gives the score again.
/// Throws Error Invalid for what no file can hold (a tick beyond 2^28 - 1 after the last event, more than 65535 tracks).
Bytes writeMidi(const Score& score);

}  // namespace ricercar
