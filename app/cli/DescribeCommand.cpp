// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/DatasetNames.h"
#include "app/cli/ImportFlags.h"
#include "app/cli/ProgressBar.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/workbench/DatasetIndex.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace ricercar::cli {
namespace {

struct Request {
    std::vector<std::string> files;
    std::vector<std::int64_t> takes;
    std::string workspace;
    std::string dataset;
    std::vector<std::string> against;
    int bars = 32;
    ImportFlags flags;
};

constexpr std::array<const char*, figureCount> names{"notes a bar",         "polyphony",        "silence",
                                                     "pitch-class entropy", "best-scale share", "range",
                                                     "groove consistency",  "repetition",       "note length"};
constexpr std::array<const char*, figureCount> units{"", "", "", " bits", "", " semitones", "", "", " steps"};

std::vector<TitledRoll> read(const Context& context, const std::vector<std::string>& paths, const Request& request) {
    ProgressBar bar("Reading", "files");
    const Task task(context.stop, [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    auto music = readMusic({paths.begin(), paths.end()}, request.flags.chosen(), task,
                           [&](const std::filesystem::path& path, const Message& reason) {
                               bar.clear();
                               context.out.note("Left out: " + displayPath(path) + ": " + english(reason));
                           });
    bar.clear();
    return music;
}

std::optional<Workspace> workspaceOf(const Request& request) {
    if (request.workspace.empty()) return std::nullopt;
    if (!std::filesystem::exists(request.workspace))
        throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(request.workspace)}});
    return std::optional<Workspace>(request.workspace);
}

std::vector<TitledRoll> subjectsOf(const Context& context, const Request& request, const std::optional<Workspace>& workspace) {
    std::vector<TitledRoll> subjects;
    if (!request.files.empty()) subjects = read(context, request.files, request);
    for (const std::int64_t id : request.takes) {
        const std::optional<Take> take = workspace->takes().find(id);
        if (!take)
            throw Error(ErrorKind::NotFound,
                        {MessageId::WorkspaceNoTake, {displayPath(workspace->path()), std::to_string(id)}});
        subjects.push_back({take->name, take->roll, take->primerSteps});
    }
    return subjects;
}

std::shared_ptr<const Comparison> comparisonOf(const Context& context, const Request& request,
                                               std::optional<Workspace>& workspace) {
    const Task task(context.stop);
    if (!request.against.empty())
        return std::make_shared<Comparison>(read(context, request.against, request), request.bars, task);
    if (!workspace) return nullptr;
    const auto dataset = trainingPieces(*workspace, datasetNamed(*workspace, request.dataset).id, task);
    const auto index = datasetIndex(*workspace, dataset, request.bars, task);
    return index ? std::shared_ptr<const Comparison>(index, &index->comparison) : nullptr;
}

Json corpusObject(const Comparison& comparison) {
    Json ranges;
    if (comparison.ranges())
        for (std::size_t i = 0; i < figureCount; ++i)
            ranges[std::string(figureKey(static_cast<Figure>(i)))] = {(*comparison.ranges())[i].low,
                                                                      (*comparison.ranges())[i].high};
    return {{"type", "corpus"},          {"pieces", comparison.titles().size()},  {"passages", comparison.passages()},
            {"bars", comparison.bars()}, {"mean_bars", comparison.passageBars()}, {"ranges", ranges}};
}

Json subjectObject(const TitledRoll& subject, const Likeness& likeness, const Comparison* comparison) {
    Json figures;
    Json inside;
    for (std::size_t i = 0; i < figureCount; ++i) {
        const std::string key(figureKey(static_cast<Figure>(i)));
        figures[key] = likeness.figures[i];
        if (likeness.inside) inside[key] = (*likeness.inside)[i];
    }
    const SharedPassage& copied = likeness.copied;
    Json passage;
    if (copied.steps > 0)
        passage = {{"steps", copied.steps},
                   {"bars", static_cast<double>(copied.steps) / subject.roll.barSteps()},
                   {"start", copied.start},
                   {"piece", comparison->titles()[copied.piece]},
                   {"piece_start", copied.pieceStart},
                   {"semitones", copied.semitones}};
    return {{"type", "music"},
            {"title", subject.title},
            {"meter", subject.roll.meter().text()},
            {"steps", subject.roll.steps()},
            {"silent", !soundingRange(subject.roll)},
            {"figures", figures},
            {"inside", inside},
            {"copied", passage}};
}

