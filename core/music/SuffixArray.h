// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace ricercar {

/// The starts of all suffixes of `text`, sorted by the suffixes; one that is the beginning of another comes before it. In time
/// linear in its length, by induced sorting (Nong, Zhang, Chan 2009). Values are 0 .. alphabet-1.
std::vector<std::int32_t> suffixArray(const std::vector<std::int32_t>& text, std::int32_t alphabet);

}  // namespace ricercar
