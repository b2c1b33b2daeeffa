// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"
#include "core/torch/LstmMemory.h"

#include <algorithm>
#include <array>

namespace ricercar {
namespace {

constexpr std::size_t stretchProducts = 1'000'000'000;  // multiplications between two looks at the brake
constexpr std::size_t mostPanels = 8;                   // whose sums stay in the second-level cache

/// Adds the sums over `depth` rows, in stretches short enough to be stopped soon; the order of the sums stays.
void addOuterSums(OuterSums sums, std::size_t depth, const Kernels& kernel, Brake& brake) {
    const std::size_t part = outerSumsRows(kernel.precision, sums.inner);
    const std::size_t longest = std::max<std::size_t>(1, stretchProducts / (sums.m * sums.n * part)) * part;
    const float* const left = sums.left;
    const float* const right = sums.right.data;
    for (std::size_t k = 0; k < depth && !brake.pulled(); k += sums.depth) {
        // a stretch begins with an outer step, or the rows have no outer steps
        const std::size_t stretch = sums.inner >= depth ? longest : std::max<std::size_t>(1, longest / sums.inner) * sums.inner;
        sums.depth = std::min(stretch, depth - k);
        sums.left = left + k / sums.inner * sums.outerStride + k % sums.inner * sums.innerStride;
        sums.right.data = right + k * sums.right.stride;
        kernel.outerSums(sums);
    }
}

}  // namespace

std::vector<torch::Tensor> LstmLayer::backwardKernels(const torch::Tensor& x, const torch::Tensor& outputGradient, bool forX,
                                                      bool forSecond) {
    stepsBack(outputGradient.stride(-1) == 1 ? outputGradient : outputGradient.contiguous());
    const torch::Tensor ihGradient = torch::empty_like(weightIh), hhGradient = torch::empty_like(weightHh);
    const torch::Tensor biasGradient = torch::empty_like(biasIh);
    weightGradients(x, ihGradient, hhGradient, biasGradient);
    torch::Tensor xGradient, secondGradient;
    if (forX) xGradient = inputGradient(x, 0, pass_.reuseInput);
    if (forSecond) secondGradient = inputGradient(pass_.second, x.size(-1), false);
    return {xGradient, secondGradient, ihGradient, hhGradient, biasGradient, biasGradient.clone()};
}

void LstmLayer::stepsBack(const torch::Tensor& outputGradient) {
    const std::size_t hidden = count(hidden_), stateSize = stateRow(hidden), gateSize = gateRow(hidden);
    const auto threads = count(pass_.threads);
    const Kernels& kernel = kernels(pass_.precision);
    const Floats packed = packTransposed(weightHh.data_ptr<float>(), hidden, hidden, hidden, pass_.precision);
    const LstmChunks chunks(rows_.rows(), threads);
    const TensorRows gradient(outputGradient, rows_);
    Brake brake(pass_.task);
    parallelFor(chunks.number(), threads, [&](std::size_t chunk, std::size_t thread) {
        const std::size_t row = chunks.first(chunk), states = chunks.largest() * stateSize;
        const auto cellsAt = [&](std::size_t t) {
            return RowsOut{cells_.data() + (rows_.first(t) + row) * stateSize, stateSize};
        };
        const auto gatesAt = [&](std::size_t t) {
            return RowsOut{gates_.data() + (rows_.first(t) + row) * gateSize, gateSize};
        };
        float* const hiddenGradient = scratch(thread, 2 * states + productScratch(pass_.precision, chunks.largest(), gateSize));
        float* const cellGradient = hiddenGradient + states;
        std::fill_n(hiddenGradient, 2 * states, 0.0F);
        LstmStepBack step;
        step.hidden = hidden;
        if (pass_.mask.defined()) step.mask = {pass_.mask.data_ptr<float>() + row * hidden, hidden};
        step.hiddenGradient = {hiddenGradient, stateSize};
        step.cellGradient = {cellGradient, stateSize};
        for (std::size_t t = rows_.length(); t-- > 0 && !brake.pulled();) {
            step.rows = rows_.within(t, row, chunks.size(chunk));
            if (step.rows == 0) continue;
            step.outputGradient = gradient.in(t, row);
            step.cell = cellsAt(t);
            step.previousCell = t > 0 ? asInput(cellsAt(t - 1)) : RowsIn{};
            step.gates = gatesAt(t);
            kernel.stepBack(step);
            if (t == 0) break;
            Product product{step.rows,
                            gateSize,
                            hidden,
                            asInput(step.gates),
                            packed.data(),
                            {hiddenGradient, stateSize},
                            cellGradient + states,
                            {}};
            const std::size_t next = rows_.within(t - 1, row, chunks.size(chunk));
            product.hints[0] = prefetchHint(asInput(gatesAt(t - 1)), next, gateSize);
            product.hints[1] = prefetchHint(gradient.in(t - 1, row), next, hidden);
            if (t > 1) product.hints[2] = prefetchHint(asInput(cellsAt(t - 2)), next, stateSize);
            kernel.product(product);
        }
    });
    brake.throwIfPulled();
}

void LstmLayer::weightGradients(const torch::Tensor& x, const torch::Tensor& ihGradient, const torch::Tensor& hhGradient,
                                const torch::Tensor& biasGradient) {
    const std::size_t hidden = count(hidden_), gateSize = gateRow(hidden), threads = count(pass_.threads);
    const std::size_t panels = (gateSize + panelWidth - 1) / panelWidth;
    // A task takes some panels of gates, with the hidden states of the step before or with all inputs. Panels that are taken
    // together read the other factor once; two turns of each kind for a thread even out.
    const std::size_t fewest = (panels + mostPanels - 1) / mostPanels;
    const std::size_t together = (panels - 1) / std::clamp(2 * threads, fewest, panels) + 1;
    const std::size_t turns = (panels - 1) / together + 1;
    const Kernels& kernel = kernels(pass_.precision);
    Brake brake(pass_.task);
    parallelFor(2 * turns, threads, [&](std::size_t task, std::size_t thread) {
        const std::size_t gate = task % turns * together * panelWidth;
        OuterSums o;
        o.n = std::min(together * panelWidth, gateSize - gate);
        const auto sum = [&](std::size_t columns, const torch::Tensor& into, std::int64_t column, const auto& add) {
            const std::size_t panelSums = columns * panelWidth;
            o.m = columns;
            o.sums = scratch(thread, together * panelSums + outerSumsScratch(kernel.precision, columns));
            std::fill_n(o.sums, together * panelSums, 0.0F);
            o.scratch = o.sums + together * panelSums;
            add();
            for (std::size_t at = 0; at < o.n; at += panelWidth)
                unpackGates(o.sums + at * columns, hidden, columns, gate + at, into.data_ptr<float>() + column,
                            count(into.size(1)));
        };
        const auto sumInput = [&](const torch::Tensor& input, std::int64_t column, float* rightSums) {
            o.rightSums = rightSums;
            sum(count(input.size(-1)), ihGradient, column, [&] {
                o.left = input.data_ptr<float>();
                o.inner = input.dim() == 2 ? rows_.total() : rows_.rows();
                o.innerStride = count(input.stride(-2));
                o.outerStride = input.dim() == 2 ? 0 : count(input.stride(0));
                o.right = {gates_.data() + gate, gateSize};
                addOuterSums(o, rows_.total(), kernel, brake);
            });
        };
        if (task >= turns) {
            std::array<float, mostPanels * panelWidth> biases{};
            sumInput(x, 0, biases.data());
            if (pass_.second.defined()) sumInput(pass_.second, x.size(-1), nullptr);
            for (std::size_t at = 0; at < o.n; at += panelWidth)
                unpackGates(biases.data() + at, hidden, 1, gate + at, biasGradient.data_ptr<float>(), 1);
            return;
        }
        sum(hidden, hhGradient, 0, [&] {
            o.innerStride = stateRow(hidden);
            // Steps of as many rows as the one before lie one after the other.
            for (std::size_t t = 1; t < rows_.length();) {
                std::size_t end = t + 1;
                if (rows_.at(t) == rows_.at(t - 1))
                    while (end < rows_.length() && rows_.at(end) == rows_.at(t)) ++end;
                o.inner = rows_.first(end) - rows_.first(t);
                o.left = cells_.data() + rows_.first(t - 1) * stateRow(hidden);
                o.right = {gates_.data() + rows_.first(t) * gateSize + gate, gateSize};
                if (o.inner > 0) addOuterSums(o, o.inner, kernel, brake);
                t = end;
            }
        });
    });
    brake.throwIfPulled();
}

torch::Tensor LstmLayer::inputGradient(const torch::Tensor& x, std::int64_t column, bool reuse) {
    const std::size_t hidden = count(hidden_), gateSize = gateRow(hidden), columns = count(x.size(-1));
    const auto threads = count(pass_.threads);
    const Floats packed =
        packTransposed(weightIh.data_ptr<float>() + column, hidden, columns, count(weightIh.size(1)), pass_.precision);
    const torch::Tensor result = reuse ? x.detach() : torch::empty(x.sizes());
    const TensorRows out(result, rows_);
    const LstmChunks chunks(rows_.rows(), 1);
    const Kernels& kernel = kernels(pass_.precision);
    Brake brake(pass_.task);
    parallelFor(rows_.length(), threads, [&](std::size_t t, std::size_t thread) {
        float* const memory = scratch(thread, productScratch(pass_.precision, chunks.largest(), gateSize));
        for (std::size_t chunk = 0; chunk < chunks.number() && !brake.pulled(); ++chunk) {
            const std::size_t row = chunks.first(chunk);
            const std::size_t rows = rows_.within(t, row, chunks.size(chunk));
            if (rows == 0) break;
            const RowsIn gradients{gates_.data() + (rows_.first(t) + row) * gateSize, gateSize};
            kernel.product({rows, gateSize, columns, gradients, packed.data(), out.out(t, row), memory, {}});
        }
    });
    brake.throwIfPulled();
    return result;
}

}  // namespace ricercar
