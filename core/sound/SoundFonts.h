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

}  // namespace ricercar
