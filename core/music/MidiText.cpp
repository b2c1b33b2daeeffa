#include "core/music/MidiText.h"

#include "core/base/Files.h"

#include <algorithm>

namespace ricercar {

std::string midiText(std::span<const std::uint8_t> bytes) {
    std::string text(bytes.begin(), bytes.end());
    if (std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte < 0x80; })) return text;
    if (validUtf8(text) == text) return text;
    std::string utf8;
    utf8.reserve(text.size() + text.size() / 4);
    for (const std::uint8_t byte : bytes) {
        if (byte < 0x80) {
            utf8 += static_cast<char>(byte);
        } else {
            utf8 += static_cast<char>(0xC0 | byte >> 6);
            utf8 += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return utf8;
}

}  // namespace ricercar
