// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/TextEncoding.h"
#include "core/music/ByteCursor.h"
#include "core/music/MidiFile.h"
#include "core/music/MidiTrackReader.h"
#include "core/music/MidiWarnings.h"
#include "core/music/ScoreOrder.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace ricercar {
namespace {

constexpr std::size_t chunkHeader = 8;
constexpr std::size_t mostTracks = 65535;
constexpr std::size_t longestPreamble =
    65536;  // before the header: MacBinary, mail headers; deeper it is another file's content

/// The frame of a file: header, chunks, and what stands between them.
class MidiReader {
public:
    MidiReader(std::span<const std::uint8_t> bytes, const std::string& name)
        : bytes_(bytes), name_(name), cursor_(bytes, 0, bytes.size()), trackReader_(warnings_) {}

    MidiFile read() {
        if (bytes_.empty()) fail(ErrorKind::Damaged, MessageId::MidiEmpty, {});
        unwrapRiff();
        findHeader();
        readHeader();
        readChunks();
        if (file_.tracks == 0) fail(ErrorKind::Damaged, MessageId::MidiNoTracks, {promised_, tracksAt_});
        if (file_.tracks != promised_) {
            warnings_.add(MessageId::MidiTrackCount,
                          {static_cast<std::uint64_t>(promised_), static_cast<std::uint64_t>(file_.tracks)});
        }
        finish();
        return std::move(file_);
    }

private:
    [[noreturn]] void fail(ErrorKind kind, MessageId id, std::vector<Argument> args) const {
        args.insert(args.begin(), Argument(name_));
        throw Error(kind, {id, std::move(args)});
    }

    /// RMID: the cursor is narrowed to the data chunk. A RIFF file without one is searched like any other.
    void unwrapRiff() {
        if (cursor_.left() < 12 || !cursor_.startsWith("RIFF")) return;
        ByteCursor riff(bytes_, 12, bytes_.size());
        while (riff.left() >= chunkHeader) {
            const bool data = riff.startsWith("data");
            riff.skip(4);
            const std::size_t length = riff.little32();
            if (data) {
                cursor_ = ByteCursor(bytes_, riff.position(), riff.position() + length);
                return;
            }
            riff.skip(length + length % 2);
        }
    }

    void findHeader() {
        const auto found = cursor_.find("MThd");
        if (!found || *found - cursor_.position() > longestPreamble)
            fail(ErrorKind::Damaged, MessageId::MidiNoHeader, {std::min(bytes_.size(), longestPreamble)});
        if (*found > cursor_.position()) warnings_.add(MessageId::MidiLeadingBytes, {*found - cursor_.position()});
        cursor_.moveTo(*found);
    }

    void readHeader() {
        const std::size_t header = cursor_.position();
        if (cursor_.left() < chunkHeader + 6) fail(ErrorKind::Damaged, MessageId::MidiHeaderCut, {header});
        cursor_.skip(4);
        const std::size_t length = cursor_.big32();
        file_.format = cursor_.big16();
        promised_ = cursor_.big16();
        readDivision(cursor_.big16());
        if (length > 6 && length - 6 <= cursor_.left()) cursor_.skip(length - 6);
        if (file_.format > 2) warnings_.add(MessageId::MidiUnknownFormat, {static_cast<std::uint64_t>(file_.format)});
        tracksAt_ = cursor_.position();
    }

    void readDivision(int value) {
        const int ticksPerFrame = value & 0xFF;
        switch (value & 0x8000 ? 256 - (value >> 8) : 0) {
            case 0: file_.division.ticksPerQuarter = value; break;
            case 24: file_.division.ticksPerSecond = 24.0 * ticksPerFrame; break;
            case 25: file_.division.ticksPerSecond = 25.0 * ticksPerFrame; break;
            case 29: file_.division.ticksPerSecond = 30000.0 / 1001.0 * ticksPerFrame; break;
            case 30: file_.division.ticksPerSecond = 30.0 * ticksPerFrame; break;
            default: value = 0;
        }
        if (value == 0 || (file_.division.ticksPerSecond <= 0.0 && (value & 0x8000) != 0)) {
            const std::size_t at = cursor_.position() - 2;
            std::array<char, 8> digits{};
            std::snprintf(digits.data(), digits.size(), "%02X %02X", bytes_[at], bytes_[at + 1]);
            fail(ErrorKind::Damaged, MessageId::MidiBadDivision, {digits.data(), at});
        }
    }

    void readChunks() {
        const std::size_t end = cursor_.position() + cursor_.left();
        while (cursor_.left() >= chunkHeader) {
            const std::size_t start = cursor_.position();
            if (file_.tracks > 0 && cursor_.startsWith("MThd")) {
                endStray(start);
                warnings_.add(MessageId::MidiSecondFile, {start, end - start});
                return;
            }
            if (cursor_.startsWith("MTrk")) {
                endStray(start);
                if (static_cast<std::size_t>(file_.tracks) == mostTracks) {
                    warnings_.add(MessageId::MidiTooManyTracks, {mostTracks, start});
                    return;
                }
                readTrack();
                continue;
            }
            const auto id = cursor_.take(4);
            const std::size_t length = cursor_.big32();
            if (length > cursor_.left()) {  // no chunk at all: look for the next track behind it
                cursor_.moveTo(start);
                stray(start, nextChunk().value_or(end));
            } else if (printable(id)) {
                endStray(start);
                warnings_.add(MessageId::MidiAlienChunk, std::string(id.begin(), id.end()), start);
                cursor_.skip(length);
            } else {
                stray(start, cursor_.position() + length);
            }
        }
        if (cursor_.left() > 0) stray(cursor_.position(), end);
        endStray(end);
    }

