// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/LstmWeights.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace ricercar {
namespace {

static_assert(panelWidth == gateBlock);

/// Rounded to the nearest, halves to even.
std::uint32_t bfloat16(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return (bits + 0x7FFFU + ((bits >> 16) & 1U)) >> 16;
}

/// Puts a value into a packed factor: `index` along the depth, words `pitch` apart from `at`.
void put(float* at, std::size_t pitch, std::size_t index, float value, Precision precision) {
    if (precision == Precision::Float32) {
        at[index * pitch] = value;
        return;
    }
    float& word = at[index / 2 * pitch];
    word = std::bit_cast<float>(std::bit_cast<std::uint32_t>(word) | bfloat16(value) << (index % 2 * 16));
}

}  // namespace

Floats packGates(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride, Precision precision) {
    const std::size_t words = wordsOf(precision, columns);
    Floats packed(words * gateRow(hidden), 0.0F);
    for (std::size_t unit = 0; unit < hidden; ++unit) {
        const std::size_t block = unit / unitBlock;
        const std::size_t width = block < wholeBlocks(hidden) ? unitBlock : lastUnits(hidden);
        for (std::size_t gate = 0; gate < 4; ++gate) {
            const float* const row = weights + (gate * hidden + unit) * stride;
            float* const out = packed.data() + block * gateBlock * words + gate * width + unit % unitBlock;
            for (std::size_t column = 0; column < columns; ++column) put(out, 4 * width, column, row[column], precision);
        }
    }
    return packed;
}

Floats packTransposed(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride, Precision precision) {
    const std::size_t words = wordsOf(precision, gateRow(hidden));
    Floats packed(words * stateRow(columns), 0.0F);
    float* panel = packed.data();
    for (std::size_t first = 0; first < columns; first += panelWidth) {
        const std::size_t width = std::min(panelWidth, columns - first);
        const std::size_t pitch = stateRow(width);
        for (std::size_t gate = 0; gate < 4; ++gate)
            for (std::size_t unit = 0; unit < hidden; ++unit) {
                const float* const row = weights + (gate * hidden + unit) * stride + first;
                const std::size_t place = gatePlace(hidden, gate, unit);
                for (std::size_t i = 0; i < width; ++i) put(panel + i, pitch, place, row[i], precision);
            }
        panel += words * pitch;
    }
    return packed;
}

void unpackGates(const float* sums, std::size_t hidden, std::size_t columns, std::size_t first, float* weights,
                 std::size_t stride) {
    const std::size_t block = first / gateBlock;  // a panel is a block
    const std::size_t width = block < wholeBlocks(hidden) ? unitBlock : lastUnits(hidden);
    for (std::size_t place = 0; place < 4 * width; ++place) {
        const std::size_t gate = place / width, unit = block * unitBlock + place % width;
        if (unit >= hidden) continue;
        float* const row = weights + (gate * hidden + unit) * stride;
        for (std::size_t column = 0; column < columns; ++column) row[column] = sums[column * panelWidth + place];
    }
}

LstmWeights::LstmWeights(const LstmParameters& given, std::size_t firstInputs, Precision precision)
    : hidden_(given.hidden),
      inputs_{firstInputs, given.inputs - firstInputs},
      inputWeights_{packGates(given.weightIh, given.hidden, firstInputs, given.inputs, precision),
                    packGates(given.weightIh + firstInputs, given.hidden, given.inputs - firstInputs, given.inputs, precision)},
      hiddenWeights_(packGates(given.weightHh, given.hidden, given.hidden, given.hidden, precision)),
      bias_(packGates(given.biasIh, given.hidden, 1, 1, Precision::Float32)) {
    const Floats other = packGates(given.biasHh, given.hidden, 1, 1, Precision::Float32);
    for (std::size_t i = 0; i < bias_.size(); ++i) bias_[i] += other[i];
}

LstmStep LstmWeights::step() const {
    LstmStep step;
    step.hidden = hidden_;
    for (int i = 0; i < 2; ++i) step.inputWeights[i] = {inputWeights_[i].data(), inputs_[i]};
    step.hiddenWeights = {hiddenWeights_.data(), hidden_};
    step.bias = bias_.data();
    return step;
}

}  // namespace ricercar
