// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rtmidi/RtMidi.h>

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

namespace ricercar::test {

/// Another program with an input and an output port, that keeps what it gets.
class Peer {
public:
    Peer() : in_(new RtMidiIn(RtMidi::UNIX_JACK, "ricercar-peer")), out_(new RtMidiOut(RtMidi::UNIX_JACK, "ricercar-peer")) {
        in_->setCallback(
            [](double, std::vector<unsigned char>* bytes, void* self) {
                auto* peer = static_cast<Peer*>(self);
                const std::lock_guard lock(peer->mutex_);
                peer->got_.push_back(*bytes);
            },
            this);
        in_->openVirtualPort("in");
        out_->openVirtualPort("out");
    }
    ~Peer() {
        delete in_;
        delete out_;
    }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    /// The server is gone: libjack cannot close such clients safely.
    void abandon() {
        static auto* const kept = new std::vector<RtMidi*>;
        kept->push_back(in_);
        kept->push_back(out_);
        in_ = nullptr;
        out_ = nullptr;
    }

    std::size_t arrived() const {
        const std::lock_guard lock(mutex_);
        return got_.size();
    }
    std::size_t struck() const {
        const std::lock_guard lock(mutex_);
        return static_cast<std::size_t>(std::count_if(got_.begin() + static_cast<std::ptrdiff_t>(echoed_), got_.end(),
                                                      [](const auto& m) { return (m[0] & 0xF0) == 0x90 && m[2] > 0; }));
    }
    std::size_t sounding() const {
        const std::lock_guard lock(mutex_);
        std::set<std::pair<int, int>> keys;
        for (std::size_t i = echoed_; i < got_.size(); ++i) {
            const auto& m = got_[i];
            if ((m[0] & 0xF0) == 0x90 && m[2] > 0) keys.insert({m[0] & 15, m[1]});
            if ((m[0] & 0xF0) == 0x80) keys.erase({m[0] & 15, m[1]});
        }
        return keys.size();
    }
    void send(const std::vector<unsigned char>& message) { out_->sendMessage(&message); }
    void echo() {
        const std::lock_guard lock(mutex_);
        for (const auto& message : got_) out_->sendMessage(&message);
        echoed_ = got_.size();
    }

private:
    RtMidiIn* in_;
    RtMidiOut* out_;
    mutable std::mutex mutex_;
    std::vector<std::vector<unsigned char>> got_;
    std::size_t echoed_ = 0;
};

}  // namespace ricercar::test
