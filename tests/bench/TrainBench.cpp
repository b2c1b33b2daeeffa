// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Machine.h"
#include "tests/bench/Rounds.h"
#include "tests/bench/Work.h"

#include "core/base/Parallel.h"

#include <optional>

namespace ricercar::bench {

void addMachine(Report& report, const Options& options) {
    report.add("processor", processorName(), "Processor");
    report.add("instructions", instructionLevel(), "Instructions used");
    report.add("cores", threadCount(0), "", "Cores");
    report.add("threads", options.threads, "", "Threads of each side");
    report.add("rounds", options.rounds, "", "Rounds (figures are medians)");
    const bool rounded = kernels(precisionOf(options)).precision == Precision::BFloat16;
    report.add("precision", rounded ? "bf16" : "fp32", "Our precision");
    report.add("busy", options.busy ? "yes" : "no", "Another program on one core");
}

Report trainBench(const Options& given) {
    Options options = given;
    if (options.threads == 0) options.threads = threadCount(0);
    std::vector<Side> sides;
    if (options.has("ours")) sides.push_back({"ours", plainWorker("train-ours", options)});
    if (options.has("peer")) sides.push_back({"peer", tunedWorker("train-peer", options)});
    if (options.has("python")) sides.push_back({"python", pythonWorker("peer_torch.py", {"train"}), true});

    std::optional<BusyNeighbour> neighbour;
    if (options.busy) neighbour.emplace();
    const double flops = workOf(johnsonStep(options.threads)).training;
    std::vector<double> peaks, limits;
    const Rounds rounds(sides, options.rounds, [&] {
        peaks.push_back(peakGflops(options.threads));
        limits.push_back(flops / peaks.back() / 1e6);
    });
    neighbour.reset();

    Report report;
    addMachine(report, options);
    const double peak = median(peaks);
    report.add("work_gflop", flops / 1e9, "GFLOP", "A training step: johnson, 4 x 128 steps x 78 notes");
    report.add("peak_gflops", peak, "GFLOP/s", "Peak of the processor on these threads");
    report.add("memset_gbs", memsetRate(std::size_t{1} << 27), "GB/s", "memset of 128 MiB");
    const Figures* const ours = rounds.find("ours");
    const Figures* const peer = rounds.find("peer");
    const Figures* const python = rounds.find("python");
    if (ours) {
        const double rate = flops / ours->at("ms") / 1e6;
        report.add("ours_ms", ours->at("ms"), "ms", "Ours: a step");
        report.add("ours_best_ms", ours->at("best_ms"), "ms", "Ours: the quickest");
        report.add("ours_cpu_ms", ours->at("cpu_ms"), "ms", "Ours: processor time");
        report.add("gflops", rate, "GFLOP/s", "Ours: rate");
        report.add("share_of_peak", rounds.share("ours", limits), "", "Ours: share of the peak (median of the rounds' shares)");
        report.add("peak_mb", ours->at("peak_mb"), "MB", "Ours: peak memory");
    }
    if (peer) {
        report.add("peer_ms", peer->at("ms"), "ms", "torch::nn::LSTM, tuned: a step");
        report.add("peer_best_ms", peer->at("best_ms"), "ms", "torch::nn::LSTM, tuned: the quickest");
        report.add("peer_cpu_ms", peer->at("cpu_ms"), "ms", "torch::nn::LSTM, tuned: processor time");
        report.add("peer_share_of_peak", rounds.share("peer", limits), "", "torch::nn::LSTM, tuned: share of the peak");
        report.add("peer_peak_mb", peer->at("peak_mb"), "MB", "torch::nn::LSTM, tuned: peak memory");
        report.add("peer_coretype", options.coreType, "torch::nn::LSTM, tuned: OpenBLAS core type");
        report.add("loss_difference", peer->at("loss_difference"), "",
                   "Losses of the two for the same weights, relative difference");
    }
    if (ours && peer) {
        report.add("ratio", peer->at("ms") / ours->at("ms"), "", "Ours is quicker than torch::nn::LSTM, tuned, by");
        report.add("tuned_ratio", peer->at("ms") / ours->at("ms"), "", "(the same: this peer is the tuned one)");
        report.add("memory_ratio", ours->at("peak_mb") / peer->at("peak_mb"), "", "Our memory to its");
    }
    if (python) {
        report.add("python_ms", python->at("ms"), "ms", "Plain PyTorch: a step");
        report.add("python_best_ms", python->at("best_ms"), "ms", "Plain PyTorch: the quickest");
        report.add("python_cpu_ms", python->at("cpu_ms"), "ms", "Plain PyTorch: processor time");
        report.add("python_peak_mb", python->at("peak_mb"), "MB", "Plain PyTorch: peak memory");
    }
    if (ours && python)
        report.add("python_ratio", python->at("ms") / ours->at("ms"), "", "Ours is quicker than plain PyTorch by");
    else
        report.absent("python_ratio");
    return report;
}

}  // namespace ricercar::bench
