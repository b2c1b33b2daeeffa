// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/learning/Batches.h"
#include "core/learning/Checkpoint.h"
#include "core/torch/LstmLayer.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace ricercar {

/// Dropout held over the sequence: one mask for each layer, [1, rows, hidden], scaled by 1 / (1 - p). Rows: window x note, and
/// item.
struct DropoutMasks {
    std::vector<torch::Tensor> time;
    std::vector<torch::Tensor> note;
};
/// A pure function of its arguments.
DropoutMasks dropoutMasks(const ModelConfig& config, int batch, int window, std::uint64_t seed);

/// A batch's arrays as tensors over the same memory; the batch has to outlive them.
struct BatchTensors {
    torch::Tensor features;               ///< [items, note, feature of the time axis]
    torch::Tensor below;                  ///< [items, note, feature of the note axis]
    torch::Tensor chosen;                 ///< [items, note, 2]
    torch::Tensor articulateWeight;       ///< [items, note]
    std::vector<std::int64_t> stepItems;  ///< of each step

    BatchTensors() = default;
    explicit BatchTensors(Batch& batch);
};

/// -ln p of each cell, [items, note]: cross-entropy of play, plus that of articulate where it is a choice.
torch::Tensor cellNats(const torch::Tensor& logits, const BatchTensors& batch);

/// State of the time axis between two calls, one a layer.
using TimeState = std::vector<LstmState>;

/// The biaxial LSTM: a stack over time with the notes folded into the batch, then a stack over the notes, low to high, that
/// also sees what was chosen for the pitches below.
class BiaxialModel : public torch::nn::Module {
public:
    explicit BiaxialModel(const ModelConfig& config);

    /// Uniform within 1 / sqrt(hidden), forget bias 1, the head's bias at the log-odds of `playRate`.
    void initialize(std::uint64_t seed, double playRate);

    /// Logits of play and articulate of every item: [items, note, 2].
    torch::Tensor forward(const BatchTensors& batch, const DropoutMasks* masks = nullptr, TimeState* carried = nullptr,
                          const Task& task = {});
    /// The same for windows of one length. features: [batch, time, note, feature] at (t, n); below: [batch, time, note,
    /// feature of the note axis]. Logits at (t+1, n): [batch, time, note, 2].
    torch::Tensor forward(const torch::Tensor& features, const torch::Tensor& below, TimeState* carried = nullptr);

    [[nodiscard]] std::vector<NamedTensor> weights() const;
    /// Names and shapes have to be those of parameterShapes().
    void setWeights(const std::vector<NamedTensor>& weights);

    /// Threads that a pass works with; 1 at first.
    void setThreads(int threads) { threads_ = threads; }
    /// What products are rounded to; Float32 at first.
    void setPrecision(Precision precision) { precision_ = precision; }

    [[nodiscard]] const ModelConfig& config() const { return config_; }

private:
    using Stack = std::vector<std::shared_ptr<LstmLayer>>;
    /// `first` is what the stack's first layer needs beside its input.
    torch::Tensor runStack(const Stack& stack, torch::Tensor x, LstmPass first, const std::vector<torch::Tensor>* masks,
                           TimeState* carried);

    ModelConfig config_;
    Stack time_;
    Stack note_;
    torch::nn::Linear head_;
    int threads_ = 1;
    Precision precision_ = Precision::Float32;
};

/// Copies between tensors and the plain ones of a checkpoint.
NamedTensor plain(const std::string& name, const torch::Tensor& tensor);

}  // namespace ricercar
