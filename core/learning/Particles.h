// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Song.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace ricercar {

/// Weights that are proportional to exp(logs) and add up to 1; equal ones where all are impossible.
std::vector<double> normalised(std::span<const double> logs);
/// Kong, Liu, Wong 1994: 1 / sum of the squared weights.
double effectiveSize(std::span<const double> weights);
/// Systematic resampling (Kitagawa 1996) with one uniform number: how often each is taken, as often as there are weights in
/// all.
std::vector<int> systematicCounts(std::span<const double> weights, double uniform);

/// Songs drawn side by side from the same beginning, weighed by the probability of their forced cells. The same on any number
/// of threads.
class Particles {
public:
    /// `song` has heard all before plan.first().
    Particles(const SongPlan& plan, const StepEngine& engine, const Song& song, std::uint64_t seed);

    using RowCallback = std::function<void(int step, std::span<const Cell> row)>;

    /// Draws plan.first() .. plan.lastWeighed(); then one of them stands for all, by weight. Rows are told as soon as all
    /// candidates agree on them. Returns the first step that was not drawn, earlier when stopped.
    int run(const Task& task, SpinThreadPool& pool, const RowCallback& onRow, const ReportCallback& onReport);
    [[nodiscard]] Song& chosen() { return songs_.at(chosen_); }

private:
    bool drawStep(int step, const Task& task, SpinThreadPool& pool);
    void drawSome(std::size_t first, std::size_t count, int step);
    void resample(int step, std::span<const double> weights);
    [[nodiscard]] bool agree(int step) const;
    [[nodiscard]] std::uint64_t seedOf(std::size_t song) const;

    const SongPlan* plan_;
    const StepEngine* engine_;
    std::uint64_t seed_;
    std::vector<Song> songs_;
    std::vector<StepEngine::Together> rooms_;
    std::size_t chosen_ = 0;
};

}  // namespace ricercar
