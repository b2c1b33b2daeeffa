// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/CopyMeter.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <type_traits>

// A copy meter as bytes: counts (steps, pieces, shapes, symbols), starts of the pieces, shapes, symbols (shape, interval), then
// the symbol and the lowest pitch of each step, then the places in order. Little-endian.

namespace ricercar {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::int32_t firstOwn = 2;  // symbols and shapes below are the end of a piece and silence

/// Thrown and caught here.
struct NoCopyMeter {};

[[noreturn]] void damaged() { throw NoCopyMeter(); }

template <typename T>
void put(Bytes& bytes, const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    const auto* from = reinterpret_cast<const std::uint8_t*>(values.data());
    bytes.insert(bytes.end(), from, from + values.size() * sizeof(T));
}

template <typename T>
std::vector<T> take(std::span<const std::uint8_t>& bytes, std::size_t count) {
    if (count > bytes.size() / sizeof(T)) damaged();
    std::vector<T> values(count);
    if (count > 0) std::memcpy(values.data(), bytes.data(), count * sizeof(T));
    bytes = bytes.subspan(count * sizeof(T));
    return values;
}

}  // namespace

Bytes CopyMeter::packed() const {
    Bytes bytes;
    bytes.reserve(all_.symbols.size() * 9 + (1U << 16U));
    put<std::uint64_t>(bytes, {all_.symbols.size(), starts_.size(), shapes_.size(), symbols_.size()});
    put(bytes, std::vector<std::uint64_t>(starts_.begin(), starts_.end()));
    std::vector<const std::string*> shapes(shapes_.size());
    for (const auto& [cells, shape] : shapes_) shapes[static_cast<std::size_t>(shape - firstOwn)] = &cells;
    for (const std::string* cells : shapes) {
        bytes.push_back(static_cast<std::uint8_t>(cells->size()));  // 128 pitches at most
        bytes.insert(bytes.end(), cells->begin(), cells->end());
    }
    std::vector<std::uint64_t> keys(symbols_.size());
    for (const auto& [key, symbol] : symbols_) keys[static_cast<std::size_t>(symbol - firstOwn)] = key;
    put(bytes, keys);
    put(bytes, all_.symbols);
    put(bytes, all_.lowest);
    put(bytes, order_);
    return bytes;
}

std::optional<CopyMeter> CopyMeter::unpacked(std::span<const std::uint8_t> bytes) {
    try {
        CopyMeter meter;
        meter.unpack(bytes);
        return meter;
    } catch (const NoCopyMeter&) {
        return std::nullopt;
    }
}

void CopyMeter::unpack(std::span<const std::uint8_t> bytes) {
    const auto counts = take<std::uint64_t>(bytes, 4);
    constexpr std::uint64_t most = std::numeric_limits<std::int32_t>::max() / 2;
    if (std::ranges::any_of(counts, [](std::uint64_t count) { return count > most; })) damaged();
    const auto steps = static_cast<std::size_t>(counts[0]);
    for (const std::uint64_t start : take<std::uint64_t>(bytes, counts[1])) {
        const bool follows = starts_.empty() ? start == 0 : start > starts_.back();
        if (!follows || start >= steps) damaged();
        starts_.push_back(static_cast<std::size_t>(start));
    }
    for (std::size_t shape = 0; shape < counts[2]; ++shape) {
        const std::size_t length = take<std::uint8_t>(bytes, 1).front();
        const auto cells = take<char>(bytes, length);
        shapes_.emplace(std::string(cells.begin(), cells.end()), firstOwn + static_cast<std::int32_t>(shape));
    }
    const auto keys = take<std::uint64_t>(bytes, counts[3]);
    for (std::size_t symbol = 0; symbol < keys.size(); ++symbol) {
        const std::uint64_t shape = keys[symbol] >> 8U;
        if (shape < firstOwn || shape >= firstOwn + counts[2]) damaged();
        symbols_.emplace(keys[symbol], firstOwn + static_cast<std::int32_t>(symbol));
    }
    all_.symbols = take<std::int32_t>(bytes, steps);
    all_.lowest = take<std::int8_t>(bytes, steps);
    all_.shapes.reserve(steps);
    std::size_t sounding = 0;
    for (const std::int32_t symbol : all_.symbols) {
        if (symbol < 0 || symbol >= firstOwn + static_cast<std::int32_t>(keys.size())) damaged();
        const bool own = symbol >= firstOwn;
        sounding += own ? 1 : 0;
        all_.shapes.push_back(own ? static_cast<std::int32_t>(keys[static_cast<std::size_t>(symbol - firstOwn)] >> 8U)
                                  : symbol);
    }
    if (shapes_.size() != counts[2] || symbols_.size() != counts[3]) damaged();
    if (steps > 0 && (starts_.empty() || all_.symbols.back() != 0)) damaged();  // the last piece ends
    countShapes();
    order_ = take<std::int32_t>(bytes, sounding);
    if (!bytes.empty()) damaged();
    for (std::size_t shape = firstOwn; shape + 1 < ofShape_.size(); ++shape)
        for (std::size_t i = ofShape_[shape]; i < ofShape_[shape + 1]; ++i) {
            const std::int32_t place = order_[i];
            if (place < 0 || static_cast<std::size_t>(place) >= steps ||
                all_.shapes[static_cast<std::size_t>(place)] != static_cast<std::int32_t>(shape))
                damaged();
        }
}

}  // namespace ricercar
