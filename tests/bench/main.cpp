// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Kernels.h"
#include "tests/bench/Benches.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <exception>
#include <iostream>
#include <sstream>
#include <utility>
#include <vector>

namespace {

using ricercar::bench::Options;
using ricercar::bench::Report;

/// A comma-separated list.
std::set<std::string> names(const std::string& list) {
    std::set<std::string> result;
    std::istringstream text(list);
    for (std::string name; std::getline(text, name, ',');) result.insert(name);
    return result;
}

void work(const std::string& worker, const Options& options) {
    if (worker.starts_with("train-"))
        ricercar::bench::runTrainWorker(worker, options);
    else
        ricercar::bench::runSampleWorker(worker, options);
}

}  // namespace

int main(int argc, char** argv) {
    namespace bench = ricercar::bench;
    std::signal(SIGPIPE, SIG_IGN);  // a worker that went away is seen in its silence
    Options options;
    std::string sides = "ours,peer,python", worker;
    CLI::App app(
        "Measures Ricercar beside its peers, in turn, each in a process of its own; medians, and the machine's limits.");
    app.require_subcommand(1);
    std::vector<std::pair<CLI::App*, Report (*)(const Options&)>> benches;
    const auto common = [&](CLI::App* command) {
        command->add_option("--threads", options.threads, "Threads of each side; 0: all cores")->check(CLI::Range(0, 1024));
        command->add_option("--rounds", options.rounds, "Rounds; figures are medians")->check(CLI::Range(1, 10'000));
        command->add_flag("--json", options.json, "One JSON object");
    };
    const auto add = [&](const char* name, const char* words, Report (*bench)(const Options&)) {
        CLI::App* const command = app.add_subcommand(name, words);
        common(command);
        benches.emplace_back(command, bench);
        return command;
    };
    CLI::App* const train = add("train", "A training step, beside torch::nn::LSTM and plain PyTorch", bench::trainBench);
    CLI::App* const sample =
        add("sample", "A step of a song, beside torch::nn::LSTM, LSTMCell and plain PyTorch", bench::sampleBench);
    add("features", "Making features of a roll, beside memset", bench::featuresBench);
    CLI::App* const midi = add("midi", "Reading MIDI files and putting them on the grid, beside mido", bench::midiBench);
    CLI::App* const import = add("import", "Importing many MIDI files into a new workspace", bench::importBench);
    add("surprise", "The surprise of every cell of a piece of 100 bars", bench::surpriseBench);
    add("generate", "Generating as a person meets it: first note, 16 variations, 64 candidates, stopping",
        bench::generateBench);
    add("start", "Starting: processor time of light commands, and until the window is painted", bench::startBench);
#ifdef RICERCAR_BENCH_SOUND
    add("duet", "How late the shipped models play along, over a JACK server of its own (two seconds a round and model)",
        bench::duetBench);
    add("player", "How late the player sends its events, over a JACK server of its own (two seconds a round)",
        bench::playerBench);
#endif
#ifdef RICERCAR_BENCH_ROLL
    add("roll", "Painting a piano roll of 100,000 and of 1,000,000 notes, offscreen", bench::rollBench);
    add("window", "Clicks in a window with 5,000 pieces while a model is trained, offscreen", bench::windowBench);
    add("scene", "Turning the tensor view with 40,000 and with 1,000,000 cells", bench::sceneBench);
#endif
    CLI::App* const serve = app.add_subcommand("worker", "A side of a measurement, started by the program itself")->group("");
    serve->add_option("name", worker)->required();
    common(serve);
    for (CLI::App* const command : {train, sample, serve}) {
        command->add_option("--precision", options.precision, "Of our products")->check(CLI::IsMember({"fp32", "bf16"}));
        command->add_option("--coretype", options.coreType, "OPENBLAS_CORETYPE of the tuned peer; else the best is looked for");
        command->add_flag("--busy", options.busy, "Another program takes a core meanwhile");
    }
    for (CLI::App* const command : {train, sample, midi})
        command->add_option("--sides", sides, "Who takes part: ours, peer, python");
    for (CLI::App* const command : {sample, serve})
        command->add_option("--steps", options.steps, "Steps of a song in a round")->check(CLI::Range(1, 1'000'000));
    midi->add_option("folder", options.folder, "MIDI files; else the demo pieces and large made-up ones");
    import->add_option("--files", options.files, "How many files to make and import")->check(CLI::Range(1, 1'000'000));
    CLI11_PARSE(app, argc, argv);
    options.sides = names(sides);
    if (options.precision == "bf16" && !ricercar::bfloat16Available())
        std::cerr << "This processor multiplies bfloat16 no quicker than float32; ours uses float32, as for everybody here.\n";
    try {
        if (serve->parsed()) {
            work(worker, options);
            return 0;
        }
        for (const auto& [command, bench] : benches)
            if (command->parsed()) bench(options).print(options.json);
    } catch (const std::exception& problem) {
        std::cerr << "ricercar-bench: " << problem.what() << '\n';
        return 1;
    }
}
