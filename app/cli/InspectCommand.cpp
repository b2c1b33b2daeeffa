// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ImportFlags.h"
#include "app/cli/PieceJson.h"
#include "app/cli/ProgressBar.h"
#include "core/base/Files.h"
#include "core/dataset/ImportFeed.h"
#include "core/dataset/MidiFinder.h"
#include "core/music/TempoMap.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace ricercar::cli {
namespace {

/// The parts of a file taken together.
struct Summary {
    const Piece* chief = nullptr;  ///< the first accepted part, else the first
    bool accepted = false;
    int steps = 0;
    int bars = 0;
    double errorSum = 0;
    int notes = 0;
    double p95 = 0;
    double seconds = 0;

    explicit Summary(const FileReading& reading) {
        for (const auto& added : reading.pieces) {
            const Piece& piece = added.piece;
            const bool good = piece.state != PieceState::Rejected;
            if (!chief || (good && !accepted)) chief = &piece;
            accepted = accepted || good;
            steps += piece.steps;
            bars += piece.statistics.bars;
            notes += piece.report.notes;
            errorSum += piece.report.meanError * piece.report.notes;
            p95 = std::max(p95, piece.report.p95Error);
        }
        if (reading.midi)
            for (const Score& score : reading.midi->sequences) seconds = std::max(seconds, TempoMap(score).seconds(score.end));
    }
    [[nodiscard]] double meanError() const { return notes > 0 ? errorSum / notes : 0; }
};

Json fileObject(const std::filesystem::path& path, const FileReading& reading) {
    const Summary sum(reading);
    const bool readable = reading.midi.has_value() || sum.steps > 0;
    const auto given = [&](const Json& value) { return readable ? value : Json(); };
    const auto reason = sum.accepted ? std::nullopt : rejectionOf(*sum.chief);
    std::vector<Message> warnings;
    Json parts = Json::array();
    for (const auto& added : reading.pieces) {
        const std::vector<Message> more = warningsOf(added.piece);
        warnings.insert(warnings.end(), more.begin(), more.end());
        if (readable) parts.push_back(pieceObject(added.piece));
    }
    return {{"path", displayPath(path)},
            {"accepted", sum.accepted},
            {"reason", reason ? Json(english(*reason)) : Json()},
            {"reason_key", reason ? Json(messageKey(reason->id)) : Json()},
            {"format", reading.midi ? Json(reading.midi->format) : Json()},
            {"notes", reading.midi ? Json(reading.midi->noteOns) : given(sum.notes)},
            {"tracks", reading.midi ? Json(reading.midi->tracks) : Json()},
            {"seconds", given(sum.seconds)},
            {"steps", given(sum.steps)},
            {"bars", given(sum.bars)},
            {"meter", given(sum.chief->meter.text())},
            {"tempo", given(sum.chief->tempo)},
            {"quantisation_error", given({{"mean", sum.meanError()}, {"p95", sum.p95}})},
            {"warnings", sentences(warnings)},
            {"parts", parts}};
}

void printFile(const Output& out, const std::filesystem::path& path, const FileReading& reading) {
    out.line(displayPath(path));
    if (reading.midi)
        out.line("  format " + std::to_string(reading.midi->format) + ", " + counted(reading.midi->tracks, "track") + ", " +
                 counted(reading.midi->noteOns, "note") + ", " + duration(Summary(reading).seconds));
    for (const auto& added : reading.pieces) {
        const Piece& piece = added.piece;
        const std::string part = piece.parts > 1 ? "part " + std::to_string(piece.part + 1) + ": " : "";
        if (const auto reason = rejectionOf(piece))
            out.line("  " + part + "rejected: " + english(*reason));
        else
            out.line("  " + part + "accepted: " + piece.meter.text() + ", " + fixed(piece.tempo, 0) + " bpm, " +
                     keyName(piece.key) + ", " + counted(piece.statistics.bars, "bar") + ", " + counted(piece.steps, "step") +
                     ", off the grid " + fixed(piece.report.meanError * 100, 0) + " % on average, " +
                     fixed(piece.report.p95Error * 100, 0) + " % at p95");
        for (const Message& warning : warningsOf(piece)) out.line("    - " + english(warning));
    }
}

FileReading readingOf(ImportItem& item, const ImportOptions& options, const Task& task) {
    if (item.problem) return refusedFile(item.path, *item.problem);
    if (item.kind == ImportItem::Kind::Rolls) return readRollPieces(item.path, options, {}, task);
    return item.bytes ? readPieces(item.path, std::move(*item.bytes), options) : readPieces(item.path, options);
}

int inspect(const Context& context, const std::vector<std::string>& paths, const ImportOptions& options) {
    const Task task(context.stop);
    const auto files = findMidiFiles({paths.begin(), paths.end()}, task);
    if (files.empty() && !task.stopped()) context.out.note("There are no MIDI files there.");
    bool allReadable = true;
    ImportFeed feed(files, task);
    while (auto item = feed.next()) {
        if (task.stopped()) return Stopped;
        const FileReading reading = readingOf(*item, options, task);
        const std::filesystem::path& file = item->path;
        allReadable = allReadable && (reading.midi || Summary(reading).steps > 0);
        if (context.out.json)
            context.out.object(fileObject(file, reading));
        else
            printFile(context.out, file, reading);
    }
    return task.stopped() ? Stopped : allReadable ? Ok : Failed;
}

}  // namespace

void addInspectCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("inspect", "Read MIDI files and say what they hold and whether they can be learnt from");
    auto paths = std::make_shared<std::vector<std::string>>();
    auto flags = std::make_shared<ImportFlags>();
    command->add_option("FILE", *paths, "MIDI files, zip archives, published rolls (.json), or folders of them")->required();
    flags->addTo(*command);
    command->add_flag("--json", context.out.json, "An object a file, one a line");
    command->callback([&context, paths, flags] {
        context.run = [&context, paths, options = flags->chosen()] { return inspect(context, *paths, options); };
    });
}

}  // namespace ricercar::cli
