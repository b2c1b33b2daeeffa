// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/SoundEvents.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ricercar {

/// A message that came in, with its moment.
struct MidiArrival {
    std::chrono::steady_clock::time_point time;
    MidiMessage message;
};

/// An open MIDI input port. Channel messages are queued on the MIDI system's thread without locks or allocation (4095 of them);
/// from there a thread of the input's own gives them to the listener at once, or they wait until drained. System messages are
/// passed over.
class MidiInput {
public:
    using Listener = std::function<void(const MidiArrival&)>;

    /// The port is found, and errors are thrown, as by openMidiOutput. Blocks shortly: not on the UI thread.
    explicit MidiInput(const std::string& name, const std::string& api = {}, Listener listener = {});
    ~MidiInput();
    MidiInput(const MidiInput&) = delete;
    MidiInput& operator=(const MidiInput&) = delete;

    /// As MidiPorts lists it.
    [[nodiscard]] std::string name() const;
    /// False once its MIDI server has gone.
    [[nodiscard]] bool alive() const;
    /// What came since the last call, in order. One thread at a time; without a listener alone.
    std::vector<MidiArrival> drain();
    /// Messages that found the queue full.
    [[nodiscard]] std::uint64_t lost() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace ricercar
