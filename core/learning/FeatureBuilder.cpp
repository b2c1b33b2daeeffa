#include "core/learning/FeatureBuilder.h"

#include "core/learning/Kernels.h"

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
constexpr std::size_t maxPitches = 128;

// What the kernel takes for granted.
static_assert(featureCount == 79 && featureSpan(FeatureGroup::Vicinity).offset == 0 &&
              featureSpan(FeatureGroup::Vicinity).width == 50 && featureSpan(FeatureGroup::MidiValue).offset == 50 &&
              featureSpan(FeatureGroup::PitchClass).offset == 51 && featureSpan(FeatureGroup::NoteCounts).offset == 63 &&
              featureSpan(FeatureGroup::Beat).offset == 75);

}  // namespace

FeatureBuilder::FeatureBuilder(const ModelConfig& config)
    : range_(config.range),
      counts_(config.counts),
      seen_(config.articulation ? Cell{playBit | articulateBit} : playBit),
      constant_(static_cast<std::size_t>(config.range.size()) * stretch, 0.0F) {
    for (int i = 0; i < range_.size(); ++i) {
        const int pitch = range_.lowest + i;
        float* const constant = constant_.data() + static_cast<std::size_t>(i + 1) * stretch - constantWidth;
        constant[0] = static_cast<float>(pitch) / 127.0F;
        constant[1 + pitch % 12] = 1.0F;
    }
}

void FeatureBuilder::step(std::span<const Cell> row, int stepInBar, float* out, bool later) const {
    // The step as floats with an octave of silence on either side, so that a vicinity is one contiguous copy.
    std::array<float, 2 * (maxPitches + 2 * vicinityReach)> padded{};
    std::array<float, 2 * classes + stretch> counts{};  // twice over, so that a rotation is one contiguous copy
    const auto pitches = static_cast<std::size_t>(range_.size());
    const auto lowest = static_cast<std::size_t>(range_.lowest);
    for (std::size_t i = 0; i < pitches; ++i) {
        if (i + 8 <= pitches) {  // most of a step is silence
            std::uint64_t eight = 0;
            std::memcpy(&eight, row.data() + i, 8);
            if (eight == 0) {
                i += 7;
                continue;
            }
        }
        const Cell cell = row[i] & seen_;
        if (cell == 0) continue;
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
        std::copy_n(counts.data() + (counts_ == NoteCounts::Relative ? pitchClass : 0), stretch, tail);
        std::copy_n(beat.data(), beat.size(), tail + classes);
    }
    kernels().features({pitches, padded.data(), constant_.data(), tails.data(), lowest % classes, out, later});
}

void FeatureBuilder::steps(const PianoRoll& roll, int first, int count, float* out, std::size_t stride) const {
    for (int i = 0; i < count; ++i, out += stride) step(roll, first + i, out);
}

void FeatureBuilder::step(const PianoRoll& roll, int at, float* out, bool later) const {
    static constexpr std::array<Cell, maxPitches> silence{};
    const bool inside = at >= 0 && at < roll.steps();
    step(inside ? roll.row(at) : std::span<const Cell>(silence), roll.stepInBar(at), out, later);
}

}  // namespace ricercar
