#include "core/learning/LstmLayer.h"

namespace ricercar {

LstmLayer::LstmLayer(std::int64_t inputs, std::int64_t hidden) : hidden_(hidden) {
    weightIh = register_parameter("weight_ih", torch::zeros({4 * hidden, inputs}));
    weightHh = register_parameter("weight_hh", torch::zeros({4 * hidden, hidden}));
    biasIh = register_parameter("bias_ih", torch::zeros({4 * hidden}));
    biasHh = register_parameter("bias_hh", torch::zeros({4 * hidden}));
}

torch::Tensor LstmLayer::forward(const torch::Tensor& x, LstmState* carried) {
    LstmState start;
    if (carried != nullptr && carried->hidden.defined()) {
        start = *carried;
    } else {
        start.hidden = torch::zeros({1, x.size(1), hidden_}, x.options());
        start.cell = torch::zeros({1, x.size(1), hidden_}, x.options());
    }
    auto [y, hidden, cell] = torch::lstm(x, {start.hidden, start.cell}, {weightIh, weightHh, biasIh, biasHh},
                                         /*has_biases=*/true, /*num_layers=*/1, /*dropout=*/0.0, is_training(),
                                         /*bidirectional=*/false, /*batch_first=*/false);
    if (carried != nullptr) *carried = {hidden, cell};
    return y;
}

}  // namespace ricercar
