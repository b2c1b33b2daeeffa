// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"
#include "core/workbench/Benchmark.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// What stands beside the checkpoints of a benchmark run, from its first batch on.
struct BenchmarkRecord {
    std::int64_t runId = 0;
    std::string name;  ///< of the run
    RunState state = RunState::Running;
    std::string set;    ///< what the roll file calls itself
    std::string rolls;  ///< where it was, UTF-8
    double minutes = 0;
    std::optional<BenchmarkResult> result;  ///< once it was scored
};

/// Writes set, rolls, minutes and result. Throws Error FileUnwritable.
void keepRecord(const Workspace& workspace, const BenchmarkRecord& record);
/// Of the benchmark runs that the workspace lists, the latest first. A record that cannot be read is passed over.
std::vector<BenchmarkRecord> benchmarkRecords(const Workspace& workspace);
/// Of a run; nothing: it is no benchmark.
std::optional<BenchmarkRecord> benchmarkRecord(const Workspace& workspace, const Run& run);

/// The sets that figures were published for.
enum class PublicSet { Jsb, Nottingham, Piano, MuseData };
/// By what a roll file calls itself; nothing: nothing was published for it.
std::optional<PublicSet> publicSet(const std::string& name);
std::optional<double> figureOf(const PublishedFigure& figure, PublicSet set);

/// Nats per frame of test.
struct SelfTests {
    std::optional<double> unigram, bigram;
    friend bool operator==(const SelfTests&, const SelfTests&) = default;
};
/// As others found them; what is not known is missing.
SelfTests knownSelfTests(PublicSet set);

}  // namespace ricercar
