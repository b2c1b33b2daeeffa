#include "core/base/Parallel.h"
#include "core/learning/LstmLayer.h"

#include <algorithm>
#include <atomic>
#include <cstring>

namespace ricercar {
namespace {

constexpr std::size_t tileRows = 6;
constexpr std::size_t mostRows = 96;   // their inputs and a block of weights stay in the second-level cache
constexpr std::size_t mostSums = 512;  // rows of weight gradients in one task: a stretch of their factors stays in that cache

std::size_t count(std::int64_t value) { return static_cast<std::size_t>(value); }

constexpr std::size_t stretchProducts = 1'000'000'000;  // multiplications between two looks at the brake

/// Rows cut into chunks of whole tiles, at least one for each thread. The cut does not depend on which thread does what.
struct Chunks {
    std::size_t rows, size, number;

    Chunks(std::size_t allRows, std::size_t threads) : rows(allRows) {
        const std::size_t wanted = std::max(threads, (rows + mostRows - 1) / mostRows);
        const std::size_t even = (rows + wanted - 1) / wanted;
        size = (even + tileRows - 1) / tileRows * tileRows;
        number = (rows + size - 1) / size;
    }
    [[nodiscard]] std::size_t first(std::size_t chunk) const { return chunk * size; }
    [[nodiscard]] std::size_t countOf(std::size_t chunk) const { return std::min(size, rows - first(chunk)); }
};

/// Tells every thread to leave when the task is stopped, and the caller afterwards.
class Brake {
public:
    explicit Brake(const Task& task) : task_(task) {}
    bool pulled() {
        if (task_.stopped()) stopped_ = true;
        return stopped_;
    }
    void throwIfPulled() const {
        if (stopped_) throw Stopped{};
    }

private:
    const Task& task_;
    std::atomic<bool> stopped_{false};
};

/// Step `step` of a tensor [length, rows, columns], from a row on.
RowsOut rowsOutAt(const torch::Tensor& tensor, std::size_t step, std::size_t firstRow) {
    if (!tensor.defined()) return {};
    auto* const data = tensor.data_ptr<float>() + static_cast<std::int64_t>(step) * tensor.stride(0) +
                       static_cast<std::int64_t>(firstRow) * tensor.stride(1);
    return {data, count(tensor.stride(1))};
}
RowsIn rowsAt(const torch::Tensor& tensor, std::size_t step, std::size_t firstRow) {
    const RowsOut rows = rowsOutAt(tensor, step, firstRow);
    return {rows.data, rows.stride};
}

void copyRows(const float* from, std::size_t fromStride, float* to, std::size_t toStride, std::size_t rows, std::size_t size) {
    for (std::size_t row = 0; row < rows; ++row) std::copy_n(from + row * fromStride, size, to + row * toStride);
}

void grow(std::vector<float>& buffer, std::size_t size) {
    if (buffer.size() < size) buffer = std::vector<float>(size);
}

torch::Tensor over(std::vector<float>& buffer, std::int64_t length, std::int64_t rows, std::int64_t columns) {
    return torch::from_blob(buffer.data(), {length, rows, columns});
}

}  // namespace

torch::Tensor LstmLayer::forwardKernels(const torch::Tensor& x, const LstmPass& pass, bool keep) {
    const std::size_t length = count(x.size(0)), rows = count(x.size(1)), hidden = count(hidden_);
    weights_ = LstmWeights({weightIh.data_ptr<float>(), weightHh.data_ptr<float>(), biasIh.data_ptr<float>(),
                            biasHh.data_ptr<float>(), count(weightIh.size(1)), hidden},
                           count(x.size(2)));
    const std::size_t stateSize = weights_.stateSize(), gateSize = weights_.gateSize();
    grow(hiddens_, length * rows * hidden);
    grow(cells_, (keep ? length : 1) * rows * stateSize);
    if (keep) grow(gates_, length * rows * gateSize);
    if (pass.mask.defined()) grow(masked_, length * rows * hidden);

    const bool carries = pass.carried != nullptr && pass.carried->hidden.defined();
    torch::Tensor startHidden;
    if (carries) {
        startHidden = pass.carried->hidden.contiguous();
        copyRows(pass.carried->cell.contiguous().data_ptr<float>(), hidden, cells_.data(), stateSize, rows, hidden);
    }

    const Kernels& kernel = kernels();
    const Chunks chunks(rows, count(pass.threads));
    Brake brake(pass.task);
    parallelFor(chunks.number, count(pass.threads), [&](std::size_t chunk, std::size_t) {
        const std::size_t first = chunks.first(chunk);
        LstmStep step = weights_.step();
        step.rows = chunks.countOf(chunk);
        step.mask = rowsAt(pass.mask, 0, first);
        if (carries) {
            step.previousHidden = rowsAt(startHidden, 0, first);
            step.previousCell = {cells_.data() + first * stateSize, stateSize};
        }
        for (std::size_t t = 0; t < length && !brake.pulled(); ++t) {
            step.input[0] = rowsAt(x, t, first);
            step.input[1] = rowsAt(pass.second, t, first);
            step.nextHidden = {hiddens_.data() + (t * rows + first) * hidden, hidden};
            step.cell = {cells_.data() + ((keep ? t : 0) * rows + first) * stateSize, stateSize};
            if (keep) step.gates = {gates_.data() + (t * rows + first) * gateSize, gateSize};
            if (pass.mask.defined()) step.masked = {masked_.data() + (t * rows + first) * hidden, hidden};
            kernel.step(step);
            step.previousHidden = {step.nextHidden.data, hidden};
            step.previousCell = {step.cell.data, stateSize};
        }
    });
    brake.throwIfPulled();
    if (pass.carried != nullptr) {
        pass.carried->hidden = over(hiddens_, x.size(0), x.size(1), hidden_).slice(0, x.size(0) - 1).clone();
        pass.carried->cell = torch::empty({1, x.size(1), hidden_});
        copyRows(cells_.data(), stateSize, pass.carried->cell.data_ptr<float>(), hidden, rows, hidden);
    }
    return over(pass.mask.defined() ? masked_ : hiddens_, x.size(0), x.size(1), hidden_);
}

std::vector<torch::Tensor> LstmLayer::backwardKernels(const torch::Tensor& x, const torch::Tensor& outputGradient, bool forX,
                                                      bool forSecond) {
    const std::size_t length = count(x.size(0)), rows = count(x.size(1)), hidden = count(hidden_);
    const std::size_t inputs = count(x.size(2)), allInputs = count(weightIh.size(1)), second = allInputs - inputs;
    const std::size_t stateSize = weights_.stateSize(), gateSize = weights_.gateSize();
    const torch::Tensor gradient = outputGradient.stride(2) == 1 ? outputGradient : outputGradient.contiguous();
    const auto threads = count(pass_.threads);
    const Kernels& kernel = kernels();
    Brake brake(pass_.task);

    // Through the steps, last to first: gates become gradients of the gate sums.
    torch::Tensor xGradient;
    std::vector<float> inputsBack;
    if (forX) {
        inputsBack = packTransposed(weightIh.data_ptr<float>(), hidden, inputs, allInputs);
        grow(inputGradient_, length * rows * inputs);
        xGradient = x.is_non_overlapping_and_dense()
                        ? torch::from_blob(inputGradient_.data(), x.sizes(), x.strides(), torch::kFloat32)
                        : torch::from_blob(inputGradient_.data(), x.sizes(), torch::kFloat32);
    }
    torch::Tensor secondGradient;
    std::vector<float> secondBack;
    if (forSecond) {
        secondBack = packTransposed(weightIh.data_ptr<float>() + inputs, hidden, second, allInputs);
        secondGradient = torch::empty({x.size(0), x.size(1), static_cast<std::int64_t>(second)});
    }
    const std::vector<float> hiddensBack = packTransposed(weightHh.data_ptr<float>(), hidden, hidden, hidden);
    const Chunks chunks(rows, threads);
    std::vector<float> biases(chunks.number * gateSize, 0.0F);
    parallelFor(chunks.number, threads, [&](std::size_t chunk, std::size_t) {
        const std::size_t first = chunks.first(chunk), chunkRows = chunks.countOf(chunk);
        std::vector<float> hiddenGradient(chunkRows * stateSize, 0.0F), cellGradient(chunkRows * stateSize, 0.0F);
        LstmStepBack step;
        step.rows = chunkRows;
        step.hidden = hidden;
        step.mask = rowsAt(pass_.mask, 0, first);
        step.cellGradient = {cellGradient.data(), stateSize};
        step.biasGradient = biases.data() + chunk * gateSize;
        for (std::size_t t = length; t-- > 0 && !brake.pulled();) {
            step.outputGradient = rowsAt(gradient, t, first);
            step.cell = {cells_.data() + (t * rows + first) * stateSize, stateSize};
            step.previousCell = {t > 0 ? step.cell.data - rows * stateSize : nullptr, stateSize};
            step.gates = {gates_.data() + (t * rows + first) * gateSize, gateSize};
            kernel.stepBack(step);
            const RowsIn sums{step.gates.data, gateSize};
            if (t > 0)
                kernel.product({chunkRows, gateSize, hidden, sums, hiddensBack.data(), {hiddenGradient.data(), stateSize}});
            step.hiddenGradient = {hiddenGradient.data(), stateSize};
            if (forX) kernel.product({chunkRows, gateSize, inputs, sums, inputsBack.data(), rowsOutAt(xGradient, t, first)});
            if (forSecond)
                kernel.product({chunkRows, gateSize, second, sums, secondBack.data(), rowsOutAt(secondGradient, t, first)});
        }
    });
    brake.throwIfPulled();

    // Weights: sums over all steps and rows, some rows of the result a task. The order of a sum depends on nothing but the
    // sizes.
    std::vector<float> sums(gateSize * (allInputs + hidden), 0.0F);
    float* const inputSums = sums.data();
    float* const secondSums = inputSums + gateSize * inputs;
    float* const hiddenSums = secondSums + gateSize * second;
    const std::size_t wanted = std::max((gateSize + mostSums - 1) / mostSums, 2 * threads);
    const std::size_t part = ((gateSize + wanted - 1) / wanted + tileRows - 1) / tileRows * tileRows;
    const std::size_t parts = (gateSize + part - 1) / part;
    parallelFor(3 * parts, threads, [&](std::size_t task, std::size_t) {
        if (brake.pulled()) return;
        const std::size_t first = task / 3 * part;
        std::vector<float> scratch(outerSumsScratch);
        OuterSums o;
        o.m = std::min(part, gateSize - first);
        std::size_t depth = length * rows;
        o.left = {gates_.data() + first, gateSize};
        o.inner = rows;
        o.scratch = scratch.data();
        const auto sum = [&](const float* right, std::int64_t outer, std::int64_t inner, std::size_t n, float* into) {
            o.right = right;
            o.outerStride = count(outer);
            o.innerStride = count(inner);
            o.n = n;
            o.sums = {into + first * n, n};
            // in stretches short enough to be stopped soon; the order of the sums stays
            const std::size_t stretch = std::max<std::size_t>(1, stretchProducts / (o.m * n * outerSumsDepth)) * outerSumsDepth;
            for (o.begin = 0; o.begin < depth && !brake.pulled(); o.begin = o.end) {
                o.end = std::min(depth, o.begin + stretch);
                kernel.outerSums(o);
            }
        };
        if (task % 3 == 0) {
            sum(x.data_ptr<float>(), x.stride(0), x.stride(1), inputs, inputSums);
        } else if (task % 3 == 1) {
            if (second > 0)
                sum(pass_.second.data_ptr<float>(), pass_.second.stride(0), pass_.second.stride(1), second, secondSums);
        } else if (length > 1) {  // the hidden state of the step before
            o.left.data += rows * gateSize;
            depth -= rows;
            sum(hiddens_.data(), static_cast<std::int64_t>(rows * hidden), hidden_, hidden, hiddenSums);
        }
    });
    brake.throwIfPulled();

    const torch::Tensor ihGradient = torch::empty_like(weightIh), hhGradient = torch::empty_like(weightHh);
    unpackGateRows(inputSums, hidden, inputs, ihGradient.data_ptr<float>(), allInputs);
    if (second > 0) unpackGateRows(secondSums, hidden, second, ihGradient.data_ptr<float>() + inputs, allInputs);
    unpackGateRows(hiddenSums, hidden, hidden, hhGradient.data_ptr<float>(), hidden);
    for (std::size_t chunk = 1; chunk < chunks.number; ++chunk)
        for (std::size_t i = 0; i < gateSize; ++i) biases[i] += biases[chunk * gateSize + i];
    const torch::Tensor biasGradient = torch::empty_like(biasIh);
    unpackGateRows(biases.data(), hidden, 1, biasGradient.data_ptr<float>(), 1);
    return {xGradient, secondGradient, ihGradient, hhGradient, biasGradient, biasGradient.clone()};
}

}  // namespace ricercar
