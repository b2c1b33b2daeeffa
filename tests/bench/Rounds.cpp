// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Rounds.h"

#include "tests/bench/Machine.h"
#include "tests/bench/Work.h"

#include <algorithm>
#include <exception>
#include <iostream>
#include <limits>
#include <memory>
#include <string_view>

namespace ricercar::bench {

Rounds::Rounds(const std::vector<Side>& sides, int rounds, const std::function<void()>& between) {
    struct Running {
        std::string name;
        std::unique_ptr<Worker> worker;
        std::map<std::string, std::vector<double>> seen;
    };
    std::vector<Running> running;
    for (const Side& side : sides) {
        try {
            running.push_back({side.name, std::make_unique<Worker>(side.command), {}});
            running.back().worker->go();  // the warm-up
        } catch (const std::exception& problem) {
            if (!side.optional) throw;
            std::cerr << "Without " << side.name << ": " << problem.what() << '\n';
            if (!running.empty() && running.back().name == side.name) running.pop_back();
        }
    }
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < std::max<std::size_t>(1, running.size()); ++i) {
            if (i < running.size())
                for (const auto& [name, value] : running[i].worker->go()) running[i].seen[name].push_back(value);
            if (i == 0 && between) between();
        }
    }
    for (Running& side : running) {
        SideResult result{side.name, side.worker->end(), side.seen["ms"]};
        for (const auto& [name, values] : side.seen) result.figures[name] = median(values);
        result.figures["best_ms"] = std::ranges::min(side.seen["ms"]);
        results_.push_back(std::move(result));
    }
}

const Figures* Rounds::find(const std::string& side) const {
    const auto found = std::ranges::find(results_, side, &SideResult::name);
    return found == results_.end() ? nullptr : &found->figures;
}

double Rounds::share(const std::string& side, const std::vector<double>& limits) const {
    const auto found = std::ranges::find(results_, side, &SideResult::name);
    if (found == results_.end()) return 0;
    std::vector<double> shares;
    for (std::size_t round = 0; round < found->ms.size(); ++round) shares.push_back(limits.at(round) / found->ms[round]);
    return median(std::move(shares));
}

WorkerCommand plainWorker(const std::string& worker, const Options& options) {
    return {{"/proc/self/exe", "worker", worker, "--threads", std::to_string(options.threads), "--precision", options.precision,
             "--steps", std::to_string(options.steps)},
            {}};
}

WorkerCommand tunedWorker(const std::string& worker, Options& options) {
    const auto with = [&](const std::string& coreType) {
        WorkerCommand command = plainWorker(worker, options);
        command.environment = {
            {"OMP_WAIT_POLICY", "passive"},
            {"OPENBLAS_NUM_THREADS", std::to_string(options.threads)},
            {"GLIBC_TUNABLES", "glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=17179869184:glibc.malloc.hugetlb=1"}};
        if (coreType != "default") command.environment["OPENBLAS_CORETYPE"] = coreType;
        return command;
    };
    if (options.coreType.empty()) {
        std::vector<std::string> candidates{"default"};
        if (std::string_view(instructionLevel()) == "AVX-512") candidates.emplace_back("SkylakeX");
        if (std::string_view(instructionLevel()) != "baseline") candidates.emplace_back("Haswell");
        double best = std::numeric_limits<double>::infinity();
        for (const std::string& candidate : candidates) {
            const Rounds trial({{candidate, with(candidate), false}}, 3, {});
            const double ms = trial.find(candidate)->at("best_ms");
            if (ms < best) {
                best = ms;
                options.coreType = candidate;
            }
        }
    }
    return with(options.coreType);
}

WorkerCommand pythonWorker(const std::string& script, const std::vector<std::string>& arguments) {
    WorkerCommand command{{"/usr/bin/python3", std::string(RICERCAR_BENCH_FOLDER) + "/" + script}, {}};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    return command;
}

}  // namespace ricercar::bench
