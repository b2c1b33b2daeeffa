#include "core/learning/LstmWeights.h"

#include <algorithm>

namespace ricercar {
namespace {

/// Where row `gate * hidden + unit` of PyTorch's order stands in packed order.
std::size_t packedRow(std::size_t gate, std::size_t unit) {
    return unit / unitBlock * gateBlock + gate * unitBlock + unit % unitBlock;
}

}  // namespace

std::vector<float> packGates(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride) {
    std::vector<float> packed(blocksOf(hidden) * columns * gateBlock, 0.0F);
    for (std::size_t gate = 0; gate < 4; ++gate)
        for (std::size_t unit = 0; unit < hidden; ++unit) {
            const float* const row = weights + (gate * hidden + unit) * stride;
            float* const out = packed.data() + unit / unitBlock * columns * gateBlock + gate * unitBlock + unit % unitBlock;
            for (std::size_t column = 0; column < columns; ++column) out[column * gateBlock] = row[column];
        }
    return packed;
}

void unpackGateRows(const float* packed, std::size_t hidden, std::size_t columns, float* weights, std::size_t stride) {
    for (std::size_t gate = 0; gate < 4; ++gate)
        for (std::size_t unit = 0; unit < hidden; ++unit)
            std::copy_n(packed + packedRow(gate, unit) * columns, columns, weights + (gate * hidden + unit) * stride);
}

std::vector<float> packTransposed(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride) {
    const std::size_t depth = blocksOf(hidden) * gateBlock;
    std::vector<float> packed(depth * paddedUnits(columns), 0.0F);
    float* panel = packed.data();
    for (std::size_t first = 0; first < columns; first += panelWidth) {
        const std::size_t width = std::min(panelWidth, columns - first);
        const std::size_t pitch = paddedUnits(width);
        for (std::size_t gate = 0; gate < 4; ++gate)
            for (std::size_t unit = 0; unit < hidden; ++unit)
                std::copy_n(weights + (gate * hidden + unit) * stride + first, width, panel + packedRow(gate, unit) * pitch);
        panel += depth * pitch;
    }
    return packed;
}

LstmWeights::LstmWeights(const LstmParameters& given, std::size_t firstInputs)
    : hidden_(given.hidden),
      inputs_{firstInputs, given.inputs - firstInputs},
      inputWeights_{packGates(given.weightIh, given.hidden, firstInputs, given.inputs),
                    packGates(given.weightIh + firstInputs, given.hidden, given.inputs - firstInputs, given.inputs)},
      hiddenWeights_(packGates(given.weightHh, given.hidden, given.hidden, given.hidden)),
      bias_(packGates(given.biasIh, given.hidden, 1, 1)) {
    const std::vector<float> other = packGates(given.biasHh, given.hidden, 1, 1);
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
