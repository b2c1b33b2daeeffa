// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/music/BeatTrack.h"
#include "core/music/Quantizer.h"
#include "core/music/Score.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ricercar {

/// What can be done to a piece before it is put on the grid. Values: a list of them is a piece's recipe, from its source.

/// The notes are laid on the beats of a recording made without a click.
struct FindBeat {
    BeatTrack track;  ///< seconds of the score as the remedies before this one leave it; empty: found when it is applied
    friend bool operator==(const FindBeat&, const FindBeat&) = default;
};
/// Changes of meter within the file are ignored: its first part takes all of it, in the meter that holds longest. Without it
/// every file is split where its meter changes.
struct JoinMeters {
    friend bool operator==(const JoinMeters&, const JoinMeters&) = default;
};
/// Where the first bar line stands, in steps from the start; 0: at the start.
struct PlaceBarLine {
    int pickupSteps = 0;
    friend bool operator==(const PlaceBarLine&, const PlaceBarLine&) = default;
};
/// Every note comes later by some part of a step (or earlier, negative).
struct ShiftNotes {
    double steps = 0.0;
    friend bool operator==(const ShiftNotes&, const ShiftNotes&) = default;
};
/// The beat is notated wrongly: twice the tempo, where a note takes twice its steps, or half.
struct ScaleTempo {
    bool twice = true;
    friend bool operator==(const ScaleTempo&, const ScaleTempo&) = default;
};
struct Voice {
    int track = 0;
    int channel = 0;
    friend bool operator==(const Voice&, const Voice&) = default;
};
/// Only these are kept.
struct ChooseVoices {
    std::vector<Voice> voices;
    friend bool operator==(const ChooseVoices&, const ChooseVoices&) = default;
};
struct Drums {
    bool keep = true;
    friend bool operator==(const Drums&, const Drums&) = default;
};
/// Notes ring on while the pedal is down.
struct SustainPedal {
    bool fold = true;
    friend bool operator==(const SustainPedal&, const SustainPedal&) = default;
};
/// Whole silent bars at either end are dropped, as they are by themselves. Old recipes have it.
struct TrimSilence {
    friend bool operator==(const TrimSilence&, const TrimSilence&) = default;
};
/// They are kept, from that step of the score on.
struct KeepSilence {
    int firstStep = 0;
    friend bool operator==(const KeepSilence&, const KeepSilence&) = default;
};
/// The piece is not learnt from.
struct SetAside {
    friend bool operator==(const SetAside&, const SetAside&) = default;
};

using Remedy = std::variant<FindBeat, JoinMeters, PlaceBarLine, ShiftNotes, ScaleTempo, ChooseVoices, Drums, SustainPedal,
                            TrimSilence, SetAside, KeepSilence>;
using Recipe = std::vector<Remedy>;

/// A recipe with one more remedy: shifts add up, twice and half the tempo cancel, and any other takes the place of the one of
/// its kind; silence is either trimmed or kept.
Recipe withRemedy(Recipe recipe, const Remedy& remedy);
/// Without those of the kind that `kind` is of.
Recipe withoutRemedy(Recipe recipe, const Remedy& kind);

/// What comes of a source and a recipe.
struct Remedied {
    QuantizedPart part;  ///< the roll, or why there is none
    bool setAside = false;
    Recipe recipe;      ///< with the beats that were found
    Score score;        ///< what was put on the grid; with silence trimmed at its end, it ends there, too
    int firstStep = 0;  ///< of the roll, in the score's grid: what was trimmed
};

/// The `part`-th of the parts that quantize makes of the source, by the recipe; always from the source, and the same for the
/// same arguments. No recipe: the roll that quantize makes. Throws Error NotFound where there is no such part. A stopped task
/// finds too few beats.
Remedied remedied(const Score& source, std::size_t part, const Recipe& recipe, const QuantizeOptions& options = {},
                  const Task& task = {});

/// A note where it was played, in steps of the roll it went into.
struct ExactNote {
    double start = 0.0;
    double end = 0.0;
    int pitch = 0;
    int velocity = 0;
    bool kept = true;  ///< false: drums that were left out, or outside of the roll's range
};
/// To be shown beneath the roll.
std::vector<ExactNote> exactNotes(const Remedied& remedied, const QuantizeOptions& options = {});

/// A track and channel with notes, to choose from.
struct VoiceFacts {
    Voice voice;
    std::string name;  ///< of the track
    int program = 0;   ///< the first one of its channel; 0 where none is given
    int notes = 0;
    int lowestPitch = 0;
    int highestPitch = 0;
    bool drums = false;  ///< where it begins
};
std::vector<VoiceFacts> voicesOf(const Score& score);

/// The shift that brings most notes nearest to the grid, -0.5 .. 0.5 steps, for ShiftNotes.
double bestShift(const Score& score);

}  // namespace ricercar
