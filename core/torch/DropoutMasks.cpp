// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/DropoutMasks.h"

#include "core/base/Random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ricercar {
namespace {

constexpr double levels = 65536.0;  // of a draw: 16 bits

/// Four cells from each 64-bit number. By table: a branch would be guessed wrong half of the time.
void draw(float* cells, std::int64_t count, double dropout, std::uint64_t seed) {
    const std::array<float, 2> value{0.0F, static_cast<float>(1.0 / (1.0 - dropout))};
    const auto threshold = static_cast<std::uint64_t>(std::lround(dropout * levels));
    Random random(seed);
    for (std::int64_t i = 0; i < count; i += 4) {
        std::uint64_t bits = random.next();
        for (std::int64_t k = i; k < std::min(i + 4, count); ++k, bits >>= 16)
            cells[k] = value[(bits & 0xFFFF) >= threshold ? 1 : 0];
    }
}

/// One mask a layer, [1, rows, hidden].
void drawStack(std::vector<torch::Tensor>& masks, const std::vector<int>& layers, std::int64_t rows, double dropout,
               std::uint64_t seed, std::uint64_t firstLayer) {
    masks.resize(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (!masks[i].defined() || masks[i].size(1) != rows || masks[i].size(2) != layers[i])
            masks[i] = torch::empty({1, rows, layers[i]});
        draw(masks[i].data_ptr<float>(), masks[i].numel(), dropout, Random::stream(seed, firstLayer + i));
    }
}

}  // namespace

void drawMasks(DropoutMasks& masks, const ModelConfig& config, int batch, int window, std::uint64_t seed) {
    if (config.dropout <= 0.0) {
        masks = {};
        return;
    }
    drawStack(masks.time, config.timeHidden, std::int64_t{batch} * config.range.size(), config.dropout, seed, 0);
    drawStack(masks.note, config.noteHidden, std::int64_t{batch} * window, config.dropout, seed, config.timeHidden.size());
}

DropoutMasks dropoutMasks(const ModelConfig& config, int batch, int window, std::uint64_t seed) {
    DropoutMasks masks;
    drawMasks(masks, config, batch, window, seed);
    return masks;
}

}  // namespace ricercar