void print(const Output& out, const TitledRoll& subject, const Likeness& likeness, const Comparison* comparison) {
    out.line(subject.title);
    for (std::size_t i = 0; i < figureCount; ++i) {
        std::string line = std::string("  ") + names[i] + std::string(21 - std::string(names[i]).size(), ' ');
        line += fixed(likeness.figures[i], 2) + units[i];
        if (likeness.inside) {
            const FigureRange& range = (*comparison->ranges())[i];
            line.resize(std::max<std::size_t>(line.size() + 1, 42), ' ');
            line += ((*likeness.inside)[i] ? "inside  " : "outside ") + fixed(range.low, 2) + " .. " + fixed(range.high, 2);
        }
        out.line(line);
    }
    const SharedPassage& copied = likeness.copied;
    if (copied.steps > 0)
        out.line("  longest passage shared: " + fixed(static_cast<double>(copied.steps) / subject.roll.barSteps(), 1) +
                 " bars (" + counted(copied.steps, "step") + "), from step " + std::to_string(copied.start) + ", with " +
                 comparison->titles()[copied.piece] + " from step " + std::to_string(copied.pieceStart) + ", " +
                 (copied.semitones == 0
                      ? std::string("at the same pitch")
                      : counted(std::abs(copied.semitones), "semitone") + (copied.semitones > 0 ? " higher" : " lower")));
}

int describe(const Context& context, const Request& request) {
    std::optional<Workspace> workspace = workspaceOf(request);
    const std::vector<TitledRoll> subjects = subjectsOf(context, request, workspace);
    const std::shared_ptr<const Comparison> comparison = comparisonOf(context, request, workspace);
    if (context.stop.stop_requested()) return Stopped;
    if (comparison) {
        context.out.object(corpusObject(*comparison));
        context.out.line("Compared with " + counted(static_cast<long long>(comparison->titles().size()), "piece") + ", " +
                         counted(comparison->passages(), "passage") + " of " + fixed(comparison->passageBars(), 1) +
                         " bars on average: 5th to 95th percentile");
    }
    const Comparison* const corpus = comparison.get();
    for (const TitledRoll& subject : subjects) {
        if (context.stop.stop_requested()) return Stopped;
        const Likeness likeness = corpus ? corpus->compare(subject.roll, subject.primerSteps)
                                         : Likeness{passageFigures(subject.roll, request.bars), {}, {}};
        context.out.object(subjectObject(subject, likeness, corpus));
        print(context.out, subject, likeness, corpus);
    }
    if (subjects.empty()) context.out.note("There is no music there.");
    return subjects.empty() ? Failed : Ok;
}

}  // namespace

void addDescribeCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand(
        "describe", "Print the figures of music, beside those of a dataset, and the longest passage it shares with it");
    auto request = std::make_shared<Request>();
    command->add_option("FILE", request->files, "MIDI files, zip archives, published rolls (.json), or folders of them");
    auto* workspace = command->add_option("--workspace", request->workspace, "Compare with a dataset of this workspace");
    command->add_option("--dataset", request->dataset, "A dataset, by its name or number (default: the first one)")
        ->needs(workspace);
    command->add_option("--take", request->takes, "A take of the workspace, by its number")->needs(workspace);
    command->add_option("--against", request->against, "Compare with these MIDI files or folders instead")
        ->allow_extra_args(false);
    command->add_option("--bars", request->bars, "Longer music is cut into passages of so many bars; the mean is printed")
        ->check(CLI::Range(fewestBars, 10'000))
        ->capture_default_str();
    request->flags.addTo(*command);
    command->add_flag("--json", context.out.json, "An object of type corpus, then one of type music for each piece");
    command->callback([&context, request] {
        if (request->files.empty() && request->takes.empty()) throw CLI::RequiredError("FILE or --take");
        context.run = [&context, request] { return describe(context, *request); };
    });
}

}  // namespace ricercar::cli
