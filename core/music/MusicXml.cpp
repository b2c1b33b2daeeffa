// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MusicXml.h"

#include "core/music/Scale.h"
#include "core/music/SheetVoices.h"
#include "core/music/Statistics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>

namespace ricercar {
namespace {

constexpr int middleC = 60;
constexpr int signs = 6;  // the most in a signature

/// The tonic of the major scale with that signature.
int tonicOf(int fifths) { return ((fifths * 7) % 12 + 12) % 12; }

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            default: result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return result;
}

std::string decimal(double value) {
    std::array<char, 32> digits{};
    const double rounded = std::round(value * 1000.0) / 1000.0;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded).ptr;
    return {digits.data(), end};
}

std::string element(const char* name, const std::string& text) {
    return std::string("<") + name + ">" + text + "</" + name + ">";
}
std::string element(const char* name, int number) { return element(name, std::to_string(number)); }

/// A pitch as the signature spells it: of the line of fifths, three flatward and eight sharpward of the tonic.
std::string spelled(int pitch, int fifths) {
    static constexpr std::array<char, 7> letters{'F', 'C', 'G', 'D', 'A', 'E', 'B'};
    static constexpr std::array<int, 7> naturals{5, 0, 7, 2, 9, 4, 11};
    int place = fifths - 3;
    while (((place * 7 - pitch) % 12 + 12) % 12 != 0) ++place;
    const int alter = static_cast<int>(std::floor((place + 1) / 7.0));
    const auto letter = static_cast<std::size_t>(place + 1 - 7 * alter);
    const int octave = (pitch - naturals[letter] - alter + 120) / 12 - 11;
    return "<pitch>" + element("step", std::string(1, letters[letter])) + (alter != 0 ? element("alter", alter) : "") +
           element("octave", octave) + "</pitch>";
}

/// From the section's first step on.
struct Bar {
    int first = 0;
    int end = 0;
    bool pickup = false;
};

std::vector<Bar> barsOfSection(const PianoRoll& roll) {
    std::vector<Bar> bars;
    int at = 0;
    if (roll.barOffset() > 0) {
        at = roll.barSteps() - roll.barOffset();
        bars.push_back({0, at, true});
    }
    for (; at < roll.steps() || bars.empty(); at += roll.barSteps()) bars.push_back({at, at + roll.barSteps(), false});
    return bars;
}

struct Staves {
    bool upper = true, lower = true;
    [[nodiscard]] int count() const { return upper && lower ? 2 : 1; }
};

Staves stavesOf(const SheetPart& part) {
    Staves staves{false, false};
    for (const SheetSection& section : part.sections)
        if (const auto range = soundingRange(section.roll)) {
            staves.upper |= range->highest >= middleC;
            staves.lower |= range->lowest < middleC;
        }
    if (!staves.upper && !staves.lower) staves.upper = true;
    return staves;
}

class PartWriter {
public:
    PartWriter(const SheetPart& part, std::size_t bars) : part_(part), staves_(stavesOf(part)), bars_(bars) {}

    std::string write() {
        for (const SheetSection& section : part_.sections) writeSection(section);
        while (number_ < bars_) writeEmptyBar();
        return std::move(out_);
    }

private:
    void writeSection(const SheetSection& section) {
        const PianoRoll& roll = section.roll;
        key_ = keySignatureOf(roll);
        barSteps_ = roll.barSteps();
        compound_ = roll.meter().denominator >= 8 && roll.meter().numerator % 3 == 0 && roll.meter().numerator > 3;
        std::vector<std::vector<SheetVoice>> voices;
        std::vector<RollNote> upper, lower;
        for (const RollNote& note : notesOf(roll)) (note.pitch >= middleC ? upper : lower).push_back(note);
        if (staves_.upper) voices.push_back(voicesOf(std::move(upper)));
        if (staves_.lower) voices.push_back(voicesOf(std::move(lower)));
        bool first = true;
        for (const Bar& bar : barsOfSection(roll)) {
            openBar(bar.pickup);
            if (first) writeAttributes(section);
            if (first) writeTempo(section.tempo);
            first = false;
            writeBar(voices, bar);
            out_ += "</measure>\n";
        }
    }

