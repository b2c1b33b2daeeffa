// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/music/PianoRoll.h"
#include "core/music/Score.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ricercar {

struct QuantizeOptions {
    PitchRange range = pianoRange;
    bool keepDrums = false;
    bool sustainPedal = false;    ///< notes ring on while controller 64 is down
    bool detectPickup = true;     ///< find the pick-up where the file does not mark it
    std::optional<int> pickup{};  ///< steps before the first bar line, where a person knows better than file and listening
    bool fixedEnd = false;        ///< the roll ends where the score does, not with its last note
    bool trimSilence = true;      ///< silent bars at either end are left out, with a remark
    int maxSteps = 200'000;       ///< longer pieces are cut there, with a remark
};

/// What putting a piece on the grid did to it.
struct QuantizeReport {
    int notes = 0;           ///< notes of the part that went into the roll
    int outOfRange = 0;      ///< left out: outside the pitch range
    int drums = 0;           ///< left out: see DrumParts
    int lengthened = 0;      ///< shorter than a step, made one step long
    int merged = 0;          ///< same pitch attacked twice in one step
    double meanError = 0.0;  ///< of note starts, in fractions of a step
    double p95Error = 0.0;
    int pickupSteps = 0;          ///< 0: none
    bool pickupDetected = false;  ///< found by listening, not written in the file

    friend bool operator==(const QuantizeReport&, const QuantizeReport&) = default;
};

/// A piece or a part of one: meter changes split a score.
struct QuantizedPart {
    PianoRoll roll;  ///< empty when rejected
    Meter meter;
    Tick start = 0;        ///< where in the score it begins
    int firstStep = 0;     ///< of the roll, in steps from there: what was trimmed
    double tempo = 120.0;  ///< quarter notes a minute: the one that holds for the longest time
    double slowest = 120.0;
    double fastest = 120.0;
    std::uint16_t channels = 0;  ///< bit by bit: those with notes, of whatever pitch, drums included
    int voices = 0;              ///< pairs of track and channel with notes
    QuantizeReport report;
    std::vector<Message> remarks;
    std::optional<Message> rejection;  ///< why there is no roll (a bar of 37/32, no notes)
};

/// Puts a score on the grid: step = tick * 4 / ticksPerQuarter rounded to the nearest (SMPTE: through the tempo map).
/// Splits where the meter changes (MeterSections.h); a first meter shorter than the next one's bar is its pick-up. One part at
/// least. A roll ends where the score does, silence aside (musicEnd).
std::vector<QuantizedPart> quantize(const Score& score, const QuantizeOptions& options = {});

/// A score of one track with tempo, meter, program and the roll's length in its end-of-track; 480 ticks a quarter.
/// A bar offset is written as a first, shorter bar where a meter can say it.
Score toScore(const PianoRoll& roll, double tempo = 120.0, int program = 0, int velocity = 80);

}  // namespace ricercar
