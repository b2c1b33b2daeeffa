#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ricercar {

/// The groups of features of a cell (t, n), which predict the state at (t+1, n).
enum class FeatureGroup { Vicinity, MidiValue, PitchClass, NoteCounts, Beat };

struct FeatureSpan {
    FeatureGroup group;
    std::string_view name;
    int offset;
    int width;
    bool alongTime;   ///< changes from step to step
    bool alongNotes;  ///< changes from pitch to pitch
    std::string_view meaning;
};

inline constexpr int vicinityReach = 12;  ///< pitches below and above

/// The one table of features: builder, model, views and tests read it.
inline constexpr std::array<FeatureSpan, 5> featureLayout{{
    {FeatureGroup::Vicinity, "vicinity", 0, 2 * (2 * vicinityReach + 1), true, true,
     "play and articulate of pitches n-12 .. n+12, in pairs, zero outside the range"},
    {FeatureGroup::MidiValue, "midi_value", 50, 1, false, true, "pitch / 127"},
    {FeatureGroup::PitchClass, "pitch_class", 51, 12, false, true, "one-hot, C first"},
    {FeatureGroup::NoteCounts, "note_counts", 63, 12, true, true,
     "notes playing per pitch class over all octaves; relative: index 0 is n's own class"},
    {FeatureGroup::Beat, "beat", 75, 4, true, false, "step within the bar, modulo 16, in binary, fastest bit first"},
}};

inline constexpr int featureCount = 79;

constexpr const FeatureSpan& featureSpan(FeatureGroup group) { return featureLayout[static_cast<std::size_t>(group)]; }

constexpr bool featureLayoutIsDense() {
    int offset = 0;
    for (std::size_t i = 0; i < featureLayout.size(); ++i) {
        if (static_cast<std::size_t>(featureLayout[i].group) != i || featureLayout[i].offset != offset) return false;
        offset += featureLayout[i].width;
    }
    return offset == featureCount;
}
static_assert(featureLayoutIsDense(), "the spans follow one another, in the order of the groups");

}  // namespace ricercar
