// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/FeatureBuilder.h"

#include "core/learning/Kernels.h"
#include "core/learning/MemoryFeatures.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace ricercar {
namespace {

constexpr std::size_t stretch = 16;        // floats, as FeatureRows has them
constexpr std::size_t constantWidth = 13;  // midi value and pitch class, side by side
constexpr std::size_t classes = 12;
constexpr std::size_t seedWidth = seedFeatures;  // what the kernel writes; the other layout begins with the same columns

}  // namespace

FeatureBuilder::FeatureBuilder(const ModelConfig& config)
    : config_(config),
      width_(static_cast<std::size_t>(timeFeatures(config.layout))),
      seen_(config.articulation ? Cell{playBit | articulateBit} : playBit),
      constant_(static_cast<std::size_t>(config.range.size()) * stretch, 0.0F) {
    for (int i = 0; i < config.range.size(); ++i) {
        const int pitch = config.range.lowest + i;
        float* const constant = constant_.data() + static_cast<std::size_t>(i + 1) * stretch - constantWidth;
        constant[0] = static_cast<float>(pitch) / 127.0F;
        constant[1 + pitch % 12] = 1.0F;
    }
    for (const FeatureSpan& span : featureSpans(config.layout))
        if (span.axis == FeatureAxis::Time && goesWithout(config, span)) leftOut_.push_back(span);
}

void FeatureBuilder::step(const RememberedStep& step, int stepInBar, float* out, bool later) const {
    const std::span<const Cell> row = step.piece.row(step.at);
    if (!remembering()) {
        seedStep(row, step.shift, stepInBar, out, later && leftOut_.empty());
    } else {
        std::array<float, mostPitches * seedWidth> own;
        seedStep(row, step.shift, stepInBar, own.data(), false);
        const auto pitches = static_cast<std::size_t>(config_.range.size());
        for (std::size_t i = 0; i < pitches; ++i) {
            std::copy_n(own.data() + i * seedWidth, seedWidth, out + i * width_);
            std::fill_n(out + i * width_ + seedWidth, width_ - seedWidth, 0.0F);
        }
        writeMemoryFeatures(step, config_, out);
    }
    for (const FeatureSpan& span : leftOut_)
        for (int i = 0; i < config_.range.size(); ++i)
            std::fill_n(out + static_cast<std::size_t>(i) * width_ + span.offset, span.width, 0.0F);
}

void FeatureBuilder::seedStep(std::span<const Cell> row, int shift, int stepInBar, float* out, bool later) const {
    // The step as floats with an octave of silence on either side, so that a vicinity is one contiguous copy.
    std::array<float, 2 * (mostPitches + 2 * vicinityReach)> padded{};
    std::array<float, 2 * classes + stretch> counts{};  // twice over, so that a rotation is one contiguous copy
    const auto pitches = static_cast<std::size_t>(config_.range.size());
    const auto lowest = static_cast<std::size_t>(config_.range.lowest);
    for (std::size_t from = 0; from < row.size(); ++from) {
        if (from + 8 <= row.size()) {  // most of a step is silence
            std::uint64_t eight = 0;
            std::memcpy(&eight, row.data() + from, 8);
            if (eight == 0) {
                from += 7;
                continue;
            }
        }
        const Cell cell = row[from] & seen_;
        const auto i = from + static_cast<std::size_t>(shift);  // wraps where it leaves the range
        if (cell == 0 || i >= pitches) continue;
        const std::size_t at = 2 * (i + vicinityReach);
        padded[at] = static_cast<float>(cell & playBit);
        padded[at + 1] = static_cast<float>(cell >> 1);
        counts[(lowest + i) % classes] += padded[at];
    }
    std::copy_n(counts.begin(), classes, counts.begin() + classes);
    std::array<float, 4> beat{};
    for (std::size_t bit = 0; bit < beat.size(); ++bit) beat[bit] = static_cast<float>((stepInBar >> bit) & 1);

    // Note counts and beat as each pitch class has them.
    std::array<float, classes * stretch> tails;
    for (std::size_t pitchClass = 0; pitchClass < classes; ++pitchClass) {
        float* const tail = tails.data() + pitchClass * stretch;
        std::copy_n(counts.data() + (config_.counts == NoteCounts::Relative ? pitchClass : 0), stretch, tail);
        std::copy_n(beat.data(), beat.size(), tail + classes);
    }
    kernels().features({pitches, padded.data(), constant_.data(), tails.data(), lowest % classes, out, later});
}

}  // namespace ricercar
