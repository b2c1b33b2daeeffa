// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ricercar {

/// The rows of a sequence's steps, one step after the other in memory. Rows leave from the end: their number never rises.
class LstmRows {
public:
    LstmRows() = default;
    LstmRows(std::size_t length, std::size_t rows) : first_(length + 1) {
        for (std::size_t t = 0; t <= length; ++t) first_[t] = t * rows;
    }
    explicit LstmRows(std::span<const std::int64_t> stepRows) : first_(1, 0) {
        for (const std::int64_t rows : stepRows) first_.push_back(first_.back() + static_cast<std::size_t>(rows));
    }

    [[nodiscard]] std::size_t length() const { return first_.size() - 1; }
    [[nodiscard]] std::size_t rows() const { return at(0); }  ///< of the first step
    [[nodiscard]] std::size_t total() const { return first_.back(); }
    [[nodiscard]] std::size_t first(std::size_t step) const { return first_[step]; }
    [[nodiscard]] std::size_t at(std::size_t step) const { return length() == 0 ? 0 : first_[step + 1] - first_[step]; }
    /// Rows of a step among `count` from `begin` on; none past the last step.
    [[nodiscard]] std::size_t within(std::size_t step, std::size_t begin, std::size_t count) const {
        const std::size_t all = step < length() ? at(step) : 0;
        return all > begin ? std::min(count, all - begin) : 0;
    }

private:
    std::vector<std::size_t> first_{0};
};

/// Rows cut into chunks of whole tiles, as many to each thread. The cut does not depend on which thread does what.
class LstmChunks {
public:
    LstmChunks(std::size_t rows, std::size_t threads) : rows_(rows), tiles_((rows + tile - 1) / tile) {
        const std::size_t wanted = (rows + most - 1) / most;
        number_ = std::min(tiles_, (wanted + threads - 1) / threads * threads);
    }
    /// One chunk to each thread, however large.
    static LstmChunks even(std::size_t rows, std::size_t threads) {
        LstmChunks chunks(rows, threads);
        chunks.number_ = std::min(chunks.tiles_, threads);
        return chunks;
    }

    [[nodiscard]] std::size_t number() const { return number_; }
    [[nodiscard]] std::size_t first(std::size_t chunk) const { return std::min(rows_, chunk * tiles_ / number_ * tile); }
    [[nodiscard]] std::size_t size(std::size_t chunk) const { return first(chunk + 1) - first(chunk); }
    [[nodiscard]] std::size_t largest() const { return number_ == 0 ? 0 : (tiles_ + number_ - 1) / number_ * tile; }

private:
    static constexpr std::size_t tile = 6;
    static constexpr std::size_t most = 60;  ///< their inputs and a block of weights stay in the second-level cache

    std::size_t rows_, tiles_, number_;
};

}  // namespace ricercar
