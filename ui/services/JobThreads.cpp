// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/JobThreads.h"

#include <algorithm>
#include <utility>

namespace ricercar {

JobThreads::~JobThreads() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    wake_.notify_all();
    shared_.clear();
    own_.clear();
}

void JobThreads::serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ++idle_;
        wake_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
        --idle_;
        if (waiting_.empty()) return;
        std::function<void()> work = std::move(waiting_.front().work);
        waiting_.pop_front();
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

void JobThreads::runShort(int order, std::function<void()> work) {
    bool more = false;
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back({order, std::move(work), std::chrono::steady_clock::now()});
        more = waiting_.size() > idle_ && shared_.size() < usual;
    }
    if (more) shared_.emplace_back([this] { serve(); });
    wake_.notify_one();
}

void JobThreads::runLong(int order, std::function<void()> work) { own_.emplace(order, std::jthread(std::move(work))); }

void JobThreads::hurry(int order) {
    std::function<void()> work;
    {
        const std::lock_guard lock(mutex_);
        const auto at = std::ranges::find(waiting_, order, &Order::number);
        if (at == waiting_.end()) return;
        work = std::move(at->work);
        waiting_.erase(at);
    }
    runLong(order, std::move(work));
}

void JobThreads::relieve() {
    std::size_t more = 0;
    {
        const std::lock_guard lock(mutex_);
        const auto before = std::chrono::steady_clock::now() - patience;
        const auto late = std::ranges::count_if(waiting_, [before](const Order& order) { return order.since < before; });
        more = std::min(static_cast<std::size_t>(late), most - shared_.size());
    }
    for (; more > 0; --more) shared_.emplace_back([this] { serve(); });
}

void JobThreads::ended(int order) { own_.erase(order); }

}  // namespace ricercar
