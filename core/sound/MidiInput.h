#pragma once

#include "core/sound/SoundEvents.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace ricercar {

/// A message that came in, with its moment.
struct MidiArrival {
    std::chrono::steady_clock::time_point time;
    MidiMessage message;
};

/// An open MIDI input port. Channel messages are queued on the MIDI system's thread without locks or allocation (4095 of them)
/// until drained; system messages are passed over.
class MidiInput {
public:
    /// The port is found, and errors are thrown, as by openMidiOutput. Blocks shortly: not on the UI thread.
    explicit MidiInput(const std::string& name, const std::string& api = {});
    ~MidiInput();
    MidiInput(const MidiInput&) = delete;
    MidiInput& operator=(const MidiInput&) = delete;

    /// As MidiPorts lists it.
    [[nodiscard]] std::string name() const;
    /// What came since the last call, in order. One thread at a time.
    std::vector<MidiArrival> drain();
    /// Messages that found the queue full.
    [[nodiscard]] std::uint64_t lost() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace ricercar
