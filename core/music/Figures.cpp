// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Figures.h"

#include "core/music/Scale.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace ricercar {
namespace {

double entropy(const ClassCounts& classes, double notes) {
    double bits = 0.0;
    for (const std::int64_t count : classes)
        if (count > 0) bits -= static_cast<double>(count) / notes * std::log2(static_cast<double>(count) / notes);
    return bits;
}

/// The first steps of the whole bars.
std::vector<int> wholeBars(const PianoRoll& roll) {
    std::vector<int> starts;
    const int begun = roll.steps() > 0 ? roll.stepInBar(0) : 0;
    for (int step = begun > 0 ? roll.barSteps() - begun : 0; step + roll.barSteps() <= roll.steps(); step += roll.barSteps())
        starts.push_back(step);
    return starts;
}

bool attacked(std::span<const Cell> row) {
    return std::ranges::any_of(row, [](Cell cell) { return (cell & articulateBit) != 0; });
}

double grooveConsistency(const PianoRoll& roll, const std::vector<int>& bars) {
    if (bars.size() < 2) return 1.0;
    std::int64_t different = 0;
    for (std::size_t bar = 1; bar < bars.size(); ++bar)
        for (int step = 0; step < roll.barSteps(); ++step)
            different += attacked(roll.row(bars[bar] + step)) != attacked(roll.row(bars[bar - 1] + step));
    return 1.0 - static_cast<double>(different) / static_cast<double>(bars.size() - 1) / roll.barSteps();
}

double repetition(const PianoRoll& roll, const std::vector<int>& bars) {
    std::map<std::string, int> seen;  // the cells of a bar -> how often
    int sounding = 0;
    int returning = 0;
    for (const int start : bars) {
        std::string cells;
        for (int step = start; step < start + roll.barSteps(); ++step) {
            const auto row = roll.row(step);
            cells.append(row.begin(), row.end());
        }
        if (std::ranges::all_of(cells, [](char cell) { return cell == 0; })) continue;
        ++sounding;
        returning += seen[cells]++ > 0;
    }
    return sounding > 0 ? static_cast<double>(returning) / sounding : 0.0;
}

double percentile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

std::string_view figureKey(Figure figure) {
    constexpr std::array<std::string_view, figureCount> keys{"notes_per_bar",       "polyphony",   "silence",
                                                             "pitch_class_entropy", "scale_share", "range",
                                                             "groove_consistency",  "repetition",  "note_length"};
    return keys.at(static_cast<std::size_t>(figure));
}

Figures figuresOf(const PianoRoll& roll) {
    Figures figures{};
    const std::vector<int> bars = wholeBars(roll);
    valueOf(figures, Figure::Silence) = 1.0;
    valueOf(figures, Figure::GrooveConsistency) = grooveConsistency(roll, bars);
    const std::vector<RollNote> notes = notesOf(roll);
    if (notes.empty()) return figures;

    ClassCounts classes{};
    int lowest = 127;
    int highest = 0;
    std::int64_t length = 0;
    for (const RollNote& note : notes) {
        ++classes[static_cast<std::size_t>(note.pitch % 12)];
        lowest = std::min(lowest, note.pitch);
        highest = std::max(highest, note.pitch);
        length += note.length;
    }
    int soundingSteps = 0;
    for (int step = 0; step < roll.steps(); ++step)
        soundingSteps += std::ranges::any_of(roll.row(step), [](Cell cell) { return (cell & playBit) != 0; });
    const auto count = static_cast<double>(notes.size());
    valueOf(figures, Figure::NotesPerBar) = count * roll.barSteps() / roll.steps();
    valueOf(figures, Figure::Polyphony) = static_cast<double>(length) / soundingSteps;
    valueOf(figures, Figure::Silence) = 1.0 - static_cast<double>(soundingSteps) / roll.steps();
    valueOf(figures, Figure::PitchClassEntropy) = entropy(classes, count);
    valueOf(figures, Figure::ScaleShare) = static_cast<double>(bestScale(classes).held) / count;
    valueOf(figures, Figure::Range) = highest - lowest;
    valueOf(figures, Figure::Repetition) = repetition(roll, bars);
    valueOf(figures, Figure::NoteLength) = static_cast<double>(length) / count;
    return figures;
}

std::vector<PianoRoll> passagesOf(const PianoRoll& roll, int bars) {
    const std::vector<int> starts = wholeBars(roll);
    const auto whole = static_cast<int>(starts.size());
    if (whole < std::min(fewestBars, bars)) return {};
    if (whole < bars) return {roll};
    std::vector<PianoRoll> passages;
    for (int bar = 0; bar + bars <= whole; bar += bars)
        passages.push_back(roll.slice(starts[static_cast<std::size_t>(bar)], bars * roll.barSteps()));
    return passages;
}

std::optional<FigureRanges> rangesOf(std::span<const Figures> passages) {
    if (passages.empty()) return std::nullopt;
    FigureRanges ranges;
    for (std::size_t figure = 0; figure < figureCount; ++figure) {
        std::vector<double> values;
        for (const Figures& figures : passages) values.push_back(figures[figure]);
        std::ranges::sort(values);
        ranges[figure] = {percentile(values, 0.05), percentile(values, 0.95)};
    }
    return ranges;
}

std::array<bool, figureCount> inside(const Figures& figures, const FigureRanges& ranges) {
    std::array<bool, figureCount> result{};
    for (std::size_t figure = 0; figure < figureCount; ++figure) result[figure] = ranges[figure].contains(figures[figure]);
    return result;
}

}  // namespace ricercar
