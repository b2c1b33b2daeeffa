// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/PieceReader.h"

#include "core/base/Error.h"
#include "core/base/Sha256.h"
#include "core/dataset/Remedying.h"
#include "core/dataset/RollFile.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>
#include <memory>
#include <utility>

namespace ricercar {
namespace {

constexpr std::uint64_t longestFile = std::uint64_t{128} << 20;
constexpr std::uint64_t longestRollFile = std::uint64_t{256} << 20;
// In steps. Notes that fall anywhere have a mean error of 0.25 and 0.475 at p95; a third of all notes in triplets have 0.11.
constexpr double offGridMean = 0.15;
constexpr double offGridP95 = 0.25;

/// A line of what people wrote: control characters, such as the zero that ends a text in C, are spaces.
std::string lineOf(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The name of the first track that has one, else the file's.
std::string titleOf(const Score& score, const std::filesystem::path& file) {
    const TextEvent* first = nullptr;
    for (const TextEvent& text : score.texts)
        if (text.type == TextEvent::trackName && !lineOf(text.text).empty() && (!first || text.track < first->track))
            first = &text;
    return first ? lineOf(first->text) : displayPath(file.stem());
}

std::string list(const std::vector<Meter>& meters) {
    std::string text;
    for (std::size_t i = 0; i < meters.size(); ++i)
        text += (i == 0 ? "" : i + 1 == meters.size() ? " or " : ", ") + meters[i].text();
    return text;
}

std::string inPercent(double part) { return std::to_string(static_cast<int>(std::lround(part * 100))); }

void judge(NewPiece& added, const QuantizedPart& part, const ImportOptions& options) {
    Piece& piece = added.piece;
    const auto reject = [&](const Message& reason) {
        piece.remarks.insert(piece.remarks.begin(), reason);
        piece.state = PieceState::Rejected;
    };
    if (part.rejection) return reject(*part.rejection);
    const auto& meters = options.meters;
    if (!meters.empty() && std::find(meters.begin(), meters.end(), part.meter) == meters.end())
        return reject({MessageId::PieceMeterExcluded, {part.meter.text(), list(meters)}});
    if (part.report.meanError > offGridMean)
        piece.remarks.push_back({MessageId::PieceOffGrid, {inPercent(part.report.meanError), inPercent(part.report.p95Error)}});
    else if (part.report.p95Error > offGridP95)
        piece.remarks.push_back({MessageId::PiecePartlyOffGrid, {inPercent(part.report.p95Error)}});
    if (part.report.outOfRange > 0)
        piece.remarks.push_back(outsideRemark(MessageId::PieceNotesOutside, part.report.outOfRange, options.quantize.range));
    piece.state = piece.remarks.empty() ? PieceState::Accepted : PieceState::Warned;
}

/// What is known of the music, and the roll.
void takeMusic(NewPiece& added, QuantizedPart& part) {
    Piece& piece = added.piece;
    piece.remarks = std::move(part.remarks);
    piece.meter = part.meter;
    piece.tempo = part.tempo;
    piece.slowest = part.slowest;
    piece.fastest = part.fastest;
    piece.channels = part.channels;
    piece.voices = part.voices;
    piece.report = part.report;
    if (part.rejection) return;
    added.roll = std::move(part.roll);
    piece.steps = added.roll.steps();
    piece.barOffset = added.roll.barOffset();
    piece.statistics = statisticsOf(added.roll);
    piece.key = estimateKey(added.roll);
    added.profile = profileOf(added.roll);
}

/// The options that recipes speak of, as one.
std::string recipeOf(const QuantizeOptions& options) {
    Recipe recipe;
    if (options.keepDrums) recipe.emplace_back(Drums{true});
    if (options.sustainPedal) recipe.emplace_back(SustainPedal{true});
    if (!options.trimSilence) recipe.emplace_back(KeepSilence{});
    return toJson(recipe);
}

void readMusic(FileReading& reading, std::span<const std::uint8_t> bytes, const std::filesystem::path& file,
               const ImportOptions& options) {
    reading.midi = readMidi(bytes, displayPath(file));
    const MidiFile& midi = *reading.midi;
    const std::string recipe = recipeOf(options.quantize);
    for (const Score& score : midi.sequences)
        for (QuantizedPart& part : quantize(score, options.quantize)) {
            NewPiece added;
            added.piece.path = displayPath(file);
            added.piece.title = titleOf(score, file);
            added.piece.recipe = recipe;
            takeMusic(added, part);
            added.piece.tracks = midi.tracks;
            added.piece.fileNotes = midi.noteOns;
            if (reading.pieces.empty())  // what was damaged is said once
                added.piece.remarks.insert(added.piece.remarks.begin(), midi.warnings.begin(), midi.warnings.end());
            judge(added, part, options);
            reading.pieces.push_back(std::move(added));
        }
}

void refuse(FileReading& reading, const std::filesystem::path& file, const Message& reason) {
    reading.midi.reset();
    reading.pieces.clear();
    NewPiece added;
    added.piece.path = displayPath(file);
    added.piece.title = displayPath(file.stem());
    added.piece.state = PieceState::Rejected;
    added.piece.remarks.push_back(reason);
    reading.pieces.push_back(std::move(added));
}

void number(FileReading& reading) {
    const int parts = static_cast<int>(reading.pieces.size());
    for (int part = 0; part < parts; ++part) {
        Piece& piece = reading.pieces[static_cast<std::size_t>(part)].piece;
        piece.fileHash = reading.fileHash;
        piece.part = part;
        piece.parts = parts;
    }
}

bool isSilent(const NewPiece& piece) {
    const auto& remarks = piece.piece.remarks;
    return piece.piece.state == PieceState::Rejected && std::any_of(remarks.begin(), remarks.end(), [](const Message& remark) {
               return remark.id == MessageId::GridNoNotes;
           });
}

/// Parts of a file in which nothing sounds are no pieces, where others sound. Numbers stay as they are.
void dropSilentParts(FileReading& reading) {
    auto& pieces = reading.pieces;
    if (!reading.midi || std::all_of(pieces.begin(), pieces.end(), isSilent)) return;
    const bool first = isSilent(pieces.front());
    std::erase_if(pieces, isSilent);
    if (!first || reading.midi->warnings.empty()) return;
    Piece& told = pieces.front().piece;  // what was damaged is said once
    told.remarks.insert(told.remarks.begin(), reading.midi->warnings.begin(), reading.midi->warnings.end());
    if (told.state == PieceState::Accepted) told.state = PieceState::Warned;
}

/// What `read` makes of a file; where it throws, one rejected piece with the reason.
template <typename Read>
FileReading guarded(const std::filesystem::path& file, Read&& read) {
    FileReading reading;
    reading.fileHash = unreadableHash(file);
    try {
        read(reading);
    } catch (const Error& error) {
        refuse(reading, file, error.message());
    } catch (const std::exception& problem) {
        refuse(reading, file, {MessageId::Internal, {validUtf8(problem.what())}});
    }
    number(reading);
    dropSilentParts(reading);
    return reading;
}

/// A roll that comes as one: nothing was put on the grid.
NewPiece rollPiece(const PianoRoll& roll, const ImportOptions& options) {
    QuantizedPart part;
    part.meter = roll.meter();
    part.roll = roll.inRange(options.quantize.range);
    part.report.notes = static_cast<int>(notesOf(part.roll).size());
    part.report.outOfRange = static_cast<int>(notesOutside(roll, options.quantize.range));
    if (part.report.notes == 0) part.rejection = Message{MessageId::GridNoNotes, {}};
    NewPiece added;
    takeMusic(added, part);
    added.piece.fileNotes = part.report.notes;
    ImportOptions every = options;
    every.meters.clear();
    judge(added, part, every);
    return added;
}

}  // namespace

std::string unreadableHash(const std::filesystem::path& file) { return sha256("unreadable: " + file.string()); }

FileReading readPieces(const std::filesystem::path& file, const ImportOptions& options,
                       const std::function<bool(const std::string& fileHash)>& known) {
    return guarded(file,
                   [&](FileReading& reading) { reading = readPieces(file, readFile(file, longestFile), options, known); });
}

FileReading readPieces(const std::filesystem::path& name, Bytes bytes, const ImportOptions& options,
                       const std::function<bool(const std::string& fileHash)>& known) {
    return guarded(name, [&](FileReading& reading) {
        const auto source = std::make_shared<const Bytes>(std::move(bytes));
        reading.fileHash = sha256(*source);
        if (known && known(reading.fileHash)) return;
        readMusic(reading, *source, name, options);
        for (NewPiece& added : reading.pieces) added.source = source;
    });
}

FileReading readRollPieces(const std::filesystem::path& file, const ImportOptions& options,
                           const std::function<bool(const std::string& fileHash)>& known, const Task& task) {
    return guarded(file, [&](FileReading& reading) {
        reading = readRollPieces(file, readFile(file, longestRollFile), options, known, task);
    });
}

FileReading readRollPieces(const std::filesystem::path& file, Bytes bytes, const ImportOptions& options,
                           const std::function<bool(const std::string& fileHash)>& known, const Task& task) {
    return guarded(file, [&](FileReading& reading) {
        const auto source = std::make_shared<const Bytes>(std::move(bytes));
        reading.fileHash = sha256(*source);
        if (known && known(reading.fileHash)) return;
        const RollFile rolls = readRollFile(*source, displayPath(file));
        const std::string name = rolls.name.empty() ? displayPath(file.stem()) : validUtf8(rolls.name);
        int count = 0;
        for (const auto& [subset, list] : {std::pair(Subset::Train, &rolls.train), std::pair(Subset::Validation, &rolls.valid),
                                           std::pair(Subset::Test, &rolls.test)})
            for (const PianoRoll& roll : *list) {
                if (task.stopped()) return;
                NewPiece added = rollPiece(roll, options);
                added.piece.path = displayPath(file);
                added.piece.title = name + " " + std::to_string(++count);
                added.piece.fixedSubset = subset;
                added.source = source;
                reading.pieces.push_back(std::move(added));
            }
        if (reading.pieces.empty())
            refuse(reading, file, {MessageId::RollFileDamaged, {displayPath(file), Message{MessageId::ReasonNoPieces, {}}}});
    });
}

FileReading refusedFile(const std::filesystem::path& file, const Message& reason) {
    return guarded(file, [&](FileReading& reading) { refuse(reading, file, reason); });
}

NewPiece remediedPiece(const Piece& piece, const PieceSource& source, const Recipe& recipe, const ImportOptions& options,
                       const Task& task) {
    NewPiece added;
    Piece& next = added.piece;
    next.id = piece.id;
    next.fileHash = piece.fileHash;
    next.part = piece.part;
    next.parts = piece.parts;
    next.path = piece.path;
    next.title = piece.title;
    next.tracks = piece.tracks;
    next.fileNotes = piece.fileNotes;
    next.fixedSubset = piece.fixedSubset;
    next.tags = piece.tags;
    next.score = piece.score;
    QuantizeOptions plain = options.quantize;  // what a recipe can say is not taken from the options
    plain.keepDrums = plain.sustainPedal = false;
    plain.trimSilence = !piece.fixedSubset;  // published rolls are as they are
    Remedied remedy = remedied(source.score, source.part, recipe, plain, task);
    next.recipe = toJson(remedy.recipe);
    takeMusic(added, remedy.part);
    next.remarks.insert(next.remarks.begin(), source.warnings.begin(), source.warnings.end());
    judge(added, remedy.part, options);
    if (remedy.setAside) {
        next.remarks.insert(next.remarks.begin(), {MessageId::PieceSetAside, {}});
        next.state = PieceState::Rejected;
    }
    return added;
}

}  // namespace ricercar
