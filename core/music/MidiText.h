#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace ricercar {

/// Text of a MIDI file as UTF-8: kept where it is valid UTF-8, otherwise every byte is a Latin-1 character.
std::string midiText(std::span<const std::uint8_t> bytes);

}  // namespace ricercar
