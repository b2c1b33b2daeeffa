#include "core/learning/StepEngine.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace ricercar {
namespace {

/// The four tensors of a layer, as parameterShapes() lists them.
struct LayerWeights {
    const NamedTensor& ih;
    const NamedTensor& hh;
    const NamedTensor& biasIh;
    const NamedTensor& biasHh;
    std::size_t inputs, hidden;

    LayerWeights(const std::vector<NamedTensor>& all, std::size_t layer)
        : ih(all[4 * layer]),
          hh(all[4 * layer + 1]),
          biasIh(all[4 * layer + 2]),
          biasHh(all[4 * layer + 3]),
          inputs(static_cast<std::size_t>(ih.shape[1])),
          hidden(static_cast<std::size_t>(hh.shape[1])) {}

    /// A kernel of `count` of the inputs, from `first` on.
    [[nodiscard]] LstmKernel kernel(std::size_t first, std::size_t count) const {
        return {ih.values.data() + first, count, inputs, hh.values.data(), hidden, biasIh.values.data(), biasHh.values.data()};
    }
};

}  // namespace

StepEngine::StepEngine(const Checkpoint& checkpoint) : config_(checkpoint.config.model), builder_(config_) {
    const auto& weights = checkpoint.weights;
    std::size_t layer = 0;
    for (; layer < config_.timeHidden.size(); ++layer) {
        const LayerWeights given(weights, layer);
        time_.push_back(given.kernel(0, given.inputs));
    }
    for (std::size_t i = 0; i < config_.noteHidden.size(); ++i, ++layer) {
        const LayerWeights given(weights, layer);
        if (i == 0) {
            noteFromTime_.push_back(given.kernel(0, given.inputs - 2));
            note_.push_back(given.kernel(given.inputs - 2, 2));
        } else {
            note_.push_back(given.kernel(0, given.inputs));
        }
    }
    head_ = weights[4 * layer].values;
    headBias_ = weights[4 * layer + 1].values;
}

StepEngine::State StepEngine::start() const {
    const auto pitches = static_cast<std::size_t>(config_.range.size());
    State state;
    for (const LstmKernel& layer : time_) {
        state.hidden.emplace_back(pitches * layer.stateSize(), 0.0F);
        state.cell.emplace_back(pitches * layer.stateSize(), 0.0F);
    }
    for (const LstmKernel& layer : note_) {
        state.noteHidden.emplace_back(layer.stateSize(), 0.0F);
        state.noteCell.emplace_back(layer.stateSize(), 0.0F);
    }
    state.features.resize(pitches * featureCount);
    state.noteStart.resize(pitches * note_.front().gateSize());
    return state;
}

void StepEngine::advance(State& state, std::span<const Cell> row, int stepInBar) const {
    const auto pitches = static_cast<std::size_t>(config_.range.size());
    builder_.step(row, stepInBar, state.features.data());
    const float* input = state.features.data();
    std::size_t stride = featureCount;
    for (std::size_t i = 0; i < time_.size(); ++i) {
        time_[i].step(input, stride, state.hidden[i].data(), state.cell[i].data(), pitches);
        input = state.hidden[i].data();
        stride = time_[i].stateSize();
    }
    noteFromTime_.front().gates(input, stride, pitches, state.noteStart.data());
    for (std::vector<float>& hidden : state.noteHidden) std::ranges::fill(hidden, 0.0F);
    for (std::vector<float>& cell : state.noteCell) std::ranges::fill(cell, 0.0F);
    state.note = 0;
}

StepEngine::Logits StepEngine::next(State& state, Cell below) const {
    const std::array<float, 2> chosen{static_cast<float>(below & playBit),
                                      config_.articulation ? static_cast<float>(below >> 1) : 0.0F};
    const float* start = state.noteStart.data() + static_cast<std::size_t>(state.note) * note_.front().gateSize();
    const float* input = chosen.data();
    for (std::size_t i = 0; i < note_.size(); ++i) {
        note_[i].step(input, note_[i].inputs(), state.noteHidden[i].data(), state.noteCell[i].data(), 1, start);
        input = state.noteHidden[i].data();
        start = nullptr;
    }
    ++state.note;
    const auto units = static_cast<std::size_t>(config_.noteHidden.back());
    const float* const hidden = state.noteHidden.back().data();
    return {std::inner_product(hidden, hidden + units, head_.data(), static_cast<double>(headBias_[0])),
            std::inner_product(hidden, hidden + units, head_.data() + units, static_cast<double>(headBias_[1]))};
}

}  // namespace ricercar
