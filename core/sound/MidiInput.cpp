// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/MidiInput.h"

#include "core/sound/MidiSystem.h"
#include "core/sound/SpscQueue.h"

#include <atomic>
#include <semaphore>
#include <thread>
#include <utility>

namespace ricercar {

struct MidiInput::Parts {
    SpscQueue<MidiArrival, 4096> queue;
    std::atomic<std::uint64_t> lost{0};
    Listener listener;
    std::counting_semaphore<> arrived{0};
    std::atomic<bool> quit{false};
    std::jthread thread;
    midi::OpenPort<RtMidiIn> open;  // goes first: nobody calls back any more

    ~Parts() {
        midi::closePort(open.port, open.server);
        if (!thread.joinable()) return;
        quit = true;
        arrived.release();
        thread.join();
    }
    void listen() {
        while (true) {
            arrived.acquire();
            for (MidiArrival one; queue.pop(one);) listener(one);
            if (quit) return;
        }
    }

    static void take(double, std::vector<unsigned char>* bytes, void* self) {
        if (!bytes || bytes->size() < 2 || bytes->size() > 3) return;
        const MidiMessage message{(*bytes)[0], (*bytes)[1], bytes->size() > 2 ? (*bytes)[2] : std::uint8_t{0}};
        if (message.status < 0x80 || message.status >= 0xF0) return;
        auto* parts = static_cast<Parts*>(self);
        if (!parts->queue.push({std::chrono::steady_clock::now(), message}))
            parts->lost.fetch_add(1, std::memory_order_relaxed);
        if (parts->listener) parts->arrived.release();
    }
};

MidiInput::MidiInput(const std::string& name, const std::string& api, Listener listener) : parts_(std::make_unique<Parts>()) {
    parts_->listener = std::move(listener);
    parts_->open = midi::openPort<RtMidiIn>(name, api);
    parts_->open.port->ignoreTypes(true, true, true);
    if (parts_->listener) parts_->thread = std::jthread([parts = parts_.get()] { parts->listen(); });
    parts_->open.port->setCallback(&Parts::take, parts_.get());
}

MidiInput::~MidiInput() = default;

std::string MidiInput::name() const { return parts_->open.name; }

bool MidiInput::alive() const { return parts_->open.alive(); }

std::vector<MidiArrival> MidiInput::drain() {
    std::vector<MidiArrival> arrived;
    for (MidiArrival one; parts_->queue.pop(one);) arrived.push_back(one);
    return arrived;
}

std::uint64_t MidiInput::lost() const { return parts_->lost.load(std::memory_order_relaxed); }

}  // namespace ricercar
