// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/BiaxialModel.h"

#include "core/base/Random.h"
#include "core/learning/FeatureLayout.h"

#include <cmath>
#include <cstring>
#include <utility>

namespace ricercar {
namespace {

constexpr std::int64_t chosenWidth = 2;

void fillUniform(torch::Tensor tensor, double reach, Random& random) {
    auto* const values = tensor.data_ptr<float>();
    for (std::int64_t i = 0; i < tensor.numel(); ++i) values[i] = static_cast<float>(reach * (2.0 * random.uniform() - 1.0));
}

}  // namespace

BiaxialModel::BiaxialModel(const ModelConfig& config) : config_(config), head_(nullptr) {
    std::int64_t inputs = timeFeatures(config.layout);
    const auto build = [&](const char* axis, const std::vector<int>& sizes, std::vector<std::shared_ptr<LstmLayer>>& stack) {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            stack.push_back(
                register_module(std::string(axis) + std::to_string(i), std::make_shared<LstmLayer>(inputs, sizes[i])));
            inputs = sizes[i];
        }
    };
    build("time", config.timeHidden, time_);
    inputs += noteFeatures(config.layout);
    build("note", config.noteHidden, note_);
    head_ = register_module("head", torch::nn::Linear(inputs, chosenWidth));
}

void BiaxialModel::initialize(std::uint64_t seed, double playRate) {
    const torch::NoGradGuard noGrad;
    Random random(seed);
    for (const auto* stack : {&time_, &note_})
        for (const auto& layer : *stack) {
            const std::int64_t hidden = layer->weightHh.size(1);
            const double reach = 1.0 / std::sqrt(static_cast<double>(hidden));
            fillUniform(layer->weightIh, reach, random);
            fillUniform(layer->weightHh, reach, random);
            layer->biasIh.zero_();
            layer->biasHh.zero_();
            layer->biasIh.slice(0, hidden, 2 * hidden).fill_(1.0);
        }
    fillUniform(head_->weight, 1.0 / std::sqrt(static_cast<double>(head_->weight.size(1))), random);
    head_->bias.zero_();
    head_->bias[0] = std::log(playRate / (1.0 - playRate));
}

torch::Tensor BiaxialModel::runStack(const Stack& stack, torch::Tensor x, LstmPass pass,
                                     const std::vector<torch::Tensor>* masks, TimeState* carried) {
    pass.threads = threads_;
    pass.precision = precision_;
    for (std::size_t i = 0; i < stack.size(); ++i) {
        if (masks != nullptr && !masks->empty()) pass.mask = (*masks)[i];
        if (carried != nullptr) pass.carried = &(*carried)[i];
        x = stack[i]->forward(x, pass);
        pass.second = torch::Tensor();
        pass.reuseInput = true;  // the output of a layer of ours
    }
    return x;
}

torch::Tensor BiaxialModel::forward(const BatchTensors& batch, const DropoutMasks* masks, TimeState* carried,
                                    const Task& task) {
    const std::int64_t items = batch.features.size(0);
    const std::int64_t notes = batch.features.size(1);
    if (carried != nullptr && carried->empty()) carried->resize(time_.size());

    // Time axis: a row is a note of a window.
    LstmPass time;
    time.task = task;
    for (const std::int64_t count : batch.stepItems) time.stepRows.push_back(count * notes);
    torch::Tensor x = batch.features.reshape({items * notes, batch.features.size(2)});
    x = runStack(time_, x, time, masks != nullptr ? &masks->time : nullptr, carried);

    // Note axis: a row is an item; each pitch sees what was chosen below.
    LstmPass note;
    note.task = task;
    note.reuseInput = true;
    note.second = batch.below.transpose(0, 1);
    x = x.view({items, notes, x.size(1)}).transpose(0, 1);
    x = runStack(note_, x, note, masks != nullptr ? &masks->note : nullptr, nullptr);
    return head_->forward(x).transpose(0, 1);
}

torch::Tensor BiaxialModel::forward(const torch::Tensor& features, const torch::Tensor& below, TimeState* carried) {
    const std::int64_t windows = features.size(0), steps = features.size(1), notes = features.size(2);
    BatchTensors batch;
    batch.features = features.transpose(0, 1).reshape({steps * windows, notes, features.size(3)});
    batch.below = below.transpose(0, 1).reshape({steps * windows, notes, below.size(3)});
    batch.stepItems.assign(static_cast<std::size_t>(steps), windows);
    return forward(batch, nullptr, carried).reshape({steps, windows, notes, chosenWidth}).transpose(0, 1);
}

std::vector<NamedTensor> BiaxialModel::weights() const {
    std::vector<NamedTensor> list = parameterShapes(config_);
    const auto tensors = parameters();
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = plain(list[i].name, tensors[i]);
    return list;
}

void BiaxialModel::setWeights(const std::vector<NamedTensor>& given) {
    const torch::NoGradGuard noGrad;
    const auto tensors = parameters();
    TORCH_CHECK(given.size() == tensors.size(), "number of weights");
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        TORCH_CHECK(tensors[i].sizes().vec() == given[i].shape, "shape of ", given[i].name);
        std::memcpy(tensors[i].data_ptr<float>(), given[i].values.data(), given[i].values.size() * sizeof(float));
    }
}

BatchTensors::BatchTensors(Batch& batch) {
    const auto items = static_cast<std::int64_t>(batch.items());
    features = torch::from_blob(batch.features.data(), {items, batch.pitches, static_cast<std::int64_t>(batch.timeWidth)});
    below = torch::from_blob(batch.below.data(), {items, batch.pitches, static_cast<std::int64_t>(batch.noteWidth)});
    chosen = torch::from_blob(batch.chosen.data(), {items, batch.pitches, chosenWidth});
    articulateWeight = torch::from_blob(batch.articulateWeight.data(), {items, batch.pitches});
    for (int step = 0; step < batch.window(); ++step) stepItems.push_back(static_cast<std::int64_t>(batch.itemsAt(step)));
}

torch::Tensor cellNats(const torch::Tensor& logits, const BatchTensors& batch) {
    // -ln sigmoid(l) if chosen, -ln(1 - sigmoid(l)) if not: softplus(l) - chosen * l
    const torch::Tensor nats = torch::softplus(logits) - batch.chosen * logits;
    return nats.select(2, 0) + nats.select(2, 1) * batch.articulateWeight;
}

NamedTensor plain(const std::string& name, const torch::Tensor& tensor) {
    const torch::Tensor values = tensor.detach().contiguous().cpu();
    const auto* const first = values.data_ptr<float>();
    return {name, values.sizes().vec(), {first, first + values.numel()}};
}

}  // namespace ricercar
