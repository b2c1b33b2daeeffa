// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ricercar {

/// What music is described and compared by. A note is an attack; a whole bar lies in the roll from its first to its last step.
/// 0 where nothing sounds, unless said otherwise.
enum class Figure {
    NotesPerBar,        ///< notes / (steps / steps of a bar)
    Polyphony,          ///< mean number of pitches that sound, over the steps that sound (MusPy `polyphony`)
    Silence,            ///< share of steps without a sounding pitch; 1 where nothing sounds
    PitchClassEntropy,  ///< bits, of the distribution of the notes over the 12 pitch classes (Wu and Yang 2020, H1; MusPy)
    ScaleShare,  ///< the largest share of notes in one of the 24 scales, major and natural minor (MusPy `scale_consistency`)
    Range,       ///< semitones between the lowest and the highest pitch (MusPy `pitch_range`)
    /// 1 - mean over neighbouring whole bars of the share of steps in which one has an attack and the other has not (Wu and
    /// Yang 2020, as MusPy `groove_consistency` has it); 1 with fewer than two whole bars.
    GrooveConsistency,
    /// Of the whole bars in which something sounds, the share whose cells, play and articulate, are those of an earlier whole
    /// bar.
    Repetition,
    NoteLength,  ///< mean, steps; cut at the end of the roll
};
inline constexpr std::size_t figureCount = 9;
using Figures = std::array<double, figureCount>;  ///< by Figure

inline double& valueOf(Figures& figures, Figure figure) { return figures[static_cast<std::size_t>(figure)]; }
inline double valueOf(const Figures& figures, Figure figure) { return figures[static_cast<std::size_t>(figure)]; }

/// For programs: "notes_per_bar".
std::string_view figureKey(Figure figure);

Figures figuresOf(const PianoRoll& roll);

/// Figures depend on the length of the music, so that like is compared with like: from the first bar line on, as many passages
/// of `bars` whole bars as fit one after the other, what is left over left out. A piece of fewer whole bars is taken whole,
/// with its pick-up; below `fewestBars` there are none.
std::vector<PianoRoll> passagesOf(const PianoRoll& roll, int bars = 32);
inline constexpr int fewestBars = 8;

/// The middle nine tenths of a figure.
struct FigureRange {
    double low = 0.0;   ///< 5th percentile
    double high = 0.0;  ///< 95th, both interpolated linearly between the two nearest values
    /// Both ends included.
    [[nodiscard]] bool contains(double value) const { return value >= low - 1e-9 && value <= high + 1e-9; }
    friend bool operator==(const FigureRange&, const FigureRange&) = default;
};
using FigureRanges = std::array<FigureRange, figureCount>;  ///< by Figure

/// Of many passages; nothing where there are none.
std::optional<FigureRanges> rangesOf(std::span<const Figures> passages);

/// Which figures are inside.
std::array<bool, figureCount> inside(const Figures& figures, const FigureRanges& ranges);

}  // namespace ricercar
