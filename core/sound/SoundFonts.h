// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace ricercar {

/// Every .sf2 and .sf3 file in the standard folders, in the order of preference: $RICERCAR_SOUNDFONT, default-GM, TimGM6mb,
/// FluidR3_GM, the others by name. A file that several links lead to is listed once.
std::vector<std::filesystem::path> listSoundFonts();

/// The first of them. Nothing: see SoundFontMissing, which says which package brings one.
std::optional<std::filesystem::path> defaultSoundFont();

/// Looks at the outer chunks alone: RIFF, form "sfbk", lists INFO, sdta and pdta, each inside what holds it. FluidSynth then
/// reads what is left without surprise. Throws Error NotFound (FileNotFound), Damaged (SoundFontUnreadable), Unsupported
/// (SoundFontTooLarge).
void checkSoundFont(const std::filesystem::path& path);

}  // namespace ricercar
