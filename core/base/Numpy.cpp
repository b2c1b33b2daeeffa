// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Numpy.h"

#include <bit>
#include <string>

namespace ricercar {

Bytes numpyHeader(std::string_view type, std::span<const std::size_t> shape) {
    std::string header = "{'descr': '" + std::string(type) + "', 'fortran_order': False, 'shape': (";
    for (std::size_t i = 0; i < shape.size(); ++i) header += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    header += shape.size() == 1 ? ",), }" : "), }";
    constexpr std::size_t before = 10, alignment = 64;
    header.append(alignment - 1 - (before + header.size()) % alignment, ' ');
    header += '\n';
    constexpr std::string_view magic("\x93NUMPY\x01\x00", 8);
    Bytes bytes(magic.begin(), magic.end());
    bytes.push_back(static_cast<std::uint8_t>(header.size() & 0xFF));
    bytes.push_back(static_cast<std::uint8_t>(header.size() >> 8));
    bytes.insert(bytes.end(), header.begin(), header.end());
    return bytes;
}

Bytes numpyArray(std::span<const float> values, std::span<const std::size_t> shape) {
    static_assert(std::endian::native == std::endian::little, "numbers are written as they lie in memory");
    Bytes bytes = numpyHeader("<f4", shape);
    const auto* const first = reinterpret_cast<const std::uint8_t*>(values.data());
    bytes.insert(bytes.end(), first, first + values.size_bytes());
    return bytes;
}

}  // namespace ricercar
