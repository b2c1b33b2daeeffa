#include "core/learning/LstmLayer.h"

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
    if (!x.device().is_cpu() || x.scalar_type() != torch::kFloat32 || x.stride(2) != 1) return forwardTorch(x, pass);
    pass_ = pass;
    const bool learning = torch::GradMode::is_enabled() && (x.requires_grad() || weightIh.requires_grad());
    if (!learning) return forwardKernels(x, pass, false);
    TORCH_CHECK(pass.carried == nullptr, "a carried state has no gradient");
    const torch::Tensor second = pass.second.defined() ? pass.second : torch::empty({0});  // torch wants a tensor
    return LstmFunction::apply(x, second, weightIh, weightHh, biasIh, biasHh, reinterpret_cast<std::int64_t>(this));
}

torch::Tensor LstmLayer::forwardTorch(const torch::Tensor& x, const LstmPass& pass) {
    LstmState start;
    if (pass.carried != nullptr && pass.carried->hidden.defined()) {
        start = *pass.carried;
    } else {
        start.hidden = torch::zeros({1, x.size(1), hidden_}, x.options());
        start.cell = torch::zeros({1, x.size(1), hidden_}, x.options());
    }
    const torch::Tensor input = pass.second.defined() ? torch::cat({x, pass.second}, 2) : x.contiguous();
    auto [y, hidden, cell] = torch::lstm(input, {start.hidden, start.cell}, {weightIh, weightHh, biasIh, biasHh},
                                         /*has_biases=*/true, /*num_layers=*/1, /*dropout=*/0.0, is_training(),
                                         /*bidirectional=*/false, /*batch_first=*/false);
    if (pass.carried != nullptr) *pass.carried = {hidden, cell};
    return pass.mask.defined() ? y * pass.mask : y;
}

}  // namespace ricercar
