#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace ricercar {

/// Text of a MIDI file as UTF-8: kept where it is valid UTF-8, read as Latin-1 where it can be that, else with U+FFFD for what
/// it cannot be.
std::string midiText(std::span<const std::uint8_t> bytes);

}  // namespace ricercar
