// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/BeatDecoder.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace ricercar {

namespace {

constexpr double shortestPeriod = 0.22;
constexpr double periodRatio = 0.03;  ///< of the logarithm, from one period to the next
constexpr int periods = 80;
constexpr int states = periods * beatCells;
constexpr double tempoWalk = 0.04;    ///< of the log period over one second
constexpr double walkFreedom = 10.0;  ///< degrees of freedom of its Student distribution
constexpr double freeGap = 4.0;       ///< seconds of silence after which tempo and place are open again
constexpr double restartCost = 6.0;   ///< nats
constexpr double beam = 12.0;         ///< nats below the best that survive
constexpr std::size_t survivorsKept = 160;
constexpr std::size_t flushed = 4096;  ///< steps of trace held at most
constexpr std::size_t settled = 512;   ///< steps back that a flush leaves open
constexpr int walks = 32;              ///< widths of the tempo walk, four to each doubling of the interval
constexpr double shortestWalk = 0.05;  ///< seconds
constexpr int widestStep = 12;
constexpr double widestChange = 0.36;
constexpr double longestSilence = 1024.0;  ///< beats

struct Survivor {
    double score;
    std::int32_t state;
};

struct TraceStep {
    std::uint16_t before;  ///< place among the survivors of the step before
    std::int32_t cells;    ///< advanced
};

class Decoder {
public:
    Decoder(std::span<const OnsetCluster> clusters, const BeatProfile& profile, const TempoPrior& prior)
        : clusters_(clusters), profile_(profile), timingError_(prior.timingError), scores_(states, -INFINITY), traces_(states) {
        for (int k = 0; k < periods; ++k) {
            const double logPeriod = std::log(shortestPeriod) + periodRatio * k;
            period_[static_cast<std::size_t>(k)] = std::exp(logPeriod);
            const double z = (logPeriod - std::log(prior.period)) / prior.spread;
            prior_[static_cast<std::size_t>(k)] = -0.5 * z * z * prior.strength;
        }
        for (int s = -widestStep; s <= widestStep; ++s)
            ratio_[static_cast<std::size_t>(s + widestStep)] = std::exp(periodRatio * s);
        silent_[0] = 0.0;
        for (int c = 0; c < 2 * beatCells; ++c) {
            const auto cell = static_cast<std::size_t>(c % beatCells);
            silent_[static_cast<std::size_t>(c) + 1] = silent_[static_cast<std::size_t>(c)] + std::log1p(-profile.onset[cell]);
        }
        for (std::size_t c = 0; c < beatCells; ++c) {
            struck_[c] = std::log(profile.onset[c]) - 0.5 * profile.weight[c] * profile.weight[c];
        }
        for (int w = 0; w < walks; ++w) {
            const double width = tempoWalk * std::sqrt(shortestWalk * std::exp2(0.25 * w));
            double total = 0.0;
            const auto density = [&](int step) {
                const double y = step * periodRatio / width;
                return std::pow(1.0 + y * y / walkFreedom, -0.5 * (walkFreedom + 1.0));
            };
            for (int s = -widestStep; s <= widestStep; ++s) total += density(s);
            for (int s = 0; s <= widestStep; ++s) {
                walk_[static_cast<std::size_t>(w)][static_cast<std::size_t>(s)] = std::log(density(s) / total);
            }
        }
    }

    DecodedBeats run(const Task& task) {
        DecodedBeats result;
        if (clusters_.empty()) return result;
        begin(0.0, 0);
        collect();
        for (std::size_t i = 1; i < clusters_.size() && !task.stopped(); ++i) {
            const double interval = clusters_[i].seconds - clusters_[i - 1].seconds;
            if (interval > freeGap) {
                restart(interval, i);
            } else {
                for (std::size_t s = 0; s < survivors_.size(); ++s) advance(s, interval, i);
                if (touched_.empty()) restart(interval, i);
            }
            collect();
            if (trace_.size() >= flushed) flush(settled);
        }
        result.logLikelihood = survivors_.front().score;
        flush(0);
        result.cells.reserve(steps_.size());
        std::int64_t cell = 0;
        for (const std::int32_t cells : steps_) result.cells.push_back(cell += cells);
        return result;
    }

private:
    double periodAt(int k) const { return period_[static_cast<std::size_t>(k)]; }
    double priorAt(int k) const { return prior_[static_cast<std::size_t>(k)]; }

    double atCluster(int cell, std::size_t cluster) const {
        const auto c = static_cast<std::size_t>(cell);
        return struck_[c] + profile_.weight[c] * clusters_[cluster].strength;
    }

    /// Cells passed in silence between `cell` and the one `advanced` later; a long rest costs no more than three beats.
    double silence(int cell, int advanced) const {
        const int passed = advanced - 1;
        const int beats = std::min(passed / beatCells, 3);
        const auto from = static_cast<std::size_t>(cell + 1) % beatCells;
        return beats * silent_[beatCells] + silent_[from + static_cast<std::size_t>(passed % beatCells)] - silent_[from];
    }

    void offer(int state, double score, TraceStep trace) {
        const auto s = static_cast<std::size_t>(state);
        if (score <= scores_[s] || score < floor_) return;
        floor_ = std::max(floor_, score - beam);
        if (scores_[s] == -INFINITY) touched_.push_back(state);
        scores_[s] = score;
        traces_[s] = trace;
    }

    void begin(double score, std::size_t cluster) {
        for (int k = 0; k < periods; ++k) {
            for (int c = 0; c < beatCells; ++c) offer(k * beatCells + c, score + priorAt(k) + atCluster(c, cluster), {0, c});
        }
    }

