// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/music/Score.h"
#include "core/music/TempoMap.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ricercar {

/// Division by the same number again and again, towards minus infinity: a multiplication, set right by one where it has to be.
class FloorDivision {
public:
    explicit FloorDivision(std::int64_t by) : by_(by), inverse_(1.0 / static_cast<double>(by)) {}

    std::int64_t operator()(std::int64_t value) const {
        if (value > exact || value < -exact) return value / by_ - (value % by_ < 0 ? 1 : 0);
        const auto quotient = static_cast<std::int64_t>(static_cast<double>(value) * inverse_);
        const std::int64_t rest = value - quotient * by_;
        return quotient + (rest >= by_ ? 1 : 0) - (rest < 0 ? 1 : 0);
    }

private:
    static constexpr std::int64_t exact = std::int64_t{1} << 51;
    std::int64_t by_;
    double inverse_;
};

/// Ticks on the 16th-note grid that begins at some tick.
class Grid {
public:
    struct Place {
        std::int64_t step;
        double error;  ///< distance from the step, in steps
    };

    explicit Grid(const Score& score);

    [[nodiscard]] Place place(Tick tick, Tick from) const {
        if (tempoMap_) return throughTempoMap(tick, from);
        const std::int64_t ticks = (tick - from) * stepsPerQuarter;
        const std::int64_t step = twoUnits_(2 * ticks + unit_);
        return {step, std::abs(static_cast<double>(ticks - step * unit_)) / static_cast<double>(unit_)};
    }
    [[nodiscard]] std::int64_t step(Tick tick, Tick from) const { return place(tick, from).step; }

private:
    [[nodiscard]] Place throughTempoMap(Tick tick, Tick from) const;

    std::int64_t unit_;  ///< ticks of a quarter note
    FloorDivision twoUnits_;
    std::optional<TempoMap> tempoMap_;  ///< of a score in SMPTE time
};

/// A stretch of one meter.
struct MeterSection {
    Tick start = 0;
    Meter meter;
    int pickup = 0;     ///< steps before the first bar line, as the file marks it
    Tick barLine = 0;   ///< the first one, after the pick-up
    Tick end = 0;       ///< where the next one starts, or the score ends
    bool last = false;  ///< nothing follows
    std::size_t firstNote = 0;
    std::size_t lastNote = 0;        ///< one after
    std::vector<Message> remarks{};  ///< what was made of a meter that is stated again within a bar
};

/// Where a score is cut, one stretch at least: at each change of meter, but that a first meter shorter than the next one's bar
/// is its pick-up. A meter that is stated again within a bar begins a new one there, unless fewer notes stand on strong beats
/// (the bar's first and, where it has an even number of beats, its middle) until the next meter. Notes go where their nearest
/// step is; stretches behind the last note are left out.
std::vector<MeterSection> meterSectionsOf(const Score& score, const Grid& grid);

}  // namespace ricercar