    /// A pick-up at the beginning is bar 0, one that comes later counts with the bar before it.
    void openBar(bool pickup) {
        ++number_;
        if (!pickup) ++counted_;
        const std::string counted = pickup && number_ > 1 ? "X" + std::to_string(number_) : std::to_string(counted_);
        out_ += "<measure number=\"" + counted + "\"" + (pickup ? " implicit=\"yes\"" : "") + ">\n";
    }

    void writeAttributes(const SheetSection& section) {
        const Meter& meter = section.roll.meter();
        out_ += "<attributes>" + element("divisions", stepsPerQuarter) + "<key>" + element("fifths", key_.fifths) +
                element("mode", key_.minor ? "minor" : "major") + "</key><time>" + element("beats", meter.numerator) +
                element("beat-type", meter.denominator) + "</time>" + element("staves", staves_.count());
        int staff = number_ > 1 ? 2 : 0;  // clefs stand at the beginning
        for (const auto& [there, sign, line] : {std::tuple{staves_.upper, "G", 2}, {staves_.lower, "F", 4}})
            if (there && staff < 2)
                out_ += "<clef number=\"" + std::to_string(++staff) + "\">" + element("sign", sign) + element("line", line) +
                        "</clef>";
        out_ += "</attributes>\n";
    }

    void writeTempo(double tempo) {
        out_ += "<direction placement=\"above\"><direction-type><metronome>" + element("beat-unit", "quarter") +
                element("per-minute", decimal(tempo)) + "</metronome></direction-type><staff>1</staff><sound tempo=\"" +
                decimal(tempo) + "\"/></direction>\n";
    }

    void writeBar(const std::vector<std::vector<SheetVoice>>& staves, const Bar& bar) {
        bool begun = false;
        const auto back = [&] {
            if (std::exchange(begun, true)) out_ += "<backup>" + element("duration", bar.end - bar.first) + "</backup>\n";
        };
        for (std::size_t staff = 0; staff < staves.size(); ++staff) {
            static const SheetVoice silent;
            const auto voices = std::max<std::size_t>(1, staves[staff].size());
            for (std::size_t voice = 0; voice < voices; ++voice) {
                const SheetVoice content =
                    barOf(voice < staves[staff].size() ? staves[staff][voice] : silent, bar.first, bar.end);
                const bool sounds = std::ranges::any_of(content, [](const SheetChord& chord) { return !chord.tones.empty(); });
                if (voice > 0 && !sounds) continue;
                back();
                writeVoice(content, bar, {static_cast<int>(staff), static_cast<int>(voice), sounds});
            }
        }
    }

    struct Place {
        int staff = 0;
        int voice = 0;  ///< in the staff
        bool sounds = true;
    };

    void writeVoice(const SheetVoice& content, const Bar& bar, const Place& place) {
        if (!place.sounds && !bar.pickup) {
            out_ += "<note><rest measure=\"yes\"/>" + element("duration", bar.end - bar.first) + tail(place) + "</note>\n";
            return;
        }
        const int offset = bar.pickup ? barSteps_ - (bar.end - bar.first) : 0;
        for (const SheetChord& chord : content) {
            if (chord.tones.empty() && place.voice > 0) {
                out_ += "<forward>" + element("duration", chord.length) + "</forward>\n";
                continue;
            }
            for (const SheetChord& piece : inNoteValues(chord, chord.start - bar.first + offset, compound_))
                writeChord(piece, place);
        }
    }

    /// What ends a note: voice, value, staff.
    [[nodiscard]] std::string tail(const Place& place, const NoteValue& value = {}) const {
        std::string text = element("voice", place.staff * mostVoices + place.voice + 1);
        if (*value.name != 0) text += element("type", value.name);
        for (int dot = 0; dot < value.dots; ++dot) text += "<dot/>";
        return text + element("staff", place.staff + 1);
    }

