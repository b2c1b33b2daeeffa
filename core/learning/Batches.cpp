#include "core/learning/Batches.h"

#include <algorithm>
#include <functional>
#include <list>
#include <stdexcept>
#include <utility>

namespace ricercar {
namespace {

/// Starts that a window may have: the first step and bar lines, up to the first one from which the window reaches the end.
/// Where a window is shorter than a bar, every window's length stands for a bar line.
int drawStart(const PianoRoll& roll, int window, Random& random) {
    const int surplus = roll.steps() - window;
    if (surplus <= 0) return 0;
    const int spacing = std::min(roll.barSteps(), window);
    const int firstLine = (roll.barSteps() - roll.barOffset()) % roll.barSteps() % spacing;
    const int lines = surplus <= firstLine ? 1 : (surplus - firstLine + spacing - 1) / spacing + 1;
    const int before = firstLine > 0 ? 1 : 0;  // the first step, where it is no bar line
    const auto choice = static_cast<int>(random.below(static_cast<std::uint64_t>(lines + before)));
    return choice < before ? 0 : firstLine + (choice - before) * spacing;
}

}  // namespace

Batch::Batch(std::vector<int> windowLengths, int pitchCount, Batch memory) : Batch(std::move(memory)) {
    lengths = std::move(windowLengths);
    pitches = pitchCount;
    firstItem.assign(1, 0);
    if (!std::ranges::is_sorted(lengths, std::greater<>())) throw std::invalid_argument("windows are longest first");
    auto longEnough = lengths.size();
    for (int step = 0; step < window(); ++step) {
        while (lengths[longEnough - 1] <= step) --longEnough;
        firstItem.push_back(firstItem.back() + longEnough);
    }
    const std::size_t cells = items() * static_cast<std::size_t>(pitches);
    features.resize(cells * featureCount);
    chosen.resize(cells * 2);
    articulateWeight.resize(cells);
}

void fill(Batch& batch, std::span<const Window> windows, const FeatureBuilder& builder, const ModelConfig& config) {
    const auto pitches = static_cast<std::size_t>(batch.pitches);
    std::size_t at = 0;  // cells, in the order of memory
    for (int step = 0; step < batch.window(); ++step)
        for (const Window& window : windows.first(batch.itemsAt(step))) {
            const PianoRoll& roll = *window.roll;
            const int now = window.first + step;
            builder.step(roll, now - 1, batch.features.data() + at * featureCount, true);
            const auto row = roll.row(now);
            for (std::size_t n = 0; n < pitches; ++n, ++at) {
                const bool plays = (row[n] & playBit) != 0;
                const bool played = now > 0 && (roll.row(now - 1)[n] & playBit) != 0;
                batch.chosen[2 * at] = plays ? 1.0F : 0.0F;
                batch.chosen[2 * at + 1] = config.articulation && (row[n] & articulateBit) != 0 ? 1.0F : 0.0F;
                batch.articulateWeight[at] = config.articulation && plays && played ? 1.0F : 0.0F;
            }
        }
}

BatchMaker::BatchMaker(const TrainConfig& config, const std::vector<TrainingPiece>& pieces)
    : config_(config), builder_(config.model) {
    for (const TrainingPiece& piece : pieces) {
        Source source{piece.roll.inRange(config.model.range), totalSteps_, 128, -1};
        for (int step = 0; step < source.roll.steps(); ++step)
            for (int pitch = config.model.range.lowest; pitch <= config.model.range.highest; ++pitch)
                if (source.roll.plays(step, pitch)) {
                    source.lowest = std::min(source.lowest, pitch);
                    source.highest = std::max(source.highest, pitch);
                }
        if (source.roll.steps() == 0) continue;
        totalSteps_ += source.roll.steps();
        sources_.push_back(std::move(source));
    }
}

Batch BatchMaker::make(Random random, Batch memory) const {
    struct Drawn {
        const Source* source;
        int start, length, shift;
    };
    std::vector<Drawn> drawn;
    for (int index = 0; index < config_.batch; ++index) {
        const auto step = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(totalSteps_)));
        const Source& source = *std::prev(std::ranges::upper_bound(sources_, step, {}, &Source::stepsBefore));
        const int start = drawStart(source.roll, config_.window, random);

        const bool sounds = source.highest >= 0;
        const int down = sounds ? std::max(config_.transposeDown, config_.model.range.lowest - source.lowest) : 0;
        const int up = sounds ? std::min(config_.transposeUp, config_.model.range.highest - source.highest) : 0;
        const int shift = down + static_cast<int>(random.below(static_cast<std::uint64_t>(up - down + 1)));
        drawn.push_back({&source, start, std::min(config_.window, source.roll.steps() - start), shift});
    }
    std::ranges::stable_sort(drawn, std::greater<>(), &Drawn::length);

    std::vector<int> lengths;
    std::vector<Window> windows;
    std::list<PianoRoll> moved;
    for (const Drawn& window : drawn) {
        lengths.push_back(window.length);
        if (window.shift == 0) {
            windows.push_back({&window.source->roll, window.start});
            continue;
        }
        const int before = window.start > 0 ? 1 : 0;  // one step more in front, for what sounded before the window
        moved.push_back(window.source->roll.excerpt(window.start - before, window.length + before).transposed(window.shift));
        windows.push_back({&moved.back(), before});
    }
    Batch batch(std::move(lengths), config_.model.range.size(), std::move(memory));
    fill(batch, windows, builder_, config_.model);
    return batch;
}

}  // namespace ricercar
