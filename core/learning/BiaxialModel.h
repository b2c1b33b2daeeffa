#pragma once

#include "core/base/Task.h"
#include "core/learning/Batches.h"
#include "core/learning/Checkpoint.h"
#include "core/learning/LstmLayer.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace ricercar {

/// Dropout held over the sequence: one mask for each layer, [1, rows, hidden], scaled by 1 / (1 - p).
struct DropoutMasks {
    std::vector<torch::Tensor> time;
    std::vector<torch::Tensor> note;
};
/// A pure function of its arguments.
DropoutMasks dropoutMasks(const ModelConfig& config, int batch, int window, std::uint64_t seed);

/// State of the time axis between two calls, one a layer.
using TimeState = std::vector<LstmState>;

/// The biaxial LSTM: a stack over time with the notes folded into the batch, then a stack over the notes, low to high, that
/// also sees the state chosen for the pitch below.
class BiaxialModel : public torch::nn::Module {
public:
    explicit BiaxialModel(const ModelConfig& config);

    /// Uniform within 1 / sqrt(hidden), forget bias 1, the head's bias at the log-odds of `playRate`.
    void initialize(std::uint64_t seed, double playRate);

    /// features: [batch, time, note, feature] at (t, n); chosen: [batch, time, note, 2], the state at (t+1, n).
    /// Logits of play and articulate at (t+1, n): [batch, time, note, 2]. Fastest when time is outermost in memory.
    torch::Tensor forward(const torch::Tensor& features, const torch::Tensor& chosen, const DropoutMasks* masks = nullptr,
                          TimeState* carried = nullptr, const Task& task = {});

    [[nodiscard]] std::vector<NamedTensor> weights() const;
    /// Names and shapes have to be those of parameterShapes().
    void setWeights(const std::vector<NamedTensor>& weights);

    /// Threads that a pass works with; 1 at first.
    void setThreads(int threads) { threads_ = threads; }

    [[nodiscard]] const ModelConfig& config() const { return config_; }

private:
    torch::Tensor runStack(const std::vector<std::shared_ptr<LstmLayer>>& stack, torch::Tensor x, torch::Tensor second,
                           const std::vector<torch::Tensor>* masks, TimeState* carried, const Task& task);

    ModelConfig config_;
    std::vector<std::shared_ptr<LstmLayer>> time_;
    std::vector<std::shared_ptr<LstmLayer>> note_;
    torch::nn::Linear head_;
    int threads_ = 1;
};

/// A batch's arrays as tensors [batch, time, note, ...] over the same memory; the batch has to outlive them.
struct BatchTensors {
    torch::Tensor features, chosen, playWeight, articulateWeight;
    explicit BatchTensors(Batch& batch);
};

/// -ln p of each cell, [batch, time, note]: cross-entropy of play, plus that of articulate where it is a choice; 0 for padding.
torch::Tensor cellNats(const torch::Tensor& logits, const BatchTensors& batch);

/// Copies between tensors and the plain ones of a checkpoint.
NamedTensor plain(const std::string& name, const torch::Tensor& tensor);

}  // namespace ricercar
