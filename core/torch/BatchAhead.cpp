// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/BatchAhead.h"

#include "core/torch/DropoutMasks.h"

#include <utility>

namespace ricercar {
namespace {

// Streams of the run's seed.
constexpr std::uint64_t batchStream = 2, dropoutStream = 3;

std::uint64_t drawSeed(std::uint64_t runSeed, std::uint64_t stream, BatchId id) {
    const std::uint64_t run = Random::stream(Random::stream(runSeed, stream), static_cast<std::uint64_t>(id.recoveries));
    return Random::stream(run, static_cast<std::uint64_t>(id.step));
}

}  // namespace

BatchAhead::BatchAhead(const TrainConfig& config, const BatchMaker& maker)
    : config_(config), maker_(maker), worker_([this](const std::stop_token& stop) { work(stop); }) {}

BatchAhead::~BatchAhead() {
    worker_.request_stop();
    worker_.join();
}

DrawnBatch& BatchAhead::take(BatchId id) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ready_; });
    const std::size_t other = 1 - taken_;
    if (begun_ != id)
        draw(id, drawn_[other]);
    else if (failure_)
        std::rethrow_exception(failure_);
    taken_ = other;
    begun_ = {id.step + 1, id.recoveries};
    ready_ = false;
    changed_.notify_all();
    return drawn_[taken_];
}

void BatchAhead::draw(BatchId id, DrawnBatch& drawn) const {
    drawn.batch = maker_.make(Random(drawSeed(config_.seed, batchStream, id)), std::move(drawn.batch));
    drawMasks(drawn.masks, config_.model, config_.batch, config_.window, drawSeed(config_.seed, dropoutStream, id));
}

void BatchAhead::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return !ready_; }) && !stop.stop_requested()) {
        const BatchId id = *begun_;
        DrawnBatch& drawn = drawn_[1 - taken_];
        lock.unlock();
        std::exception_ptr failure;
        try {
            draw(id, drawn);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        failure_ = failure;
        ready_ = true;
        changed_.notify_all();
    }
}

}  // namespace ricercar
