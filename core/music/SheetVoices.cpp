// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/SheetVoices.h"

#include <algorithm>
#include <array>
#include <set>

namespace ricercar {
namespace {

struct LengthName {
    int steps;
    NoteValue value;
    int grid;  ///< it begins at a multiple of this
};
constexpr std::array<LengthName, 10> lengths{{{32, {"breve", 0}, 16},
                                              {24, {"whole", 1}, 8},
                                              {16, {"whole", 0}, 8},
                                              {12, {"half", 1}, 4},
                                              {8, {"half", 0}, 4},
                                              {6, {"quarter", 1}, 4},
                                              {4, {"quarter", 0}, 2},
                                              {3, {"eighth", 1}, 4},
                                              {2, {"eighth", 0}, 2},
                                              {1, {"16th", 0}, 1}}};

/// Notes that may overlap, as chords from each start or end of a note to the next.
SheetVoice cutVoice(const std::vector<RollNote>& notes) {
    std::set<int> cuts;
    for (const RollNote& note : notes) cuts.insert({note.start, note.start + note.length});
    SheetVoice voice;
    for (auto cut = cuts.begin(); cut != cuts.end() && std::next(cut) != cuts.end(); ++cut) {
        SheetChord chord{*cut, *std::next(cut) - *cut, {}};
        for (const RollNote& note : notes)
            if (note.start <= *cut && note.start + note.length > *cut)
                chord.tones.push_back({note.pitch, note.start<*cut, note.start + note.length> * std::next(cut)});
        std::ranges::sort(chord.tones, {}, &SheetTone::pitch);
        if (!chord.tones.empty()) voice.push_back(std::move(chord));
    }
    return voice;
}

/// From `from` to `to` of it.
SheetChord cutChord(const SheetChord& chord, int from, int to) {
    SheetChord piece{from, to - from, chord.tones};
    for (SheetTone& tone : piece.tones) {
        if (from > chord.start) tone.fromBefore = true;
        if (to < chord.start + chord.length) tone.goesOn = true;
    }
    return piece;
}

}  // namespace

std::vector<SheetVoice> voicesOf(std::vector<RollNote> notes) {
    std::ranges::sort(notes, [](const RollNote& a, const RollNote& b) {
        return a.start != b.start ? a.start < b.start : a.length != b.length ? a.length > b.length : a.pitch > b.pitch;
    });
    std::vector<std::vector<RollNote>> chords;
    for (const RollNote& note : notes) {
        const bool same =
            !chords.empty() && chords.back().front().start == note.start && chords.back().front().length == note.length;
        if (!same) chords.emplace_back();
        chords.back().push_back(note);
    }
    std::ranges::stable_sort(chords, [](const auto& a, const auto& b) {  // the highest in the first voice
        return a.front().start != b.front().start ? a.front().start < b.front().start : a.front().pitch > b.front().pitch;
    });
    std::vector<std::vector<RollNote>> voices;
    std::vector<int> ends;
    for (const auto& chord : chords) {
        std::size_t voice = 0;
        while (voice < voices.size() && ends[voice] > chord.front().start) ++voice;
        voice = std::min<std::size_t>(voice, mostVoices - 1);
        if (voice == voices.size()) {
            voices.emplace_back();
            ends.push_back(0);
        }
        voices[voice].insert(voices[voice].end(), chord.begin(), chord.end());
        ends[voice] = std::max(ends[voice], chord.front().start + chord.front().length);
    }
    std::vector<SheetVoice> result;
    for (const auto& voice : voices) result.push_back(cutVoice(voice));
    return result;
}

SheetVoice barOf(const SheetVoice& voice, int first, int end) {
    SheetVoice bar;
    int at = first;
    auto chord = std::ranges::lower_bound(voice, first, {}, [](const SheetChord& c) { return c.start + c.length - 1; });
    for (; chord != voice.end() && chord->start < end; ++chord) {
        const int from = std::max(first, chord->start);
        const int to = std::min(end, chord->start + chord->length);
        if (from > at) bar.push_back({at, from - at, {}});
        bar.push_back(cutChord(*chord, from, to));
        at = to;
    }
    if (at < end) bar.push_back({at, end - at, {}});
    return bar;
}

std::vector<SheetChord> inNoteValues(const SheetChord& chord, int inBar, bool compound) {
    std::vector<SheetChord> pieces;
    for (int done = 0; done < chord.length;) {
        const int left = chord.length - done;
        const int at = inBar + done;
        const auto fits = std::ranges::find_if(lengths, [&](const LengthName& length) {
            const bool beats = compound && length.steps % 6 == 0 && at % 6 == 0;
            return length.steps <= left && (at % length.grid == 0 || beats);
        });
        pieces.push_back(cutChord(chord, chord.start + done, chord.start + done + fits->steps));
        done += fits->steps;
    }
    return pieces;
}

NoteValue noteValueOf(int steps) {
    const auto found = std::ranges::find(lengths, steps, &LengthName::steps);
    return found == lengths.end() ? NoteValue{} : found->value;
}

}  // namespace ricercar
