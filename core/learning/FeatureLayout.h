// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace ricercar {

/// What a model sees of the music. Each layout is a table of groups; a model's layout is fixed when its run starts.
enum class FeatureLayout {
    Seed,         ///< the step itself: vicinity, pitch, counts, beat
    Remembering,  ///< also what stood in like places of the piece before, and all that was chosen below
};

/// The groups of features of a cell (t, n), which predict the state at (t+1, n).
enum class FeatureGroup {
    Vicinity,
    MidiValue,
    PitchClass,
    NoteCounts,
    Beat,
    Echo,
    Above,
    Lags,
    Run,
    Phrase,
    Before,
    Voices,
    Histogram,
    Neighbour,
    Octave,
    Chosen,
    Expected,
    Count,
};

/// Which axis reads a group.
enum class FeatureAxis {
    Time,  ///< the time axis: a function of the steps up to t
    Note,  ///< the note axis: also of what is chosen below n in step t+1
};

struct FeatureSpan {
    FeatureGroup group;
    std::string_view name;
    FeatureAxis axis;
    int offset;  ///< among the columns of its axis
    int width;
    bool alongTime;   ///< changes from step to step
    bool alongNotes;  ///< changes from pitch to pitch
    std::string_view meaning;
};

inline constexpr int vicinityReach = 12;  ///< pitches below and above

inline constexpr int seedFeatures = 79;  ///< columns of the seed's time axis

// Of the remembering layout.
inline constexpr int echoes = 4;     ///< places that are remembered: longest, second, transposed, soft
inline constexpr int echoReach = 2;  ///< pitches below and above whose continuation is seen
inline constexpr int echoWidth = 2 * echoReach + 1 + 1 + 1 + 4;
inline constexpr int lagBars[] = {1, 2, 4, 8};
inline constexpr int lagWidth = 4;

/// The table of a layout, in the order of the columns: first those of the time axis, then those of the note axis. Builder,
/// model, views and tests read it.
std::span<const FeatureSpan> featureSpans(FeatureLayout layout);
/// Of a group that the layout has.
const FeatureSpan& featureSpan(FeatureLayout layout, FeatureGroup group);
/// Columns of the time axis' input.
int timeFeatures(FeatureLayout layout);
/// Columns that the note axis is given beside the time axis' output.
int noteFeatures(FeatureLayout layout);

/// The groups that are shown to people and exported: all, but for the seed's, which is published without the note axis' two.
std::span<const FeatureSpan> shownSpans(FeatureLayout layout);
/// Their columns: the time axis' first.
int shownFeatures(FeatureLayout layout);
/// Where a group begins among them.
int shownColumn(FeatureLayout layout, const FeatureSpan& span);

}  // namespace ricercar
