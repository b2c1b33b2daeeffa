// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Checkpoint.h"

#include "core/base/Sha256.h"
#include "core/learning/FeatureLayout.h"

#include <cstdint>
#include <span>

namespace ricercar {

std::vector<NamedTensor> parameterShapes(const ModelConfig& config) {
    std::vector<NamedTensor> shapes;
    std::int64_t inputs = timeFeatures(config.layout);
    const auto addStack = [&](const std::string& axis, const std::vector<int>& layers) {
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const std::int64_t hidden = layers[i];
            const std::string name = axis + "." + std::to_string(i) + ".";
            shapes.push_back({name + "weight_ih", {4 * hidden, inputs}, {}});
            shapes.push_back({name + "weight_hh", {4 * hidden, hidden}, {}});
            shapes.push_back({name + "bias_ih", {4 * hidden}, {}});
            shapes.push_back({name + "bias_hh", {4 * hidden}, {}});
            inputs = hidden;
        }
    };
    addStack("time", config.timeHidden);
    inputs += noteFeatures(config.layout);
    addStack("note", config.noteHidden);
    shapes.push_back({"head.weight", {2, inputs}, {}});
    shapes.push_back({"head.bias", {2}, {}});
    return shapes;
}

std::string Checkpoint::modelHash() const {
    // What decides how it computes; settings of training come and go with versions of the program.
    const ModelConfig& model = config.model;
    std::string all = "range " + std::to_string(model.range.lowest) + " " + std::to_string(model.range.highest) + " counts " +
                      (model.counts == NoteCounts::Relative ? "relative" : "absolute") + " articulation " +
                      (model.articulation ? "yes" : "no");
    if (model.layout == FeatureLayout::Remembering) all += " layout remembering";
    for (const std::string& group : model.without) all += " without " + group;
    for (const NamedTensor& shape : parameterShapes(model)) {
        all += " " + shape.name;
        for (const std::int64_t size : shape.shape) all += " " + std::to_string(size);
    }
    for (const NamedTensor& tensor : weights) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(tensor.values.data());
        all += tensor.name + sha256(std::span(bytes, tensor.values.size() * sizeof(float)));
    }
    return sha256(all);
}

}  // namespace ricercar
