// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the two directions of LstmLayer share; not for others.

#include "core/base/Task.h"
#include "core/torch/LstmLayer.h"

#include <atomic>

namespace ricercar {

inline std::size_t count(std::int64_t value) { return static_cast<std::size_t>(value); }

inline RowsIn asInput(RowsOut rows) { return {rows.data, rows.stride}; }

/// Rows that a kernel fetches ahead; in one stretch where they lie close.
inline PrefetchHint prefetchHint(RowsIn rows, std::size_t number, std::size_t columns) {
    if (rows.stride < columns + unitBlock) return {rows.data, 1, number * rows.stride, 0};
    return {rows.data, number, columns, rows.stride};
}

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

/// A tensor of a pass by step and row: [length, rows, columns], or [all rows, columns] one step after the other.
class TensorRows {
public:
    TensorRows(const torch::Tensor& tensor, const LstmRows& rows) : rows_(rows) {
        if (!tensor.defined() || tensor.numel() == 0) return;
        data_ = tensor.data_ptr<float>();
        packed_ = tensor.dim() == 2;
        rowStride_ = count(tensor.stride(packed_ ? 0 : 1));
        stepStride_ = packed_ ? 0 : count(tensor.stride(0));
    }
    [[nodiscard]] RowsOut out(std::size_t step, std::size_t row) const {
        if (data_ == nullptr) return {};
        return {data_ + (packed_ ? rows_.first(step) * rowStride_ : step * stepStride_) + row * rowStride_, rowStride_};
    }
    [[nodiscard]] RowsIn in(std::size_t step, std::size_t row) const { return asInput(out(step, row)); }

private:
    const LstmRows& rows_;
    float* data_ = nullptr;
    bool packed_ = false;
    std::size_t rowStride_ = 0, stepStride_ = 0;
};

}  // namespace ricercar
