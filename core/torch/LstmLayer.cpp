// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/LstmLayer.h"

namespace ricercar {

/// Our kernels as one node of torch's graph.
class LstmFunction : public torch::autograd::Function<LstmFunction> {
public:
    /// The parameters stand here for torch to see; the layer itself holds them.
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x, const torch::Tensor& second,
                                 const torch::Tensor& /*weightIh*/, const torch::Tensor& /*weightHh*/,
                                 const torch::Tensor& /*biasIh*/, const torch::Tensor& /*biasHh*/, std::int64_t layer) {
        context->save_for_backward({x});
        context->saved_data["layer"] = layer;
        context->saved_data["forX"] = x.requires_grad();
        context->saved_data["forSecond"] = second.requires_grad();
        auto* const self = reinterpret_cast<LstmLayer*>(layer);
        return self->forwardKernels(x, self->pass_, true);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients) {
        auto* const self = reinterpret_cast<LstmLayer*>(context->saved_data["layer"].toInt());
        auto list = self->backwardKernels(context->get_saved_variables().front(), gradients.front(),
                                          context->saved_data["forX"].toBool(), context->saved_data["forSecond"].toBool());
        list.emplace_back();  // for the layer itself
        return list;
    }
};

LstmLayer::LstmLayer(std::int64_t inputs, std::int64_t hidden) : hidden_(hidden) {
    weightIh = register_parameter("weight_ih", torch::zeros({4 * hidden, inputs}));
    weightHh = register_parameter("weight_hh", torch::zeros({4 * hidden, hidden}));
    biasIh = register_parameter("bias_ih", torch::zeros({4 * hidden}));
    biasHh = register_parameter("bias_hh", torch::zeros({4 * hidden}));
}

torch::Tensor LstmLayer::forward(const torch::Tensor& x, const LstmPass& pass) {
    if (pass.task.stopped()) throw Stopped{};
    TORCH_CHECK(x.dim() == 3 || !pass.stepRows.empty(), "rows one step after the other need the number of each step");
    if (!x.device().is_cpu() || x.scalar_type() != torch::kFloat32 || x.stride(-1) != 1) return forwardTorch(x, pass);
    pass_ = pass;
    pass_.precision = kernels(pass.precision).precision;  // that of this processor
    const bool learning = torch::GradMode::is_enabled() && (x.requires_grad() || weightIh.requires_grad());
    if (!learning) return forwardKernels(x, pass_, false);
    TORCH_CHECK(pass.carried == nullptr, "a carried state has no gradient");
    const torch::Tensor second = pass.second.defined() ? pass.second : torch::empty({0});  // torch wants a tensor
    return LstmFunction::apply(x, second, weightIh, weightHh, biasIh, biasHh, reinterpret_cast<std::int64_t>(this));
}

torch::Tensor LstmLayer::forwardTorch(const torch::Tensor& x, const LstmPass& pass) {
    const bool packed = x.dim() == 2;
    const std::int64_t rows = packed ? pass.stepRows.front() : x.size(1);
    LstmState start;
    if (pass.carried != nullptr && pass.carried->hidden.defined()) {
        start.hidden = pass.carried->hidden.slice(1, 0, rows).contiguous();
        start.cell = pass.carried->cell.slice(1, 0, rows).contiguous();
    } else {
        start.hidden = torch::zeros({1, rows, hidden_}, x.options());
        start.cell = torch::zeros({1, rows, hidden_}, x.options());
    }
    const torch::Tensor input = pass.second.defined() ? torch::cat({x, pass.second}, -1) : x.contiguous();
    const std::vector<torch::Tensor> parameters{weightIh, weightHh, biasIh, biasHh};
    constexpr bool biases = true, bidirectional = false, batchFirst = false;
    constexpr std::int64_t layers = 1;
    constexpr double dropout = 0;
    auto [y, hidden, cell] = packed
                                 ? torch::lstm(input, torch::tensor(pass.stepRows, torch::kInt64), {start.hidden, start.cell},
                                               parameters, biases, layers, dropout, is_training(), bidirectional)
                                 : torch::lstm(input, {start.hidden, start.cell}, parameters, biases, layers, dropout,
                                               is_training(), bidirectional, batchFirst);
    if (pass.carried != nullptr) *pass.carried = {hidden, cell};
    if (!pass.mask.defined()) return y;
    if (!packed) return y * pass.mask.slice(1, 0, rows);
    std::vector<torch::Tensor> masks;
    for (const std::int64_t count : pass.stepRows) masks.push_back(pass.mask[0].slice(0, 0, count));
    return y * torch::cat(masks);
}

}  // namespace ricercar
