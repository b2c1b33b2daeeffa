// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/FeatureLayout.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace ricercar {
namespace {

using enum FeatureAxis;
using enum FeatureGroup;

constexpr FeatureSpan neighbour{Neighbour, "neighbour", Note, 0,
                                2,         true,        true, "play and articulate chosen for the pitch below"};

constexpr std::array<FeatureSpan, 6> seed{{
    {Vicinity, "vicinity", Time, 0, 2 * (2 * vicinityReach + 1), true, true,
     "play and articulate of pitches n-12 .. n+12, in pairs, zero outside the range"},
    {MidiValue, "midi_value", Time, 50, 1, false, true, "pitch / 127"},
    {PitchClass, "pitch_class", Time, 51, 12, false, true, "one-hot, C first"},
    {NoteCounts, "note_counts", Time, 63, 12, true, true,
     "notes playing per pitch class over all octaves; relative: index 0 is n's own class"},
    {Beat, "beat", Time, 75, 4, true, false, "step within the bar, modulo 16, in binary, fastest bit first"},
    neighbour,
}};

constexpr std::array<FeatureSpan, 17> remembering{{
    seed[0],
    seed[1],
    seed[2],
    seed[3],
    seed[4],
    {Echo, "echo", Time, 79, echoes* echoWidth, true, true,
     "for each place that is remembered (longest match, second, transposed, soft): play of n-2 .. n+2 and articulate of n in "
     "the "
     "step that came next there; whether there is one; length at least 2, 4, 8, 16 (soft: agreement at least .5, .7, .85, "
     ".97)"},
    {Above, "above", Time, 123, 10, true, true, "play of n+3 .. n+12 in the step that came next after the longest match"},
    {Lags, "lags", Time, 133, 4 * lagWidth, true, true,
     "for 1, 2, 4 and 8 bars before t+1: play and articulate of n there, how well the last half bar agrees with that lag, and "
     "play "
     "times agreement"},
    {Run, "run", Time, 149, 6, true, true,
     "how long n has been sounding / 16, at least 2, 4, 8 steps; how long it has been silent, in octaves of steps / 6; whether "
     "it "
     "sounded in the last 63 steps"},
    {Phrase, "phrase", Time, 155, 3, true, false, "bar of the phrase, modulo 8, in binary, fastest bit first"},
    {Before, "before", Time, 158, 5, true, true, "play of n-2 .. n+2 in the step before t"},
    {Voices, "voices", Time, 163, 9, true, true,
     "notes of t below n at least 1, 2, 3, 4; above n at least 1, 2, 3, 4; notes of t / 8"},
    {Histogram, "histogram", Time, 172, 12, true, true,
     "steps that each pitch class has sounded so far in the piece, the commonest 1; index 0 is n's own class"},
    neighbour,
    {Octave, "octave", Note, 2, 11, true, true, "play chosen for n-2 .. n-12"},
    {Chosen, "chosen", Note, 13, 18, true, true,
     "of the notes chosen below n: pitch classes from n's own up, their number / 4, at least 1, 2, 3, 4, distance of the "
     "highest "
     "/ 24 (1 where there is none)"},
    {Expected, "expected", Note, 31, 7, true, true,
     "play of n in the step that came next after each remembered place; notes of the longest match's still to come above n, at "
     "least 1, 2, 3"},
}};

constexpr int columns(std::span<const FeatureSpan> table, FeatureAxis axis) {
    int count = 0;
    for (const FeatureSpan& span : table)
        if (span.axis == axis) count += span.width;
    return count;
}

constexpr bool dense(std::span<const FeatureSpan> table) {
    int next[2] = {0, 0};
    for (const FeatureSpan& span : table) {
        int& at = next[static_cast<int>(span.axis)];
        if (span.offset != at) return false;
        at += span.width;
    }
    return true;
}
static_assert(dense(seed) && dense(remembering), "the spans of an axis follow one another");

}  // namespace

std::span<const FeatureSpan> featureSpans(FeatureLayout layout) {
    if (layout == FeatureLayout::Seed) return seed;
    return remembering;
}

const FeatureSpan& featureSpan(FeatureLayout layout, FeatureGroup group) {
    const auto spans = featureSpans(layout);
    const auto found = std::ranges::find(spans, group, &FeatureSpan::group);
    if (found == spans.end()) throw std::invalid_argument("the layout has no such group");
    return *found;
}

std::span<const FeatureSpan> shownSpans(FeatureLayout layout) {
    return layout == FeatureLayout::Seed ? featureSpans(layout).first(seed.size() - 1) : featureSpans(layout);
}

int shownFeatures(FeatureLayout layout) { return columns(shownSpans(layout), Time) + columns(shownSpans(layout), Note); }

int shownColumn(FeatureLayout layout, const FeatureSpan& span) {
    return span.offset + (span.axis == Note ? timeFeatures(layout) : 0);
}

int timeFeatures(FeatureLayout layout) { return columns(featureSpans(layout), Time); }

int noteFeatures(FeatureLayout layout) { return columns(featureSpans(layout), Note); }

}  // namespace ricercar