    /// After a long silence: any place and tempo, behind the best survivor.
    void restart(double interval, std::size_t cluster) {
        const Survivor best = survivors_.front();
        const int from = best.state % beatCells;
        for (int k = 0; k < periods; ++k) {
            const double between = 0.5 * (periodAt(k) + periodAt(best.state / beatCells));
            const double beats = std::clamp(interval / between, 0.0, longestSilence);
            for (int c = 0; c < beatCells; ++c) {
                const double whole = std::round(beats - static_cast<double>(c - from) / beatCells);
                const int cells = std::max(static_cast<int>(whole) * beatCells + c - from, 1);
                if ((from + cells) % beatCells != c) continue;
                offer(k * beatCells + c, best.score - restartCost + 0.3 * priorAt(k) + atCluster(c, cluster), {0, cells});
            }
        }
    }

    void advance(std::size_t survivor, double interval, std::size_t cluster) {
        const int cell = survivors_[survivor].state % beatCells;
        const int k = survivors_[survivor].state / beatCells;
        const double expected = interval / periodAt(k) * beatCells;
        const int least = std::max(static_cast<int>(std::ceil(expected * std::exp(-widestChange))), 1);
        const int most = std::max(static_cast<int>(std::floor(expected * std::exp(widestChange))), least);
        const auto bin = std::clamp(std::lround(4.0 * std::log2(interval / shortestWalk)), 0L, walks - 1L);
        const auto& walk = walk_[static_cast<std::size_t>(bin)];
        for (int cells = least; cells <= most; ++cells) {
            const int next = (cell + cells) % beatCells;
            if (cells > beatCells / 2 && profile_.onset[static_cast<std::size_t>(next)] < 0.02) continue;
            const double base = survivors_[survivor].score + silence(cell, cells) + atCluster(next, cluster);
            if (base < floor_) continue;
            const double needed = std::log(expected / cells) / periodRatio;  // in period steps from k
            const int far = std::clamp(static_cast<int>(std::lround(needed)), -widestStep, widestStep);
            const double atNeeded = cells / expected;
            const int from = std::max(std::min(far, 0), -k);
            const int to = std::min(std::max(far, 0), periods - 1 - k);
            for (int step = from; step <= to; ++step) {
                const double error =
                    interval * (1.0 - atNeeded * ratio_[static_cast<std::size_t>(step + widestStep)]) / timingError_;
                double score = base + walk[static_cast<std::size_t>(std::abs(step))];
                if (score < floor_) continue;
                score -= 2.0 * std::log1p(error * error / 4.0);
                offer((k + step) * beatCells + next, score, {static_cast<std::uint16_t>(survivor), cells});
            }
        }
    }

    void collect() {
        survivors_.clear();
        double best = -INFINITY;
        for (const int s : touched_) best = std::max(best, scores_[static_cast<std::size_t>(s)]);
        for (const int s : touched_) {
            const double score = scores_[static_cast<std::size_t>(s)];
            if (score >= best - beam) survivors_.push_back({score, s});
        }
        const auto better = [](const Survivor& a, const Survivor& b) {
            return a.score != b.score ? a.score > b.score : a.state < b.state;
        };
        if (survivors_.size() > survivorsKept) {
            std::nth_element(survivors_.begin(), survivors_.begin() + survivorsKept, survivors_.end(), better);
            survivors_.resize(survivorsKept);
        }
        std::ranges::sort(survivors_, better);
        auto& trace = trace_.emplace_back();
        trace.reserve(survivors_.size());
        for (const Survivor& s : survivors_) trace.push_back(traces_[static_cast<std::size_t>(s.state)]);
        for (const int s : touched_) scores_[static_cast<std::size_t>(s)] = -INFINITY;
        touched_.clear();
        floor_ = -INFINITY;
    }

    /// Settles all steps but the last `open` along the best path, and forgets how they came about.
    void flush(std::size_t open) {
        std::vector<std::int32_t> path(trace_.size());
        std::size_t at = 0;
        for (std::size_t i = trace_.size(); i-- > 0;) {
            path[i] = trace_[i][at].cells;
            at = trace_[i][at].before;
        }
        const std::size_t done = trace_.size() - std::min(open, trace_.size());
        steps_.insert(steps_.end(), path.begin(), path.begin() + static_cast<std::ptrdiff_t>(done));
        trace_.erase(trace_.begin(), trace_.begin() + static_cast<std::ptrdiff_t>(done));
    }

    std::span<const OnsetCluster> clusters_;
    const BeatProfile& profile_;
    double timingError_;
    std::array<double, periods> period_{};
    std::array<double, periods> prior_{};
    std::array<double, beatCells> struck_{};
    std::array<double, 2 * beatCells + 1> silent_{};
    std::array<std::array<double, widestStep + 1>, walks> walk_{};

    std::array<double, 2 * widestStep + 1> ratio_{};  ///< of periods, by steps between them

    std::vector<double> scores_;
    std::vector<TraceStep> traces_;
    std::vector<int> touched_;
    std::vector<Survivor> survivors_;  ///< best first
    double floor_ = -INFINITY;         ///< below it nothing of this step can survive
    std::vector<std::vector<TraceStep>> trace_;
    std::vector<std::int32_t> steps_;
};

}  // namespace

DecodedBeats decodeBeats(std::span<const OnsetCluster> clusters, const BeatProfile& profile, const TempoPrior& prior,
                         const Task& task) {
    return Decoder(clusters, profile, prior).run(task);
}

}  // namespace ricercar
