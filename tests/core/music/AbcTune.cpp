// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/music/AbcTune.h"

#include <cctype>
#include <cstdint>
#include <fstream>
#include <utility>

namespace ricercar::test {

namespace {

Meter readMeter(const std::string& text) {
    const auto slash = text.find('/');
    return {std::stoi(text.substr(0, slash)), std::stoi(text.substr(slash + 1))};
}

/// The music lines of one voice.
class VoiceReader {
public:
    VoiceReader(AbcTune& tune, AbcTune::Voice& voice, int unit) : tune_(tune), voice_(voice), unit_(unit) {}

    void line(const std::string& text) {
        text_ = text;
        for (at_ = 0; at_ < text_.size();) token();
    }

    void finish() {
        if (length_ > 0) tune_.faults.push_back("music after the last bar line");
    }

private:
    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void token() {
        const char c = here();
        if (c == ' ') {
            ++at_;
        } else if (c == '"') {
            tune_.chordSymbols = true;
            at_ = text_.find('"', at_ + 1) + 1;
        } else if (c == '|' || c == ':') {
            barLine();
        } else if (c == '[') {
            chord();
        } else if (c == '-') {
            tied_ = true;
            ++at_;
        } else if (c == '>' || c == '<') {
            dotted(c == '>');
        } else if (pitch()) {
            note(c == 'z' ? 0 : 1);
        } else {
            tune_.faults.push_back("not understood: " + text_.substr(at_));
            at_ = text_.size();
        }
    }

    void barLine() {
        while (here() == '|' || here() == ':' || here() == ']' || here() == '1' || here() == '2') {
            if (here() == ':') tune_.repeats = true;
            ++at_;
        }
        if (length_ > 0) voice_.bars.push_back(length_);
        length_ = 0;
    }

    /// Accidental, letter and octave marks.
    bool pitch() {
        while (here() == '^' || here() == '_' || here() == '=') ++at_;
        const char letter = here();
        if (!((letter >= 'A' && letter <= 'G') || (letter >= 'a' && letter <= 'g') || letter == 'z')) return false;
        ++at_;
        while (here() == ',' || here() == '\'') ++at_;
        return true;
    }

    void chord() {
        int notes = 0;
        ++at_;
        while (here() != ']' && pitch()) ++notes;
        if (here() != ']') tune_.faults.push_back("chord: " + text_.substr(at_));
        ++at_;
        note(notes);
    }

    int number(int otherwise) {
        if (std::isdigit(static_cast<unsigned char>(here())) == 0) return otherwise;
        int value = 0;
        for (; std::isdigit(static_cast<unsigned char>(here())) != 0; ++at_) value = value * 10 + (here() - '0');
        return value;
    }

    void note(int notes) {
        int length = unit_ * number(1);
        if (here() == '/') {
            ++at_;
            length /= number(2);
        }
        length = length * factor_.first / factor_.second;
        factor_ = {1, 1};
        add(length, notes);
        if (!std::exchange(tied_, false)) voice_.notes += notes;
        lastLength_ = length;
        lastNotes_ = notes;
    }

    void add(int length, int notes) {
        length_ += length;
        voice_.sound += static_cast<std::int64_t>(length) * notes;
    }

    /// a>b: the first takes half of the second's length.
    void dotted(bool first) {
        ++at_;
        const int change = first ? lastLength_ / 2 : -lastLength_ / 2;
        add(change, lastNotes_);
        factor_ = first ? std::pair{1, 2} : std::pair{3, 2};
    }

    AbcTune& tune_;
    AbcTune::Voice& voice_;
    int unit_;
    std::string text_;
    std::size_t at_ = 0;
    int length_ = 0;
    int lastLength_ = 0;
    int lastNotes_ = 0;
    bool tied_ = false;
    std::pair<int, int> factor_{1, 1};
};

}  // namespace

AbcTune readAbc(const std::filesystem::path& path) {
    AbcTune tune;
    int unit = 0;
    std::map<std::string, VoiceReader> readers;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('%')) continue;
        if (line.size() > 1 && line[1] == ':' && std::isalpha(static_cast<unsigned char>(line[0])) != 0) {
            const std::string value = line.substr(2);
            if (value.starts_with("pick-up ")) {
                tune.pickup = readMeter(value.substr(8));
            } else if (line[0] != 'N') {
                tune.fields.emplace(line[0], value);
            }
            if (line[0] == 'M') tune.meter = readMeter(value);
            if (line[0] == 'L') {
                const Meter length = readMeter(value);
                unit = 16 * AbcTune::unitsPerStep * length.numerator / length.denominator;
            }
            continue;
        }
        std::string name;
        if (line.starts_with("[V:")) {
            const auto end = line.find(']');
            name = line.substr(3, end - 3);
            line = line.substr(end + 1);
        }
        readers.try_emplace(name, tune, tune.voices[name], unit).first->second.line(line);
    }
    for (auto& [name, reader] : readers) reader.finish();
    return tune;
}

}  // namespace ricercar::test
