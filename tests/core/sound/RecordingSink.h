// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/Sink.h"

#include <array>
#include <bitset>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace ricercar::test {

/// Keeps what it is sent and watches that no key is struck twice, and that nothing sounds when panic comes.
class RecordingSink final : public Sink {
public:
    struct Sent {
        std::chrono::steady_clock::time_point time;
        MidiMessage message;
    };

    /// Called on destruction, on the thread that lets go last.
    std::function<void()> gone;

    ~RecordingSink() override {
        if (gone) gone();
    }
    [[nodiscard]] std::string name() const override { return "recording"; }
    void send(const MidiMessage& message) override {
        {
            std::unique_lock lock(mutex_);
            open_.wait(lock, [&] { return !shut_; });
            auto& keys = sounding_[static_cast<std::size_t>(message.channel())];
            if (message.noteOn()) {
                if (keys[message.data1]) fault_ = "struck twice";
                keys.set(message.data1);
            } else if (message.noteOff()) {
                keys.reset(message.data1);
            }
            sent_.push_back({std::chrono::steady_clock::now(), message});
        }
        changed_.notify_all();
    }
    void panic() override {
        {
            const std::lock_guard lock(mutex_);
            if (silentNow()) {
                ++panics_;
            } else {
                fault_ = "panic without note-offs";
            }
        }
        Sink::panic();
    }

    /// Until `holds` (called under the lock, with what was sent), at most a limit.
    template <typename Condition>
    bool waitUntil(Condition holds, std::chrono::milliseconds limit = std::chrono::seconds(20)) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, limit, [&] { return holds(sent_); });
    }
    bool waitForNotes(std::size_t count, std::chrono::milliseconds limit = std::chrono::seconds(20)) {
        return waitUntil([&](const std::vector<Sent>& sent) { return noteOns(sent).size() >= count; }, limit);
    }
    bool waitForPanics(int count) {
        return waitUntil([&](const auto&) { return panics_ >= count; });
    }
    /// While it is shut, whoever sends has to wait.
    void shut(bool value) {
        {
            const std::lock_guard lock(mutex_);
            shut_ = value;
        }
        open_.notify_all();
    }

    static std::vector<Sent> noteOns(const std::vector<Sent>& all) {
        std::vector<Sent> found;
        for (const Sent& one : all)
            if (one.message.noteOn()) found.push_back(one);
        return found;
    }
    [[nodiscard]] std::vector<Sent> sent() const {
        const std::lock_guard lock(mutex_);
        return sent_;
    }
    [[nodiscard]] int panics() const {
        const std::lock_guard lock(mutex_);
        return panics_;
    }
    [[nodiscard]] std::string fault() const {
        const std::lock_guard lock(mutex_);
        return fault_;
    }
    [[nodiscard]] bool silent() const {
        const std::lock_guard lock(mutex_);
        return silentNow();
    }

private:
    [[nodiscard]] bool silentNow() const {
        for (const auto& keys : sounding_)
            if (keys.any()) return false;
        return true;
    }

    mutable std::mutex mutex_;
    std::condition_variable changed_, open_;
    std::array<std::bitset<128>, 16> sounding_{};
    std::vector<Sent> sent_;
    std::string fault_;
    int panics_ = 0;
    bool shut_ = false;
};

}  // namespace ricercar::test
