// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiSetup.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace ricercar {
namespace {

using Kind = SetupEvent::Kind;

/// GS counts channel 10 as part 0, and the channels around it from 1.
constexpr std::array<std::uint8_t, 16> gsChannels{9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15};

bool is(std::span<const std::uint8_t> bytes, std::size_t from, std::initializer_list<std::uint8_t> expected) {
    return bytes.size() >= from + expected.size() &&
           std::equal(expected.begin(), expected.end(), bytes.begin() + static_cast<std::ptrdiff_t>(from));
}

SetupEvent part(bool drums, std::uint8_t channel, int port) {
    SetupEvent setup;
    setup.kind = drums ? Kind::Drums : Kind::Melody;
    setup.channel = channel;
    setup.port = static_cast<std::uint8_t>(port);
    return setup;
}

SetupEvent reset(Kind kind) {
    SetupEvent setup;
    setup.kind = kind;
    return setup;
}

std::optional<SetupEvent> readRoland(std::span<const std::uint8_t> m) {
    if (!is(m, 2, {0x42, 0x12}) || m.size() < 8) return std::nullopt;
    if (is(m, 4, {0x40, 0x00, 0x7F}) || (is(m, 4, {0x00, 0x00, 0x7F}) && m[7] <= 1)) return reset(Kind::Gs);
    if ((m[4] != 0x40 && m[4] != 0x50) || (m[5] & 0xF0) != 0x10 || m[6] != 0x15 || m[7] > 0x7F) return std::nullopt;
    return part(m[7] != 0, gsChannels[m[5] & 0x0FU], m[4] == 0x50 ? 1 : 0);
}

std::optional<SetupEvent> readYamaha(std::span<const std::uint8_t> m) {
    if ((m[1] & 0xF0) != 0x10 || m[2] != 0x4C) return std::nullopt;
    if (is(m, 3, {0x00, 0x00, 0x7E}) || is(m, 3, {0x00, 0x00, 0x7F})) return reset(Kind::Xg);
    if (m.size() < 7 || m[3] != 0x08 || m[4] > 0x3F || m[5] != 0x07 || m[6] > 0x7F) return std::nullopt;
    return part(m[6] != 0, m[4] & 0x0F, m[4] >> 4);
}

}  // namespace

std::optional<SetupEvent> readSetup(std::span<const std::uint8_t> message) {
    if (message.size() < 4) return std::nullopt;
    if (message[0] == 0x7E && message[2] == 0x09) {
        if (message[3] == 1) return reset(Kind::GeneralMidi);
        if (message[3] == 3) return reset(Kind::GeneralMidi2);
        return std::nullopt;
    }
    if (message[0] == 0x41) return readRoland(message);
    if (message[0] == 0x43) return readYamaha(message);
    return std::nullopt;
}

Bytes writeSetup(const SetupEvent& setup, SetupEvent::Kind standard) {
    switch (setup.kind) {
        case Kind::GeneralMidi: return {0xF0, 0x7E, 0x7F, 0x09, 0x01, 0xF7};
        case Kind::GeneralMidi2: return {0xF0, 0x7E, 0x7F, 0x09, 0x03, 0xF7};
        case Kind::Gs: return {0xF0, 0x41, 0x10, 0x42, 0x12, 0x40, 0x00, 0x7F, 0x00, 0x41, 0xF7};
        case Kind::Xg: return {0xF0, 0x43, 0x10, 0x4C, 0x00, 0x00, 0x7E, 0x00, 0xF7};
        case Kind::Drums:
        case Kind::Melody: break;
    }
    const std::uint8_t drums = setup.kind == Kind::Drums ? 1 : 0;
    const auto channel = static_cast<std::uint8_t>(setup.channel & 15);
    if (standard == Kind::Xg) return {0xF0, 0x43, 0x10, 0x4C, 0x08, channel, 0x07, drums, 0xF7};
    const auto block = std::find(gsChannels.begin(), gsChannels.end(), channel) - gsChannels.begin();
    const auto address = static_cast<std::uint8_t>(0x10 | block);
    const auto check = static_cast<std::uint8_t>((128 - (0x40 + address + 0x15 + drums) % 128) % 128);
    return {0xF0, 0x41, 0x10, 0x42, 0x12, 0x40, address, 0x15, drums, check, 0xF7};
}

}  // namespace ricercar
