// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"
#include "core/torch/LstmMemory.h"

#include <algorithm>

namespace ricercar {

torch::Tensor LstmLayer::forwardKernels(const torch::Tensor& x, const LstmPass& pass, bool keep) {
    const std::size_t hidden = count(hidden_), stateSize = stateRow(hidden), gateSize = gateRow(hidden);
    const auto inputs = x.size(-1);
    const auto threads = count(pass.threads);
    const bool masked = pass.mask.defined();
    rows_ = x.dim() == 2 ? LstmRows(pass.stepRows) : LstmRows(count(x.size(0)), count(x.size(1)));
    weights_ = LstmWeights({weightIh.data_ptr<float>(), weightHh.data_ptr<float>(), biasIh.data_ptr<float>(),
                            biasHh.data_ptr<float>(), count(weightIh.size(1)), hidden},
                           count(inputs), pass.precision);
    scratch_.resize(threads);
    // Rows of `hidden` floats: all of them where they are the output, else those of this step and the last.
    atLeast(hiddens_, (masked ? 2 * rows_.rows() : rows_.total()) * hidden);
    atLeast(cells_, (keep ? rows_.total() : rows_.rows()) * stateSize);
    if (keep) atLeast(gates_, rows_.total() * gateSize);
    if (masked) atLeast(masked_, rows_.total() * hidden);
    const auto hiddenAt = [&](std::size_t t) { return masked ? t % 2 * rows_.rows() : rows_.first(t); };

    const bool carries = pass.carried != nullptr && pass.carried->hidden.defined();
    torch::Tensor startHidden;
    if (carries) {
        startHidden = pass.carried->hidden.contiguous();
        const torch::Tensor startCell = pass.carried->cell.contiguous();
        const auto* const cell = startCell.data_ptr<float>();
        for (std::size_t row = 0; row < rows_.rows(); ++row)
            std::copy_n(cell + row * hidden, hidden, cells_.data() + row * stateSize);
    }

    const Kernels& kernel = kernels(pass.precision);
    const LstmChunks chunks(rows_.rows(), threads);
    const TensorRows first(x, rows_), second(pass.second, rows_);
    Brake brake(pass.task);
    parallelFor(chunks.number(), threads, [&](std::size_t chunk, std::size_t thread) {
        const std::size_t row = chunks.first(chunk);
        LstmStep step = weights_.step();
        step.scratch = scratch(thread, stepScratch(pass.precision, chunks.largest(), weights_.inputs(), hidden));
        if (masked) step.mask = {pass.mask.data_ptr<float>() + row * hidden, hidden};
        if (carries) {
            step.previousHidden = {startHidden.data_ptr<float>() + row * hidden, hidden};
            step.previousCell = {cells_.data() + row * stateSize, stateSize};
        }
        for (std::size_t t = 0; t < rows_.length() && !brake.pulled(); ++t) {
            step.rows = rows_.within(t, row, chunks.size(chunk));
            if (step.rows == 0) break;
            const std::size_t at = rows_.first(t) + row;
            step.input[0] = first.in(t, row);
            step.input[1] = second.in(t, row);
            step.nextHidden = {hiddens_.data() + (hiddenAt(t) + row) * hidden, hidden};
            step.cell = {cells_.data() + (keep ? at : row) * stateSize, stateSize};
            if (keep) step.gates = {gates_.data() + at * gateSize, gateSize};
            if (masked) step.masked = {masked_.data() + at * hidden, hidden};
            step.hints[0] = step.hints[1] = step.hints[2] = {};
            if (const std::size_t next = rows_.within(t + 1, row, step.rows); next > 0) {
                const std::size_t then = rows_.first(t + 1) + row;
                step.hints[0] = prefetchHint(first.in(t + 1, row), next, count(inputs));
                if (keep) step.hints[1] = prefetchHint({cells_.data() + then * stateSize, stateSize}, next, stateSize);
                if (masked) step.hints[2] = prefetchHint({masked_.data() + then * hidden, hidden}, next, hidden);
            }
            kernel.step(step);
            step.previousHidden = {step.nextHidden.data, hidden};
            step.previousCell = {step.cell.data, stateSize};
        }
    });
    brake.throwIfPulled();
    if (pass.carried != nullptr) takeState(*pass.carried);
    Floats& output = masked ? masked_ : hiddens_;
    std::vector<std::int64_t> shape = x.sizes().vec();
    shape.back() = hidden_;
    return torch::from_blob(output.data(), shape);
}

void LstmLayer::takeState(LstmState& state) const {
    const std::size_t hidden = count(hidden_);
    const std::vector<std::int64_t> shape{1, static_cast<std::int64_t>(rows_.rows()), hidden_};
    state.hidden = torch::empty(shape);
    state.cell = torch::empty(shape);
    auto* const lastHidden = state.hidden.data_ptr<float>();
    auto* const lastCell = state.cell.data_ptr<float>();
    for (std::size_t t = 0; t < rows_.length(); ++t) {
        const std::size_t staying = t + 1 < rows_.length() ? rows_.at(t + 1) : 0;
        for (std::size_t row = staying; row < rows_.at(t); ++row) {
            std::copy_n(hiddens_.data() + (rows_.first(t) + row) * hidden, hidden, lastHidden + row * hidden);
            std::copy_n(cells_.data() + row * stateRow(hidden), hidden, lastCell + row * hidden);
        }
    }
}

}  // namespace ricercar
