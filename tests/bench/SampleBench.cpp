// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Machine.h"
#include "tests/bench/Rounds.h"
#include "tests/bench/Work.h"

#include "core/base/Parallel.h"

#include <optional>

namespace ricercar::bench {

namespace {

constexpr const char* alone = "ours, one core";
constexpr const char* tunedAlone = "tuned, one core";

/// The quicker of two sides; the one that took part where only one did.
const Figures* quicker(const Figures* one, const Figures* two) {
    if (!one || !two) return one ? one : two;
    return one->at("ms") < two->at("ms") ? one : two;
}

}  // namespace

Report sampleBench(const Options& given) {
    Options options = given;
    if (options.threads == 0) options.threads = threadCount(0);
    Options single = options;
    single.threads = 1;
    std::vector<Side> sides;
    // One core first: its share of what is possible is measured beside it.
    if (options.has("ours") && options.threads > 1) sides.push_back({alone, plainWorker("sample-ours", single)});
    if (options.has("ours")) sides.push_back({"ours", plainWorker("sample-ours", options)});
    if (options.has("peer")) {
        sides.push_back({"peer", plainWorker("sample-peer", options)});
        sides.push_back({"tuned", tunedWorker("sample-tuned", options)});
        if (options.threads > 1) sides.push_back({tunedAlone, tunedWorker("sample-tuned", single)});
    }
    if (options.has("python"))
        sides.push_back({"python", pythonWorker("peer_torch.py", {"sample", std::to_string(options.steps)}), true});

    std::optional<BusyNeighbour> neighbour;
    if (options.busy) neighbour.emplace();
    const Work work = workOf(johnsonStep(1));
    std::vector<double> peaks, onePeaks, reads, rooflines;
    const Rounds rounds(sides, options.rounds, [&] {
        peaks.push_back(peakGflops(options.threads));
        onePeaks.push_back(peakGflops(1));
        reads.push_back(readRate(static_cast<std::size_t>(work.chainBytes)));
        rooflines.push_back((work.timeAxis + work.noteInput) / onePeaks.back() / 1e6 +
                            work.chainBytes * johnsonRange.size() / reads.back() / 1e6);
    });
    neighbour.reset();

    Report report;
    addMachine(report, options);
    const double peak = median(peaks), onePeak = median(onePeaks), read = median(reads), roofline = median(rooflines);
    report.add("steps", options.steps, "", "Steps a round");
    report.add("work_mflop", work.sampling() / 1e6, "MFLOP", "A step of a song: johnson, 78 notes");
    report.add("peak_gflops", peak, "GFLOP/s", "Peak of the processor on these threads");
    report.add("one_core_peak_gflops", onePeak, "GFLOP/s", "Peak of the processor, one thread");
    report.add("read_gbs", read, "GB/s", "Reading the weights of the note axis from the cache");
    report.add("memset_gbs", memsetRate(std::size_t{1} << 27), "GB/s", "memset of 128 MiB");
    report.add("roofline_ms", roofline, "ms", "What one core allows for a step");
    const Figures* const ours = rounds.find("ours");
    const Figures* const one = options.threads > 1 ? rounds.find(alone) : ours;
    const Figures* const tuned = quicker(rounds.find("tuned"), rounds.find(tunedAlone));
    if (ours) {
        const double rate = work.sampling() / ours->at("ms") / 1e6;
        report.add("ours_ms", ours->at("ms"), "ms", "Ours: a step");
        report.add("ours_best_ms", ours->at("best_ms"), "ms", "Ours: the quickest round");
        report.add("gflops", rate, "GFLOP/s", "Ours: rate");
        report.add("share_of_peak", rate / peak, "", "Ours: share of the peak");
        report.add("one_core_ms", one->at("ms"), "ms", "Ours, one core: a step");
        report.add("share_of_roofline", rounds.share(options.threads > 1 ? alone : "ours", rooflines), "",
                   "Ours, one core: share of what is possible (median of the rounds' shares)");
        report.add("notes_per_step", ours->at("notes"), "", "Ours: notes a step");
        report.add("peak_mb", ours->at("peak_mb"), "MB", "Ours: peak memory");
    }
    const auto other = [&](const Figures* seen, const std::string& name, const std::string& ratio, const std::string& called) {
        if (!seen) return report.absent(ratio);
        report.add(name + "_ms", seen->at("ms"), "ms", called + ": a step");
        report.add(name + "_peak_mb", seen->at("peak_mb"), "MB", called + ": peak memory");
        if (ours) report.add(ratio, seen->at("ms") / ours->at("ms"), "", "Ours is quicker by");
    };
    other(rounds.find("peer"), "peer", "ratio", "torch::nn::LSTM, defaults");
    other(tuned, "tuned", "tuned_ratio", "torch::nn::LSTMCell, tuned");
    if (tuned) {
        const bool onOne = tuned != rounds.find("tuned");
        report.add("tuned_coretype", (onOne ? single : options).coreType, "torch::nn::LSTMCell, tuned: OpenBLAS core type");
        report.add("tuned_threads", onOne ? 1 : options.threads, "", "torch::nn::LSTMCell, tuned: threads");
    }
    other(rounds.find("python"), "python", "python_ratio", "Plain PyTorch");
    return report;
}

}  // namespace ricercar::bench
