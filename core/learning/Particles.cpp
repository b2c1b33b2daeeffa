// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Particles.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

namespace ricercar {
namespace {

constexpr std::size_t songsAtOnce = 6;  // a tile of the kernels
constexpr std::uint64_t songStream = 0x50A6, resamplingStream = 0x5E5A, choiceStream = 0xC01CE;

}  // namespace

std::vector<double> normalised(std::span<const double> logs) {
    const double most = std::ranges::max(logs);
    std::vector<double> weights;
    double sum = 0;
    for (const double log : logs) sum += weights.emplace_back(std::isfinite(most) ? std::exp(log - most) : 1.0);
    for (double& weight : weights) weight /= sum;
    return weights;
}

double effectiveSize(std::span<const double> weights) {
    double squares = 0;
    for (const double weight : weights) squares += weight * weight;
    return 1.0 / squares;
}

std::vector<int> systematicCounts(std::span<const double> weights, double uniform) {
    const auto number = static_cast<double>(weights.size());
    std::vector<int> counts(weights.size(), 0);
    double sum = 0;
    std::size_t taken = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += weights[i] * number;
        while (taken < weights.size() && static_cast<double>(taken) + uniform < sum) {
            ++counts[i];
            ++taken;
        }
    }
    // what rounding left over
    counts[static_cast<std::size_t>(std::ranges::max_element(weights) - weights.begin())] +=
        static_cast<int>(weights.size() - taken);
    return counts;
}

Particles::Particles(const SongPlan& plan, const StepEngine& engine, const Song& song, std::uint64_t seed)
    : plan_(&plan),
      engine_(&engine),
      seed_(seed),
      songs_(static_cast<std::size_t>(plan.settings().particles), song),
      rooms_((songs_.size() + songsAtOnce - 1) / songsAtOnce) {}

std::uint64_t Particles::seedOf(std::size_t song) const { return song == 0 ? seed_ : Random::stream(seed_ + songStream, song); }

void Particles::drawSome(std::size_t first, std::size_t count, int step) {
    std::array<StepEngine::State*, songsAtOnce> states{};
    std::array<Cell, songsAtOnce> below{};
    std::array<StepEngine::Logits, songsAtOnce> logits{};
    for (std::size_t i = 0; i < count; ++i) {
        Song& song = songs_[first + i];
        if (step > plan_->first()) song.advance(step - 1);
        song.begin(step, seedOf(first + i));
        states.at(i) = &song.state();
    }
    for (int pitch = 0; pitch < plan_->primer().pitches(); ++pitch) {
        engine_->nextTogether({states.data(), count}, {below.data(), count}, {logits.data(), count},
                              rooms_[first / songsAtOnce]);
        for (std::size_t i = 0; i < count; ++i) below.at(i) = songs_[first + i].choose(pitch, logits.at(i));
    }
    for (std::size_t i = 0; i < count; ++i) songs_[first + i].end();
}

bool Particles::drawStep(int step, const Task& task, SpinThreadPool& pool) {
    std::atomic<bool> stopped{false};
    pool.run(rooms_.size(), [&](std::size_t part) {
        if (stopped || task.stopped()) {
            stopped = true;
            return;
        }
        const std::size_t first = part * songsAtOnce;
        drawSome(first, std::min(songsAtOnce, songs_.size() - first), step);
    });
    return !stopped;
}

void Particles::resample(int step, std::span<const double> weights) {
    Random random(Random::stream(seed_ + resamplingStream, static_cast<std::uint64_t>(step)));
    const std::vector<int> counts = systematicCounts(weights, random.uniform());
    std::size_t to = 0;
    for (std::size_t from = 0; from < songs_.size(); ++from)
        for (int copy = 1; copy < counts[from]; ++copy) {
            while (counts[to] > 0) ++to;
            songs_[to++] = songs_[from];
        }
    for (Song& song : songs_) song.logWeight = 0;
}

bool Particles::agree(int step) const {
    return std::ranges::all_of(songs_,
                               [&](const Song& song) { return std::ranges::equal(song.row(step), songs_.front().row(step)); });
}

int Particles::run(const Task& task, SpinThreadPool& pool, const RowCallback& onRow, const ReportCallback& onReport) {
    const int end = plan_->lastWeighed() + 1;
    int step = plan_->first(), told = step;
    std::vector<double> logs(songs_.size()), weights;
    for (; step < end && drawStep(step, task, pool); ++step) {
        std::ranges::transform(songs_, logs.begin(), &Song::logWeight);
        weights = normalised(logs);
        chosen_ = static_cast<std::size_t>(std::ranges::max_element(weights) - weights.begin());
        StepReport report = songs_[chosen_].report();
        report.particles = static_cast<int>(songs_.size());
        report.effective = effectiveSize(weights);
        report.resampled = report.effective < 0.5 * static_cast<double>(songs_.size());
        if (report.resampled) {
            resample(step, weights);
            weights.assign(songs_.size(), 1.0 / static_cast<double>(songs_.size()));
            for (; told <= step && agree(told); ++told) onRow(told, songs_.front().row(told));
        }
        if (onReport) onReport(report);
        task.report(static_cast<std::uint64_t>(step - plan_->first()) + 1, static_cast<std::uint64_t>(plan_->settings().steps));
    }
    if (!weights.empty()) {
        double left = Random(Random::stream(seed_, choiceStream)).uniform();
        chosen_ = 0;
        while (chosen_ + 1 < weights.size() && (left -= weights[chosen_]) >= 0) ++chosen_;
    }
    for (; told < step; ++told) onRow(told, chosen().row(told));
    return step;
}

}  // namespace ricercar
