#include "core/music/MidiText.h"

#include "core/base/Files.h"

#include <algorithm>

namespace ricercar {
namespace {

/// Latin-1 text has neither C1 control codes nor a UTF-16 byte order mark; what has is in an encoding that nothing names.
bool looksLatin1(std::span<const std::uint8_t> bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] >= 0x80 && bytes[i] < 0xA0) return false;
        if (i > 0 && bytes[i] + bytes[i - 1] == 0xFF + 0xFE && bytes[i] != bytes[i - 1]) return false;
    }
    return true;
}

}  // namespace

std::string midiText(std::span<const std::uint8_t> bytes) {
    std::string text(bytes.begin(), bytes.end());
    if (std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte < 0x80; })) return text;
    std::string valid = validUtf8(text);
    if (valid == text || !looksLatin1(bytes)) return valid;
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
