// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/TorchPeer.h"

#include "core/base/Random.h"
#include "tests/bench/Work.h"

#include <cmath>
#include <cstring>

// There where libblas is OpenBLAS.
extern "C" void openblas_set_num_threads(int threads) __attribute__((weak));

namespace ricercar::bench {
namespace {

torch::Tensor dropped(const torch::Tensor& x, double dropout) {
    if (dropout <= 0) return x;
    return x * torch::empty({1, x.size(1), x.size(2)}).bernoulli_(1 - dropout).div_(1 - dropout);
}

}  // namespace

TorchBiaxial::TorchBiaxial(const ModelConfig& config, const std::vector<NamedTensor>& weights) : head(nullptr) {
    std::int64_t inputs = seedFeatures;
    const auto build = [&](const char* axis, const std::vector<int>& sizes, std::vector<torch::nn::LSTM>& stack) {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            stack.push_back(register_module(std::string(axis) + std::to_string(i), torch::nn::LSTM(inputs, sizes[i])));
            inputs = sizes[i];
        }
    };
    build("time", config.timeHidden, time);
    inputs += 2;
    build("note", config.noteHidden, note);
    head = register_module("head", torch::nn::Linear(inputs, 2));
    const torch::NoGradGuard noGrad;
    const auto parameters = this->parameters();
    TORCH_CHECK(parameters.size() == weights.size(), "number of weights");
    for (std::size_t i = 0; i < weights.size(); ++i)
        std::memcpy(parameters[i].data_ptr<float>(), weights[i].values.data(), weights[i].values.size() * sizeof(float));
}

torch::Tensor TorchBiaxial::forward(const BatchTensors& batch, double dropout) {
    const auto steps = static_cast<std::int64_t>(batch.stepItems.size()), windows = batch.stepItems.front();
    const std::int64_t rows = steps * windows, notes = batch.features.size(1);
    TORCH_CHECK(batch.features.size(0) == rows, "windows of one length");
    torch::Tensor x = batch.features.reshape({steps, windows * notes, batch.features.size(2)});
    for (auto& layer : time) x = dropped(std::get<0>(layer->forward(x)), dropout);
    x = x.view({rows, notes, x.size(2)}).transpose(0, 1);
    const torch::Tensor state = batch.chosen.transpose(0, 1);
    x = torch::cat({x, torch::cat({torch::zeros({1, rows, 2}), state.slice(0, 0, notes - 1)})}, 2);
    for (auto& layer : note) x = dropped(std::get<0>(layer->forward(x)), dropout);
    return head->forward(x).transpose(0, 1);
}

void setTorchThreads(int threads) {
    at::set_num_threads(threads);
    if (openblas_set_num_threads != nullptr) openblas_set_num_threads(threads);
}

double lossDifference(const TrainConfig& config) {
    TrainConfig small = config;
    small.batch = 2;
    small.window = 16;
    const BatchMaker maker(small, wanderingSet(small.model.range).train);
    Batch batch = maker.make(Random(1));
    const BatchTensors tensors(batch);
    const Checkpoint checkpoint = freshCheckpoint(small);
    BiaxialModel ours(small.model);
    ours.setWeights(checkpoint.weights);
    TorchBiaxial peer(small.model, checkpoint.weights);
    const auto loss = [&](const torch::Tensor& logits) {
        return cellNats(logits, tensors).sum(torch::kFloat64).item<double>();
    };
    const torch::NoGradGuard noGrad;
    const double mine = loss(ours.forward(tensors));
    const double theirs = loss(peer.forward(tensors, 0));
    return std::abs(mine - theirs) / theirs;
}

}  // namespace ricercar::bench
