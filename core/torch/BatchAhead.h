// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/torch/BiaxialModel.h"

#include <array>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace ricercar {

/// What a training step draws: its windows and its dropout masks.
struct DrawnBatch {
    Batch batch;
    DropoutMasks masks;
};

/// Which batch of a run. With the run's seed it fixes every draw, so no generator has to be stored.
struct BatchId {
    std::int64_t step = 0;  ///< batches before it
    int recoveries = 0;
    friend bool operator==(const BatchId&, const BatchId&) = default;
};

/// Draws the batches of a run, each while the one before it trains, on a thread of its own. What a batch holds follows from its
/// id alone, however the calls come.
class BatchAhead {
public:
    /// `maker` has to live longer.
    BatchAhead(const TrainConfig& config, const BatchMaker& maker);
    /// Waits for the batch in the making.
    ~BatchAhead();

    /// Good until the next call; the batch that follows it is begun. From one thread.
    DrawnBatch& take(BatchId id);

private:
    void draw(BatchId id, DrawnBatch& drawn) const;
    void work(const std::stop_token& stop);

    TrainConfig config_;
    const BatchMaker& maker_;
    std::array<DrawnBatch, 2> drawn_;
    std::size_t taken_ = 0;  ///< the other one is the worker's
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<BatchId> begun_;  ///< by the worker
    bool ready_ = true;             ///< the worker rests
    std::exception_ptr failure_;
    std::jthread worker_;
};

}  // namespace ricercar
