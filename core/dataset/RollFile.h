// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace ricercar {

/// A public benchmark file (Boulanger-Lewandowski et al. 2012) as JSON: piano rolls of 88 keys with fixed splits,
/// {"name", "step", "train": [[[pitch, ...], ...], ...], "valid", "test"}.
/// It says only what sounds, so a note is attacked where it was silent the step before. A bar is 8 frames, 4 where the step is
/// a quarter note, 16 where it is a sixteenth: the beat feature counts frames.
struct RollFile {
    std::string name;
    std::string step;
    std::vector<PianoRoll> train;
    std::vector<PianoRoll> valid;
    std::vector<PianoRoll> test;

    /// "train", "valid" or "test"; throws Error Invalid for another name.
    [[nodiscard]] const std::vector<PianoRoll>& split(const std::string& which) const;
};

/// By its extension (.json).
bool namedAsRolls(const std::filesystem::path& path);
/// Named so, and it begins as a roll file does: other JSON in a folder is passed over.
bool beginsAsRolls(const std::filesystem::path& path);
/// The same for bytes that are here already, whatever their name.
bool beginAsRolls(std::span<const std::uint8_t> bytes);

/// Throws Error (NotFound, Unreadable, Damaged).
RollFile readRollFile(const std::filesystem::path& path);
/// `name` stands for the file in messages.
RollFile readRollFile(std::span<const std::uint8_t> bytes, const std::string& name);

}  // namespace ricercar
