// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/JackDummy.h"
#include "tests/bench/MidiMaker.h"

#include "core/base/Random.h"
#include "core/sound/MidiOutput.h"
#include "core/sound/MidiPorts.h"
#include "core/sound/Player.h"
#include "core/sound/Synthesizer.h"

#include <rtmidi/RtMidi.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace ricercar::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int eventsASecond = 200;

/// Passes on what it is sent and keeps when that was.
class StampingSink final : public Sink {
public:
    StampingSink(std::shared_ptr<Sink> port, std::size_t notes) : port_(std::move(port)) { times_.reserve(notes); }
    [[nodiscard]] std::string name() const override { return port_->name(); }
    void send(const MidiMessage& message) override {
        if (message.noteOn()) times_.push_back(Clock::now());
        port_->send(message);
    }
    /// Once the player has gone.
    [[nodiscard]] const std::vector<Clock::time_point>& times() const { return times_; }

private:
    std::shared_ptr<Sink> port_;
    std::vector<Clock::time_point> times_;
};

/// Another program's input port.
class Peer {
public:
    explicit Peer(std::size_t notes) : in_(RtMidi::UNIX_JACK, "ricercar-peer") {
        times_.reserve(notes);
        in_.setCallback(
            [](double, std::vector<unsigned char>* bytes, void* self) {
                if (bytes->size() == 3 && ((*bytes)[0] & 0xF0) == 0x90) static_cast<Peer*>(self)->take();
            },
            this);
        in_.openVirtualPort("in");
    }
    [[nodiscard]] std::size_t arrived() const { return count_.load(std::memory_order_acquire); }
    [[nodiscard]] const std::vector<Clock::time_point>& times() const { return times_; }

private:
    void take() {
        if (times_.size() < times_.capacity()) times_.push_back(Clock::now());
        count_.store(times_.size(), std::memory_order_release);
    }

    RtMidiIn in_;
    std::vector<Clock::time_point> times_;
    std::atomic<std::size_t> count_{0};
};

double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1;
    return values.at(std::min(at, values.size() - 1));
}

}  // namespace

Report playerBench(const Options& options) {
    const TemporaryFolder folder;
    const JackDummy server(folder.path());
    prepareSoundLibraries();
    const int seconds = std::max(options.rounds, 1) * 2;
    const auto notes = static_cast<std::size_t>(seconds * eventsASecond);
    Peer peer(notes);
    const auto sink = std::make_shared<StampingSink>(openMidiOutput("ricercar-peer:in", "JACK"), notes);

    Random random(1);
    SoundEvents events;
    std::vector<double> due;
    for (std::size_t i = 0; i < notes; ++i) due.push_back(0.01 + random.uniform() * seconds);
    std::sort(due.begin(), due.end());
    for (std::size_t i = 0; i < notes; ++i) {
        const int pitch = 21 + static_cast<int>(i % 88);
        events.list.push_back({due[i], MidiMessage::on(0, pitch, 80)});
        events.list.push_back({due[i] + 0.05, MidiMessage::off(0, pitch)});
    }
    std::stable_sort(events.list.begin(), events.list.end(),
                     [](const SoundEvent& a, const SoundEvent& b) { return a.seconds < b.seconds; });
    events.seconds = seconds + 0.5;

    Clock::time_point zero;
    {
        Player player(sink);
        player.load(events);
        player.play();
        const Clock::time_point asked = Clock::now();
        while (player.position() <= 0.0) std::this_thread::sleep_for(std::chrono::microseconds(100));
        // when the music stood at 0, by the player's own clock
        const Clock::time_point now = Clock::now();
        zero = now - std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(player.positionOf(now)));
        if (zero < asked - std::chrono::seconds(1)) throw std::runtime_error("the player's clock is not the machine's");
        while (!player.finished()) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    if (sink->times().size() != notes) throw std::runtime_error("notes were lost before the port");
    // a busy server is behind
    for (const auto until = Clock::now() + std::chrono::seconds(5); peer.arrived() < notes && Clock::now() < until;)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));

    std::vector<double> late, arrival;
    for (std::size_t i = 0; i < notes; ++i) {
        const auto since = [&](Clock::time_point time) {
            return (std::chrono::duration<double>(time - zero).count() - due[i]) * 1e3;
        };
        late.push_back(since(sink->times()[i]));
        if (peer.arrived() == notes) arrival.push_back(since(peer.times()[i]));
    }
    Report report;
    addMachine(report, options);
    report.add("events", static_cast<double>(notes), "", "Notes sent to a JACK MIDI port");
    report.add("late_median_ms", quantile(late, 0.5), "ms", "Sent after its time: median");
    report.add("late_p99_ms", quantile(late, 0.99), "ms", "Sent after its time: 99 of 100");
    report.add("late_max_ms", quantile(late, 1.0), "ms", "Sent after its time: at most");
    report.add("lost", static_cast<double>(notes - std::min(notes, peer.arrived())), "", "Notes that did not arrive");
    if (!arrival.empty()) {
        report.add("arrival_median_ms", quantile(arrival, 0.5), "ms", "At the other program after its time: median");
        report.add("arrival_p99_ms", quantile(arrival, 0.99), "ms", "At the other program after its time: 99 of 100");
    } else {
        report.absent("arrival_median_ms");
        report.absent("arrival_p99_ms");
    }
    return report;
}

}  // namespace ricercar::bench
