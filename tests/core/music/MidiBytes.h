// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace ricercar::test {

inline void append(Bytes& out, const Bytes& more) { out.insert(out.end(), more.begin(), more.end()); }

/// A chunk with its true length, or with the one it claims.
inline Bytes chunk(std::string_view id, const Bytes& data, std::int64_t claimed = -1) {
    const auto length = static_cast<std::uint32_t>(claimed < 0 ? static_cast<std::int64_t>(data.size()) : claimed);
    Bytes out(id.begin(), id.end());
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(length >> shift));
    append(out, data);
    return out;
}

inline Bytes header(int format, int tracks, int division) {
    const auto low = [](int value) { return static_cast<std::uint8_t>(value & 0xFF); };
    return chunk("MThd", {low(format >> 8), low(format), low(tracks >> 8), low(tracks), low(division >> 8), low(division)});
}

inline Bytes track(const Bytes& events, std::int64_t claimed = -1) { return chunk("MTrk", events, claimed); }

inline Bytes join(std::initializer_list<Bytes> parts) {
    Bytes out;
    for (const Bytes& part : parts) append(out, part);
    return out;
}

/// One track in a file of 96 ticks a quarter.
inline Bytes fileOf(const Bytes& events) { return join({header(0, 1, 96), track(events)}); }

}  // namespace ricercar::test
