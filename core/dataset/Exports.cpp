// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Exports.h"

#include "core/base/Error.h"
#include "core/base/Numpy.h"
#include "core/music/MidiFile.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>

namespace ricercar {
namespace {

constexpr std::array<const char*, 4> subsetNames{"train", "validation", "test", "off"};
constexpr std::size_t longestName = 120;  // bytes, of a file

std::string numberText(double value) {
    if (!std::isfinite(value)) return {};
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string sentencesOf(const std::vector<Message>& messages) {
    std::string text;
    for (const Message& message : messages) text += (text.empty() ? "" : " ") + english(message);
    return text;
}

class Row {
public:
    Row& operator<<(std::string_view text) {
        if (!first_) line_ += ',';
        first_ = false;
        if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
            line_ += text;
            return *this;
        }
        line_ += '"';
        for (const char c : text) line_ += c == '"' ? std::string("\"\"") : std::string(1, c);
        line_ += '"';
        return *this;
    }
    Row& operator<<(const char* text) { return *this << std::string_view(text); }
    Row& operator<<(const std::string& text) { return *this << std::string_view(text); }
    Row& operator<<(std::int64_t number) { return *this << std::to_string(number); }
    Row& operator<<(int number) { return *this << std::to_string(number); }
    Row& operator<<(double number) { return *this << numberText(number); }
    [[nodiscard]] std::string line() const { return line_ + "\r\n"; }

private:
    std::string line_;
    bool first_ = true;
};

std::string channelText(const Piece& piece) {
    std::string text;
    for (const int channel : channelsOf(piece)) text += (text.empty() ? "" : " ") + std::to_string(channel);
    return text;
}

std::string tagsOf(const std::vector<std::string>& tags) {
    std::string text;
    for (const std::string& tag : tags) text += (text.empty() ? "" : "; ") + tag;
    return text;
}

/// A title as part of a file's name on any system.
std::string fileName(const Piece& piece, const char* extension) {
    std::string title;
    for (const char c : piece.title) {
        const bool bad =
            static_cast<unsigned char>(c) < 32 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
        title += bad ? '_' : c;
    }
    if (title.size() > longestName) {
        std::size_t end = longestName;
        while (end > 0 && (static_cast<unsigned char>(title[end]) & 0xC0) == 0x80) --end;  // not within a letter
        title.resize(end);
    }
    while (!title.empty() && (title.back() == ' ' || title.back() == '.')) title.pop_back();
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "%04lld", static_cast<long long>(piece.id));
    return number.data() + (title.empty() ? "" : " " + title) + extension;
}

template <class Encode>
int exportRolls(const Workspace& workspace, const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan,
                const std::filesystem::path& folder, const Task& task, const char* extension, Encode&& encode) {
    int written = 0;
    std::uint64_t done = 0;
    for (const Piece& piece : facts.pieces) {
        if (task.stopped()) break;
        const auto found = plan.find(piece.id);
        if (found != plan.end() && found->second.subset != Subset::Off && piece.steps > 0) {
            const std::filesystem::path into = folder / nameOf(found->second.subset);
            makeFolder(into);
            writeFile(into / fileName(piece, extension), encode(workspace.versions().roll(piece.id), piece));
            ++written;
        }
        task.report(++done, facts.pieces.size());
    }
    return written;
}

}  // namespace

const char* nameOf(Subset subset) { return subsetNames[static_cast<std::size_t>(subset)]; }

const char* nameOf(PieceState state) {
    return state == PieceState::Accepted ? "accepted" : state == PieceState::Warned ? "accepted with warnings" : "rejected";
}

std::string piecesCsv(std::span<const Piece> pieces, const std::unordered_map<std::int64_t, Membership>& plan,
                      const std::unordered_map<std::int64_t, DuplicateRelation>& kinships) {
    std::string csv =
        "id,title,file,part,parts,state,split,bars,meter,tempo,slowest,fastest,key,key_correlation,key_margin,notes,tracks,"
        "voices,channels,lowest_pitch,highest_pitch,mean_polyphony,max_polyphony,empty_bars,mean_error,p95_error,pickup_steps,"
        "pickup_found,same_as,near_to,tags,recipe,remarks,why_off\r\n";
    for (const Piece& piece : pieces) {
        const auto membership = plan.find(piece.id);
        const auto kinship = kinships.find(piece.id);
        const bool planned = membership != plan.end(), related = kinship != kinships.end();
        const RollStatistics& facts = piece.statistics;
        Row row;
        row << piece.id << piece.title << piece.path << piece.part + 1 << piece.parts << nameOf(piece.state)
            << (planned ? nameOf(membership->second.subset) : "") << facts.bars << piece.meter.text() << piece.tempo
            << piece.slowest << piece.fastest << keyText(piece.key) << piece.key.correlation << piece.key.margin
            << piece.report.notes << piece.tracks << piece.voices << channelText(piece) << facts.lowestPitch
            << facts.highestPitch << facts.meanPolyphony << facts.maxPolyphony << facts.emptyBars << piece.report.meanError
            << piece.report.p95Error << piece.report.pickupSteps << (piece.report.pickupDetected ? "yes" : "no")
            << (related && kinship->second.same != 0 ? std::to_string(kinship->second.same) : "")
            << (related && kinship->second.near != 0 ? std::to_string(kinship->second.near) : "") << tagsOf(piece.tags)
            << piece.recipe << sentencesOf(piece.remarks) << (planned ? sentencesOf(membership->second.reasons) : "");
        csv += row.line();
    }
    return csv;
}

int exportMidi(const Workspace& workspace, const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan,
               const std::filesystem::path& folder, const Task& task) {
    return exportRolls(workspace, facts, plan, folder, task, ".mid", [](const PianoRoll& roll, const Piece& piece) {
        Score score = toScore(roll, piece.tempo > 0 ? piece.tempo : 120.0);
        score.texts.insert(score.texts.begin(), {0, TextEvent::trackName, 0, piece.title});
        return writeMidi(score);
    });
}

int exportNumpy(const Workspace& workspace, const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan,
                const std::filesystem::path& folder, const Task& task) {
    return exportRolls(workspace, facts, plan, folder, task, ".npy",
                       [](const PianoRoll& roll, const Piece&) { return numpyArray(roll); });
}

Bytes numpyArray(const PianoRoll& roll) {
    const std::array shape{static_cast<std::size_t>(roll.steps()), static_cast<std::size_t>(roll.pitches()), std::size_t{2}};
    Bytes bytes = numpyHeader("|u1", shape);
    bytes.reserve(bytes.size() + roll.cells().size() * 2);
    for (const Cell cell : roll.cells()) {
        bytes.push_back(cell & playBit);
        bytes.push_back((cell & articulateBit) != 0 ? 1 : 0);
    }
    return bytes;
}

}  // namespace ricercar