    /// Where a track begins, or another file.
    [[nodiscard]] std::optional<std::size_t> nextChunk() const {
        const auto track = cursor_.find("MTrk");
        const auto file = file_.tracks > 0 ? cursor_.find("MThd") : std::nullopt;
        return !track || (file && *file < *track) ? file : track;
    }

    static bool printable(std::span<const std::uint8_t> id) {
        return std::all_of(id.begin(), id.end(), [](std::uint8_t byte) { return byte >= 0x20 && byte < 0x7F; });
    }

    /// Skips what is no chunk. Adjoining pieces make one warning, given when something else begins.
    void stray(std::size_t from, std::size_t end) {
        if (!strayFrom_) strayFrom_ = from;
        cursor_.moveTo(end);
    }
    void endStray(std::size_t end) {
        if (strayFrom_) warnings_.add(MessageId::MidiStrayBytes, {end - *strayFrom_, *strayFrom_});
        strayFrom_.reset();
    }

    void readTrack() {
        const std::size_t start = cursor_.position();
        cursor_.skip(4);
        const std::size_t length = cursor_.big32();
        const bool overrun = length > cursor_.left();
        const auto number = static_cast<std::uint64_t>(file_.tracks) + 1;
        if (overrun) warnings_.add(MessageId::MidiTrackTooLong, {number, start, length - cursor_.left()});
        const std::size_t end = cursor_.position() + std::min(length, cursor_.left());

        const bool own = file_.format == 2;
        if (file_.sequences.empty() || own) file_.sequences.emplace_back();
        Score& score = file_.sequences.back();
        score.division = file_.division;
        if (file_.tracks == 0 && !own) score.notes.reserve(bytes_.size() / 10);
        const std::uint16_t track = own ? std::uint16_t{0} : static_cast<std::uint16_t>(file_.tracks);
        marks_.push_back({score.notes.size(), score.tempos.size(), score.meters.size(), score.keys.size(), score.events.size(),
                          score.texts.size(), score.setups.size()});
        ByteCursor events(bytes_, cursor_.position(), end);
        trackReader_.read(events, score, track, number);
        ++file_.tracks;
        if (overrun) {  // the length is not to be trusted: go on where the events end
            cursor_.moveTo(events.position());
            if (events.left() > 0 && !cursor_.startsWith("MTrk")) stray(cursor_.position(), nextChunk().value_or(end));
        } else {
            if (events.left() > 0 && ended(events))
                warnings_.add(MessageId::MidiAfterEndOfTrack, {number, events.left(), events.position()});
            cursor_.moveTo(end);
        }
        if (own) {
            trackReader_.finish();
            sortScore(score, {marks_.back()});
            marks_.clear();
            score.tracks = 1;
        }
    }

    /// Whether the cursor stands just behind an end-of-track event.
    [[nodiscard]] bool ended(const ByteCursor& events) const {
        const std::size_t at = events.position();
        return at >= 3 && bytes_[at - 3] == 0xFF && bytes_[at - 2] == 0x2F;
    }

    void finish() {
        if (file_.format != 2) {
            trackReader_.finish();
            sortScore(file_.sequences.front(), marks_);
            file_.sequences.front().tracks = file_.tracks;
        }
        decodeTexts();
        file_.noteOns = trackReader_.noteOns();
        file_.warnings = warnings_.take();
    }

    /// All of a file's texts tell together how they are to be read.
    void decodeTexts() {
        const auto ascii = [](const std::string& text) {
            return std::all_of(text.begin(), text.end(), [](char c) { return c != 0 && static_cast<unsigned char>(c) < 0x80; });
        };
        std::vector<std::string> telling;
        for (const Score& score : file_.sequences)
            for (const TextEvent& text : score.texts)
                if (!ascii(text.text) || text.text.starts_with("{@")) telling.push_back(text.text);
        if (telling.empty()) return;
        const TextEncoding encoding = TextEncoding::guess(telling);
        for (Score& score : file_.sequences)
            for (TextEvent& text : score.texts)
                if (!ascii(text.text)) text.text = encoding.toUtf8(text.text);
    }

    std::span<const std::uint8_t> bytes_;
    const std::string& name_;
    ByteCursor cursor_;
    MidiWarnings warnings_;
    MidiTrackReader trackReader_;
    MidiFile file_;
    std::vector<ScoreMark> marks_;  ///< where each track begins in the score's lists
    int promised_ = 0;
    std::optional<std::size_t> strayFrom_;
    std::size_t tracksAt_ = 0;
};

}  // namespace

MidiFile readMidi(std::span<const std::uint8_t> bytes, const std::string& name) { return MidiReader(bytes, name).read(); }

MidiFile readMidi(const std::filesystem::path& path) { return readMidi(readFile(path), displayPath(path)); }

}  // namespace ricercar
