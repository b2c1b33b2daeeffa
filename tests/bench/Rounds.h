// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Options.h"
#include "tests/bench/Workers.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ricercar::bench {

/// One that takes part in the rounds.
struct Side {
    std::string name;
    WorkerCommand command;
    bool optional = false;  ///< may be missing on this machine
};

/// Medians over the rounds of each figure, and what the worker said in the end; nothing where an optional side is missing.
struct SideResult {
    std::string name;
    Figures figures;
    std::vector<double> ms;  ///< of each round
};

/// All sides in turn, round by round, after a warm-up of each; `between` runs once a round, right after the first side. Throws
/// std::runtime_error where a side that is needed fails.
class Rounds {
public:
    Rounds(const std::vector<Side>& sides, int rounds, const std::function<void()>& between);
    [[nodiscard]] const Figures* find(const std::string& side) const;
    /// Median over the rounds of limit[round] / the side's milliseconds: each round beside the limit that was measured in it,
    /// for a shared machine is quicker at one time than at another.
    [[nodiscard]] double share(const std::string& side, const std::vector<double>& limits) const;

private:
    std::vector<SideResult> results_;
};

/// Our program as a worker of this name, with the settings every user of Ricercar gets.
/// The same with nothing set: what a program on libtorch has by default.
WorkerCommand plainWorker(const std::string& worker, const Options& options);
/// The same with everything set that makes libtorch quick: passive waiting, the heap kept, huge pages, and the core type of
/// OpenBLAS that is quickest here (tried out, unless the options name one; it is written back to them).
WorkerCommand tunedWorker(const std::string& worker, Options& options);
/// peer_torch.py or another script of this folder under the system's Python.
WorkerCommand pythonWorker(const std::string& script, const std::vector<std::string>& arguments);

}  // namespace ricercar::bench
