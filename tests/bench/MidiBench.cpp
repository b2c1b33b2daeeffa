// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/MidiMaker.h"
#include "tests/bench/Rounds.h"
#include "tests/bench/Work.h"

#include "core/base/Error.h"
#include "core/dataset/MidiFinder.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/Resources.h"

#include <chrono>
#include <memory>
#include <optional>

namespace ricercar::bench {
namespace {

constexpr int largeFiles = 16;
constexpr std::size_t largeBytes = 60'000;

std::vector<std::filesystem::path> chosenFiles(const Options& options, const std::filesystem::path& spare) {
    if (!options.folder.empty()) return findMidiFiles({options.folder});
    Random random(1);
    const std::vector<Score> demos = demoScores();
    for (int i = 0; i < largeFiles; ++i)
        writeFile(spare / ("large" + std::to_string(i) + ".mid"), variedFile(demos, largeBytes, random));
    return findMidiFiles({demoFolder(), spare});
}

}  // namespace

Report midiBench(const Options& given) {
    Options options = given;
    options.threads = 1;
    const TemporaryFolder spare;
    const std::vector<std::filesystem::path> files = chosenFiles(options, spare.path());
    std::vector<Bytes> contents;
    std::string list;
    std::size_t bytes = 0;
    for (const auto& file : files) {
        contents.push_back(readFile(file));
        bytes += contents.back().size();
        list += file.string() + "\n";
    }
    const std::filesystem::path listed = spare.path() / "files.txt";
    writeFile(listed, list);

    std::int64_t notes = 0;
    const auto read = [&] {
        notes = 0;
        for (const Bytes& content : contents) try {
                const MidiFile midi = readMidi(content, "file");
                for (const Score& score : midi.sequences)
                    for (const QuantizedPart& part : quantize(score)) notes += part.report.notes;
            } catch (const Error&) {  // no music in it
            }
    };
    std::vector<double> oursMs;
    constexpr int passes = 25;  // a tenth of a second, so that a moment of another program does not count
    read();
    const auto ours = [&] {
        const auto begun = std::chrono::steady_clock::now();
        for (int pass = 0; pass < passes; ++pass) read();
        oursMs.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count() / passes);
    };
    std::vector<Side> sides;
    if (options.has("python")) sides.push_back({"python", pythonWorker("peer_mido.py", {listed.string()}), true});
    const Rounds rounds(sides, options.rounds, ours);

    Report report;
    addMachine(report, options);
    const auto count = static_cast<double>(files.size()), mine = median(oursMs);
    report.add("files", count, "", "Files");
    report.add("megabytes", static_cast<double>(bytes) / 1e6, "MB", "Their bytes");
    report.add("notes", static_cast<double>(notes), "", "Notes on the grid");
    report.add("ours_ms", mine, "ms", "Ours: read all and put them on the grid");
    report.add("files_per_s", count / mine * 1e3, "/s", "Ours: files");
    report.add("mb_per_s", static_cast<double>(bytes) / mine / 1e3, "MB/s", "Ours: bytes");
    if (const Figures* const python = rounds.find("python")) {
        report.add("python_ms", python->at("ms"), "ms", "mido: read all");
        report.add("python_files_per_s", count / python->at("ms") * 1e3, "/s", "mido: files");
        report.add("python_ratio", python->at("ms") / mine, "", "Ours is quicker by");
    } else {
        report.absent("python_ratio");
    }
    return report;
}

}  // namespace ricercar::bench
