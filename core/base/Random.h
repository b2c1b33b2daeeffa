// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ricercar {

/// SplitMix64 (Steele, Lea, Flood 2014) as a counter-based generator: the n-th number is a hash of seed and n, so the whole
/// state is two integers, the same on every platform. Not for cryptography.
class Random {
public:
    struct State {
        std::uint64_t seed = 0;
        std::uint64_t drawn = 0;
        friend bool operator==(const State&, const State&) = default;
    };

    explicit Random(std::uint64_t seed) : state_{seed, 0} {}
    explicit Random(State state) : state_(state) {}

    [[nodiscard]] State state() const noexcept { return state_; }

    /// 64 uniform bits.
    std::uint64_t next() noexcept { return mix(state_.seed + ++state_.drawn * 0x9E3779B97F4A7C15ULL); }
    /// Uniform in [0, 1), 53 bits.
    double uniform() noexcept { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// Uniform in 0 .. n-1, without bias; n > 0.
    std::uint64_t below(std::uint64_t n) noexcept {
        const std::uint64_t reject = (0 - n) % n;
        std::uint64_t value = next();
        while (value < reject) value = next();
        return value % n;
    }

    /// The finaliser alone: a good 64-bit hash of an integer.
    static constexpr std::uint64_t mix(std::uint64_t z) noexcept {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// A seed for an independent stream of `seed`: song 3, step 1200, layer 2 ...
    static constexpr std::uint64_t stream(std::uint64_t seed, std::uint64_t index) noexcept {
        return mix(mix(seed + 0x9E3779B97F4A7C15ULL) ^ mix(index + 0xD1B54A32D192ED03ULL));
    }

private:
    State state_;
};

}  // namespace ricercar
