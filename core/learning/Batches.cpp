#include "core/learning/Batches.h"

#include <algorithm>

namespace ricercar {
namespace {

std::size_t product(int a, int b, int c, int d = 1) {
    return static_cast<std::size_t>(a) * static_cast<std::size_t>(b) * static_cast<std::size_t>(c) *
           static_cast<std::size_t>(d);
}

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

Batch::Batch(int batchSize, int windowSteps, int pitchCount)
    : batch(batchSize),
      window(windowSteps),
      pitches(pitchCount),
      features(product(windowSteps, batchSize, pitchCount, featureCount)),
      chosen(product(windowSteps, batchSize, pitchCount, 2)),
      playWeight(product(windowSteps, batchSize, pitchCount)),
      articulateWeight(product(windowSteps, batchSize, pitchCount)) {}

void fillWindow(Batch& batch, int index, const FeatureBuilder& builder, const ModelConfig& config, const PianoRoll& roll,
                int first) {
    const auto pitches = static_cast<std::size_t>(batch.pitches);
    const std::size_t item = static_cast<std::size_t>(index) * pitches;
    const std::size_t stride = static_cast<std::size_t>(batch.batch) * pitches;  // cells from step to step
    builder.steps(roll, first - 1, batch.window, batch.features.data() + item * featureCount, stride * featureCount);

    const int count = std::clamp(roll.steps() - first, 0, batch.window);
    for (int i = 0; i < count; ++i) {
        const std::size_t at = static_cast<std::size_t>(i) * stride + item;
        const auto row = roll.row(first + i);
        for (std::size_t n = 0; n < pitches; ++n) {
            const bool plays = (row[n] & playBit) != 0;
            batch.playWeight[at + n] = 1.0F;
            batch.chosen[2 * (at + n)] = plays ? 1.0F : 0.0F;
            if (!config.articulation) continue;
            const bool played = first + i > 0 && (roll.row(first + i - 1)[n] & playBit) != 0;
            batch.chosen[2 * (at + n) + 1] = (row[n] & articulateBit) != 0 ? 1.0F : 0.0F;
            batch.articulateWeight[at + n] = plays && played ? 1.0F : 0.0F;
        }
    }
    batch.steps += count;
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

Batch BatchMaker::make(Random random) const {
    Batch batch(config_.batch, config_.window, config_.model.range.size());
    for (int index = 0; index < config_.batch; ++index) {
        const auto drawn = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(totalSteps_)));
        const auto next = std::ranges::upper_bound(sources_, drawn, {}, &Source::stepsBefore);
        const Source& source = *std::prev(next);
        const int start = drawStart(source.roll, config_.window, random);

        const bool sounds = source.highest >= 0;
        const int down = sounds ? std::max(config_.transposeDown, config_.model.range.lowest - source.lowest) : 0;
        const int up = sounds ? std::min(config_.transposeUp, config_.model.range.highest - source.highest) : 0;
        const int shift = down + static_cast<int>(random.below(static_cast<std::uint64_t>(up - down + 1)));

        // One step more in front, for what sounded before the window.
        const int before = start > 0 ? 1 : 0;
        const int count = std::min(config_.window, source.roll.steps() - start);
        if (shift == 0) {
            fillWindow(batch, index, builder_, config_.model, source.roll, start);
        } else {
            const PianoRoll moved = source.roll.excerpt(start - before, count + before).transposed(shift);
            fillWindow(batch, index, builder_, config_.model, moved, before);
        }
    }
    return batch;
}

}  // namespace ricercar
