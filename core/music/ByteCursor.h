// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ricercar {

/// Reads forward through bytes and never past their end. Positions count from the start of the whole span, so they can be told
/// to a person.
class ByteCursor {
public:
    ByteCursor(std::span<const std::uint8_t> bytes, std::size_t first, std::size_t end)
        : bytes_(bytes), end_(std::min(end, bytes.size())), position_(std::min(first, end_)) {}

    [[nodiscard]] std::size_t position() const { return position_; }
    [[nodiscard]] std::size_t left() const { return end_ - position_; }

    /// These need left() to be large enough.
    [[nodiscard]] std::uint8_t peek(std::size_t ahead = 0) const { return bytes_[position_ + ahead]; }
    std::uint8_t byte() { return bytes_[position_++]; }
    std::uint16_t big16() {
        const std::uint32_t high = byte();
        return static_cast<std::uint16_t>(high << 8 | byte());
    }
    std::uint32_t big32() {
        const std::uint32_t high = big16();
        return high << 16 | big16();
    }
    std::uint32_t little32() {
        const std::uint32_t b0 = byte(), b1 = byte(), b2 = byte(), b3 = byte();
        return b3 << 24 | b2 << 16 | b1 << 8 | b0;
    }
    std::span<const std::uint8_t> take(std::size_t count) {
        const auto taken = bytes_.subspan(position_, count);
        position_ += count;
        return taken;
    }
    void skip(std::size_t count) { position_ += std::min(count, left()); }
    void moveTo(std::size_t position) { position_ = std::min(position, end_); }

    /// A variable-length quantity, leading zeros allowed. Nothing where it is cut off or above 2^28 - 1; the position is then
    /// anywhere within it.
    std::optional<std::uint32_t> variable() {
        if (left() > 0 && peek() < 0x80) return byte();  // by far the most
        std::uint32_t value = 0;
        while (left() > 0) {
            const std::uint8_t next = byte();
            value = value << 7 | (next & 0x7FU);
            if (value >= (1U << 28)) return std::nullopt;
            if (next < 0x80) return value;
        }
        return std::nullopt;
    }

    /// Where `id` next stands, from here on.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const {
        const auto rest = bytes_.subspan(position_, left());
        const auto found = std::search(rest.begin(), rest.end(), id.begin(), id.end(),
                                       [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
        if (found == rest.end()) return std::nullopt;
        return position_ + static_cast<std::size_t>(found - rest.begin());
    }
    /// Whether `id` stands here.
    [[nodiscard]] bool startsWith(std::string_view id) const {
        return left() >= id.size() && std::equal(id.begin(), id.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(position_),
                                                 [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
    }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t end_;
    std::size_t position_;
};

}  // namespace ricercar
