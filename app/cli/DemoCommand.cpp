// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/OutputFile.h"
#include "app/cli/TrainReport.h"
#include "app/cli/Validators.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Folders.h"
#include "core/dataset/Importer.h"
#include "core/music/MidiFile.h"
#include "core/workbench/Resources.h"
#include "core/workbench/Takes.h"
#ifdef RICERCAR_HAS_SOUND
#include "core/sound/SoundFonts.h"
#include "core/sound/WavRenderer.h"
#endif

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <stdlib.h>

#include <cerrno>
#include <memory>
#include <system_error>

namespace ricercar::cli {
namespace {

struct Request {
    double minutes = 1;
    std::string folder;
    std::uint64_t seed = 1;
};

void importDemo(const Output& out, Workspace& workspace, const Task& task) {
    const ImportReport report = importFiles(workspace, {demoFolder()}, {}, task);
    out.object({{"type", "imported"}, {"files", report.files}, {"accepted", report.accepted}, {"rejected", report.rejected}});
    out.line("Imported " + counted(report.files, "demo piece") + ": " + std::to_string(report.accepted) + " accepted, " +
             std::to_string(report.rejected) + " rejected.");
}

/// The path of the WAV file; empty where there is none, and why is said.
std::filesystem::path renderDemo(const Output& out, const Score& score, const std::filesystem::path& folder, const Task& task) {
#ifdef RICERCAR_HAS_SOUND
    if (!defaultSoundFont()) {
        out.note(english({MessageId::SoundFontMissing, {}}));
        return {};
    }
    const std::filesystem::path path = folder / "demo.wav";
    return renderWav(score, path, {}, task).complete ? path : std::filesystem::path();
#else
    static_cast<void>(score), static_cast<void>(folder), static_cast<void>(task);
    out.note("This program was built without sound, so there is no demo.wav.");
    return {};
#endif
}

int demo(const Context& context, const Request& request) {
    const Output& out = context.out;
    const Task task(context.stop);
    const std::filesystem::path folder = absolutePath(request.folder.empty() ? "." : request.folder);
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);  // what fails is said below
    const std::filesystem::path midi = folder / "demo.mid";
    checkWritable(midi);

    std::optional<TemporaryFolder> temporary;
    if (request.folder.empty()) temporary.emplace();
    RunRequest run;
    run.workspace = (temporary ? temporary->path() : folder) / "demo.ricercar";
    run.config = presetConfig("small");
    run.config.minutes = request.minutes;
    run.config.seed = request.seed;
    run.name = "demo";
    {
        Workspace workspace(run.workspace);
        importDemo(out, workspace, task);
    }
    if (task.stopped()) return Stopped;
    TrainReport report(out);
    const RunOutcome outcome = trainRun(run, report, task);
    report.done(outcome, !temporary);
    if (outcome.stopped) return Stopped;

    TakeRequest take;
    take.checkpoint = outcome.bestCheckpoint;
    take.bars = 16;
    take.settings.seed = request.seed;
    take.settings.densityGuard = true;  // a minute of training is little, and silence is a poor demo
    take.settings.silenceGuard = true;
    const Take made = makeTake(prepareTake(take), task);
    if (task.stopped()) return Stopped;
    const Score score = takeScore(made);
    writeFile(midi, writeMidi(score));
    const std::filesystem::path wav = renderDemo(out, score, folder, task);
    if (task.stopped()) return Stopped;
    out.line("16 bars of new music, " + counted(static_cast<long long>(notesOf(made.roll).size()), "note") + ":");
    out.line("  " + displayPath(midi));
    if (!wav.empty()) out.line("  " + displayPath(wav));
    out.object({{"type", "demo"},
                {"midi", displayPath(midi)},
                {"wav", wav.empty() ? Json() : Json(displayPath(wav))},
                {"workspace", temporary ? Json() : Json(displayPath(run.workspace))},
                {"checkpoint", temporary ? Json() : Json(displayPath(outcome.bestCheckpoint))},
                {"notes", notesOf(made.roll).size()}});
    return Ok;
}

}  // namespace

void addDemoCommand(CLI::App& app, Context& context) {
    auto* command =
        app.add_subcommand("demo", "Import the demo pieces, train a small model about a minute, write demo.mid and demo.wav");
    auto request = std::make_shared<Request>();
    command->add_option("--minutes", request->minutes, "How long to train")->check(aboveZero())->capture_default_str();
    command->add_option("--output-folder", request->folder,
                        "Where the files go (default: here); the workspace and its checkpoints then stay there as well");
    command->add_option("--seed", request->seed, "Of training and music")->check(seed())->capture_default_str();
    command->add_flag("--json", context.out.json, "Objects; the last one is of type demo");
    command->callback([&context, request] { context.run = [&context, request] { return demo(context, *request); }; });
}

}  // namespace ricercar::cli
