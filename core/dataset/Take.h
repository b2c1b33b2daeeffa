// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/music/Figures.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// What people did with a take.
struct TakeMarks {
    bool heard = false;
    bool liked = false;
    bool exported = false;
    std::vector<std::string> tags{};  ///< sorted, none twice

    friend bool operator==(const TakeMarks&, const TakeMarks&) = default;
};

/// What was worked out of a take's music once.
struct TakeFacts {
    std::optional<Figures> figures{};  ///< as passages of 32 bars have them
    std::optional<double> nats{};      ///< a step, of what was generated, under the model that made it

    friend bool operator==(const TakeFacts&, const TakeFacts&) = default;
};

struct Take {
    std::int64_t id = 0;
    std::string name;
    std::string created;  ///< ISO 8601, UTC
    std::string modelHash;
    std::string settings;  ///< JSON: checkpoint, seed, temperature ...
    double tempo = 120;
    int primerSteps = 0;
    PianoRoll roll;
    Bytes score{};  ///< of an edited take: its notes as they stand, MIDI; empty: the roll is all there is
    TakeMarks marks{};
    TakeFacts facts{};

    friend bool operator==(const Take&, const Take&) = default;
};

/// A take as a list has it: its music packed, two bits a cell, so that thousands are small.
struct TakeRow {
    std::int64_t id = 0;
    std::string name;
    std::string created;
    std::string modelHash;
    std::string settings;
    double tempo = 120;
    int primerSteps = 0;
    PitchRange range{};
    int steps = 0;
    Meter meter{};
    int barOffset = 0;
    Bytes cells{};
    Bytes score{};
    TakeMarks marks{};
    TakeFacts facts{};

    [[nodiscard]] PianoRoll roll() const;
    [[nodiscard]] Take unpacked() const;
    friend bool operator==(const TakeRow&, const TakeRow&) = default;
};
TakeRow packedTake(const Take& take);

}  // namespace ricercar
