// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Machine.h"
#include "tests/bench/MidiMaker.h"
#include "tests/bench/Work.h"

#include "core/base/Parallel.h"
#include "core/dataset/Importer.h"

#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace ricercar::bench {

Report importBench(const Options& given) {
    Options options = given;
    if (options.threads == 0) options.threads = threadCount(0);
    const TemporaryFolder folder;
    const std::filesystem::path music = folder.path() / "music";
    const std::vector<Score> demos = demoScores();
    Random random(1);
    double bytes = 0;
    for (int i = 0; i < options.files; ++i) {
        constexpr double smallest = 1e3, largest = 60e3;  // as many of 1 to 2 as of 30 to 60 KB
        const auto size = static_cast<std::size_t>(smallest * std::pow(largest / smallest, random.uniform()));
        const Bytes file = variedFile(demos, size, random);
        bytes += static_cast<double>(file.size());
        const std::filesystem::path in = music / std::to_string(i / 500);
        if (i % 500 == 0) makeFolder(in);
        std::FILE* const out = std::fopen((in / (std::to_string(i) + ".mid")).c_str(), "wb");
        if (out == nullptr) throw std::runtime_error("cannot write into " + displayPath(in));
        std::fwrite(file.data(), 1, file.size(), out);
        std::fclose(out);
    }

    std::vector<double> seconds;
    ImportReport last;
    for (int round = 0; round < options.rounds; ++round) {
        const TemporaryFolder place;
        Workspace workspace(place.path() / "bench.ricercar-workspace");
        ImportOptions import;
        import.threads = options.threads;
        last = importFiles(workspace, {music}, import);
        seconds.push_back(last.seconds);
    }
    Report report;
    addMachine(report, options);
    const double took = median(seconds);
    report.add("files", last.files, "", "Files");
    report.add("megabytes", bytes / 1e6, "MB", "Their bytes");
    report.add("accepted", last.accepted, "", "Pieces accepted");
    report.add("rejected", last.rejected, "", "Pieces rejected");
    report.add("ours_ms", took * 1e3, "ms", "Import into a new workspace");
    report.add("files_per_s", last.files / took, "/s", "Files");
    report.add("mb_per_s", bytes / took / 1e6, "MB/s", "Bytes");
    return report;
}

}  // namespace ricercar::bench
