#include "core/learning/FeatureBuilder.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace ricercar {
namespace {

constexpr std::size_t vicinityWidth = static_cast<std::size_t>(featureSpan(FeatureGroup::Vicinity).width);
constexpr std::size_t constantWidth = 13;  // midi value and pitch class, side by side
constexpr std::size_t classes = 12;
constexpr std::size_t maxPitches = 128;

static_assert(featureSpan(FeatureGroup::MidiValue).offset + featureSpan(FeatureGroup::MidiValue).width ==
              featureSpan(FeatureGroup::PitchClass).offset);

}  // namespace

FeatureBuilder::FeatureBuilder(const ModelConfig& config)
    : range_(config.range),
      counts_(config.counts),
      seen_(config.articulation ? Cell{playBit | articulateBit} : playBit),
      constant_(static_cast<std::size_t>(config.range.size()) * constantWidth, 0.0F) {
    for (int i = 0; i < range_.size(); ++i) {
        const int pitch = range_.lowest + i;
        float* const constant = constant_.data() + static_cast<std::size_t>(i) * constantWidth;
        constant[0] = static_cast<float>(pitch) / 127.0F;
        constant[1 + pitch % 12] = 1.0F;
    }
}

void FeatureBuilder::step(std::span<const Cell> row, int stepInBar, float* out) const {
    // The step as floats with an octave of silence on either side, so that a vicinity is one contiguous copy.
    std::array<float, 2 * (maxPitches + 2 * vicinityReach)> padded{};
    std::array<float, 2 * classes> counts{};  // twice over, so that a rotation is one contiguous copy
    const auto pitches = static_cast<std::size_t>(range_.size());
    for (std::size_t i = 0; i < pitches; ++i) {
        const Cell cell = row[i] & seen_;
        if (cell == 0) continue;
        const std::size_t at = 2 * (i + vicinityReach);
        padded[at] = static_cast<float>(cell & playBit);
        padded[at + 1] = static_cast<float>(cell >> 1);
        counts[(static_cast<std::size_t>(range_.lowest) + i) % classes] += padded[at];
    }
    std::copy_n(counts.begin(), classes, counts.begin() + classes);

    std::array<float, 4> beat{};
    for (std::size_t bit = 0; bit < beat.size(); ++bit) beat[bit] = static_cast<float>((stepInBar >> bit) & 1);

    for (std::size_t i = 0; i < pitches; ++i, out += featureCount) {
        const std::size_t rotation =
            counts_ == NoteCounts::Relative ? (static_cast<std::size_t>(range_.lowest) + i) % classes : 0;
        std::copy_n(padded.data() + 2 * i, vicinityWidth, out);
        std::copy_n(constant_.data() + i * constantWidth, constantWidth, out + featureSpan(FeatureGroup::MidiValue).offset);
        std::copy_n(counts.data() + rotation, classes, out + featureSpan(FeatureGroup::NoteCounts).offset);
        std::copy_n(beat.data(), beat.size(), out + featureSpan(FeatureGroup::Beat).offset);
    }
}

void FeatureBuilder::steps(const PianoRoll& roll, int first, int count, float* out, std::size_t stride) const {
    const std::vector<Cell> silence(static_cast<std::size_t>(range_.size()), 0);
    for (int i = 0; i < count; ++i, out += stride) {
        const int at = first + i;
        const bool inside = at >= 0 && at < roll.steps();
        step(inside ? roll.row(at) : std::span<const Cell>(silence), roll.stepInBar(at), out);
    }
}

}  // namespace ricercar