    void writeChord(const SheetChord& chord, const Place& place) {
        const NoteValue value = noteValueOf(chord.length);
        if (chord.tones.empty()) out_ += "<note><rest/>" + element("duration", chord.length) + tail(place, value) + "</note>\n";
        for (std::size_t i = 0; i < chord.tones.size(); ++i) {
            const SheetTone& tone = chord.tones[i];
            std::string ties, tied;
            for (const auto& [there, type] : {std::pair{tone.fromBefore, "stop"}, {tone.goesOn, "start"}})
                if (there) {
                    ties += std::string("<tie type=\"") + type + "\"/>";
                    tied += std::string("<tied type=\"") + type + "\"/>";
                }
            out_ += std::string("<note>") + (i > 0 ? "<chord/>" : "") + spelled(tone.pitch, key_.fifths) +
                    element("duration", chord.length) + ties + tail(place, value) +
                    (tied.empty() ? "" : element("notations", tied)) + "</note>\n";
        }
    }

    void writeEmptyBar() {
        openBar(false);
        writeBar(std::vector<std::vector<SheetVoice>>(static_cast<std::size_t>(staves_.count())), {0, barSteps_, false});
        out_ += "</measure>\n";
    }

    const SheetPart& part_;
    Staves staves_;
    std::size_t bars_;
    std::string out_;
    std::size_t number_ = 0;  ///< bars so far
    int counted_ = 0;         ///< as musicians count: a pick-up is bar 0
    KeySignature key_;
    int barSteps_ = 16;
    bool compound_ = false;
};

}  // namespace

KeySignature keySignatureOf(const PianoRoll& roll) {
    std::array<std::int64_t, 12> classes{};
    for (const RollNote& note : notesOf(roll)) ++classes[static_cast<std::size_t>(note.pitch % 12)];
    const auto held = [&](int fifths) {
        const Scale scale{tonicOf(fifths), Mode::Major};
        std::int64_t notes = 0;
        for (int pitchClass = 0; pitchClass < 12; ++pitchClass)
            if (scale.contains(pitchClass)) notes += classes[static_cast<std::size_t>(pitchClass)];
        return notes;
    };
    const KeyEstimate key = estimateKey(roll);
    const auto isKey = [&](int fifths) {
        return key.correlation > 0.0 && tonicOf(fifths) == (key.tonic + (key.minor ? 3 : 0)) % 12;
    };
    int best = 0;
    for (const int fifths : {1, -1, 2, -2, 3, -3, 4, -4, 5, -5, signs, -signs})
        if (held(fifths) > held(best) || (held(fifths) == held(best) && isKey(fifths) && !isKey(best))) best = fifths;
    return {best, key.minor && isKey(best)};
}

std::string musicXml(const std::vector<SheetPart>& parts, const std::string& title) {
    std::size_t bars = 0;
    for (const SheetPart& part : parts) {
        std::size_t count = 0;
        for (const SheetSection& section : part.sections) count += barsOfSection(section.roll).size();
        bars = std::max(bars, count);
    }
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!DOCTYPE score-partwise PUBLIC \"-//Recordare//DTD MusicXML 3.1 Partwise//EN\" "
        "\"http://www.musicxml.org/dtds/partwise.dtd\">\n"
        "<score-partwise version=\"3.1\">\n<work>" +
        element("work-title", escaped(title)) + "</work>\n<identification><encoding>" +
        element("software", "Ricercar " RICERCAR_VERSION) + "</encoding></identification>\n<part-list>\n";
    for (std::size_t i = 0; i < parts.size(); ++i)
        xml += "<score-part id=\"P" + std::to_string(i + 1) + "\">" + element("part-name", escaped(parts[i].name)) +
               "</score-part>\n";
    xml += "</part-list>\n";
    for (std::size_t i = 0; i < parts.size(); ++i)
        xml += "<part id=\"P" + std::to_string(i + 1) + "\">\n" + PartWriter(parts[i], bars).write() + "</part>\n";
    return xml + "</score-partwise>\n";
}

}  // namespace ricercar
