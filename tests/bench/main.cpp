#include "core/learning/Kernels.h"
#include "tests/bench/Benches.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <exception>
#include <iostream>
#include <sstream>

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
    CLI::App* const train = app.add_subcommand("train", "A training step, beside torch::nn::LSTM and plain PyTorch");
    CLI::App* const sample =
        app.add_subcommand("sample", "A step of a song, beside torch::nn::LSTM, LSTMCell and plain PyTorch");
    CLI::App* const features = app.add_subcommand("features", "Making features of a roll, beside memset");
    CLI::App* const midi = app.add_subcommand("midi", "Reading MIDI files and putting them on the grid, beside mido");
    CLI::App* const import = app.add_subcommand("import", "Importing many MIDI files into a new workspace");
    CLI::App* const player = app.add_subcommand(
        "player", "How late the player sends its events, over a JACK server of its own (two seconds a round)");
    CLI::App* const surprise = app.add_subcommand("surprise", "The surprise of every cell of a piece of 100 bars");
#ifdef RICERCAR_BENCH_ROLL
    CLI::App* const roll = app.add_subcommand("roll", "Painting a piano roll of 100,000 and of 1,000,000 notes, offscreen");
    CLI::App* const scene = app.add_subcommand("scene", "Turning the tensor view with 40,000 and with 1,000,000 cells");
#endif
    CLI::App* const serve = app.add_subcommand("worker", "A side of a measurement, started by the program itself")->group("");
    serve->add_option("name", worker)->required();
    for (CLI::App* const command : {train, sample, features, midi, import, player, surprise, serve}) {
        command->add_option("--threads", options.threads, "Threads of each side; 0: all cores, one for a song")
            ->check(CLI::Range(0, 1024));
        command->add_option("--rounds", options.rounds, "Rounds; figures are medians")->check(CLI::Range(1, 10'000));
        command->add_flag("--json", options.json, "One JSON object");
    }
#ifdef RICERCAR_BENCH_ROLL
    for (CLI::App* const command : {roll, scene}) {
        command->add_option("--rounds", options.rounds, "Rounds; figures are medians")->check(CLI::Range(1, 10'000));
        command->add_flag("--json", options.json, "One JSON object");
    }
#endif
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
    if (options.precision == "bf16" && !ricercar::bfloat16Available()) {
        std::cerr << "ricercar-bench: this processor has no products of bfloat16; use --precision fp32.\n";
        return 2;
    }
    try {
        if (serve->parsed()) {
            work(worker, options);
            return 0;
        }
#ifdef RICERCAR_BENCH_ROLL
        if (roll->parsed()) {
            bench::rollBench(options).print(options.json);
            return 0;
        }
        if (scene->parsed()) {
            bench::sceneBench(options).print(options.json);
            return 0;
        }
#endif
        const Report report = train->parsed()      ? bench::trainBench(options)
                              : sample->parsed()   ? bench::sampleBench(options)
                              : features->parsed() ? bench::featuresBench(options)
                              : midi->parsed()     ? bench::midiBench(options)
                              : player->parsed()   ? bench::playerBench(options)
                              : surprise->parsed() ? bench::surpriseBench(options)
                                                   : bench::importBench(options);
        report.print(options.json);
    } catch (const std::exception& problem) {
        std::cerr << "ricercar-bench: " << problem.what() << '\n';
        return 1;
    }
}
