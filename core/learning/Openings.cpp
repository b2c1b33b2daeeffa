// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Openings.h"

#include "core/base/Parallel.h"
#include "core/base/SpinThreadPool.h"

#include <algorithm>
#include <vector>

namespace ricercar {
namespace {

/// Infinite when stopped.
double drawOpening(const SongPlan& plan, Song& song, std::uint64_t seed, const Task& task) {
    constexpr double never = 1e9;
    SpinThreadPool alone(1);
    if (!song.hearPrimer(task, alone)) return never;
    for (int step = 0; step < plan.opening(); ++step) {
        if (task.stopped()) return never;
        song.draw(step, seed);
        if (step + 1 < plan.opening()) song.advance(step);
    }
    return openingDistance(song.roll(), plan.opening(), plan.settings().opening);
}

}  // namespace

KeptOpening bestOpening(const SongPlan& plan, const Song& begun, int threads, const Task& task) {
    const auto count = static_cast<std::size_t>(plan.settings().opening.candidates);
    std::vector<Song> songs(count, begun);
    std::vector<double> distances(count);
    const auto seedOf = [&](std::size_t i) { return openingSeed(plan.settings().seed, static_cast<int>(i)); };
    const Task silent(task.stopToken());
    parallelFor(count, static_cast<std::size_t>(threads),
                [&](std::size_t i, std::size_t) { distances[i] = drawOpening(plan, songs[i], seedOf(i), silent); });
    const auto best = static_cast<std::size_t>(std::ranges::min_element(distances) - distances.begin());
    return {std::move(songs[best]), seedOf(best)};
}

}  // namespace ricercar
