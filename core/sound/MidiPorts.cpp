// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/MidiPorts.h"

#include "core/sound/MidiSystem.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace ricercar {
namespace {

/// One API, looked at through two objects that live as long as it does.
class System {
public:
    explicit System(RtMidi::Api api) : api_(api) {}
    System(System&&) = default;
    System& operator=(System&&) = default;
    ~System() { forget(); }

    void look(MidiPortList& list, std::string& why) {
        if (server_ && !server_->alive()) forget();
        if (!in_) in_ = midi::makePort<RtMidiIn>(api_, server_, error_);
        if (in_ && !out_) out_ = midi::makePort<RtMidiOut>(api_, server_, error_);
        if (!in_ || !out_) {
            why += (why.empty() ? "" : "; ") + midi::apiName(api_) + ": " + error_;
            forget();
            return;
        }
        in_->setErrorCallback(midi::keepError, &error_);
        out_->setErrorCallback(midi::keepError, &error_);
        const std::string api = midi::apiName(api_);
        for (std::string& name : midi::portNames(*in_)) list.inputs.push_back({std::move(name), api});
        for (std::string& name : midi::portNames(*out_)) list.outputs.push_back({std::move(name), api});
    }
    [[nodiscard]] bool found() const { return in_ && out_; }

private:
    void forget() {
        midi::closePort(in_, server_);
        midi::closePort(out_, server_);
        server_.reset();
    }

    RtMidi::Api api_;
    std::string error_;
    std::shared_ptr<JackServer> server_;  // outlives the two
    std::unique_ptr<RtMidiIn> in_;
    std::unique_ptr<RtMidiOut> out_;
};

}  // namespace

struct MidiPorts::Parts {
    std::chrono::milliseconds interval;
    mutable std::mutex mutex;
    std::condition_variable wake, looked;
    bool quit = false;
    std::uint64_t asked = 1;  ///< the round that was asked for last
    std::uint64_t begun = 0;
    MidiPortList list;
    std::jthread thread;

    void run();
};

void MidiPorts::Parts::run() {
    std::vector<System> systems;
    for (const RtMidi::Api api : midi::apis()) systems.emplace_back(api);
    std::unique_lock lock(mutex);
    while (!quit) {
        const std::uint64_t round = ++begun;
        lock.unlock();
        MidiPortList fresh;
        std::string why;
        bool found = false;
        for (System& system : systems) {
            system.look(fresh, why);
            found = found || system.found();
        }
        if (!found) fresh.reason = Message{MessageId::MidiNoSystem, {why}};
        fresh.serial = round;
        lock.lock();
        list = std::move(fresh);
        looked.notify_all();
        wake.wait_for(lock, interval, [&] { return quit || asked > round; });
    }
}

MidiPorts::MidiPorts(std::chrono::milliseconds interval) : parts_(std::make_unique<Parts>()) {
    parts_->interval = interval;
    parts_->thread = std::jthread([parts = parts_.get()] { parts->run(); });
}

MidiPorts::~MidiPorts() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->quit = true;
    }
    parts_->wake.notify_all();
    parts_->thread.join();
}

void MidiPorts::refresh() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->asked = parts_->begun + 1;
    }
    parts_->wake.notify_all();
}

MidiPortList MidiPorts::snapshot() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->list;
}

bool MidiPorts::refreshAndWait(std::chrono::milliseconds limit) {
    std::unique_lock lock(parts_->mutex);
    const std::uint64_t round = parts_->begun + 1;
    parts_->asked = round;
    parts_->wake.notify_all();
    return parts_->looked.wait_for(lock, limit, [&] { return parts_->list.serial >= round; });
}

}  // namespace ricercar
