// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

struct MidiPortInfo {
    std::string name;  ///< to show and to remember: without the numbers that change from session to session
    std::string api;   ///< "ALSA", "JACK"
    friend bool operator==(const MidiPortInfo&, const MidiPortInfo&) = default;
};

struct MidiPortList {
    std::vector<MidiPortInfo> inputs;
    std::vector<MidiPortInfo> outputs;
    std::optional<Message> reason;  ///< why there is none: no MIDI system here (a normal state)
    std::uint64_t serial = 0;       ///< rounds of looking so far; 0: not looked yet
};

/// Looks for MIDI ports on a thread of its own, every `interval` and when asked. Any thread may call.
class MidiPorts {
public:
    explicit MidiPorts(std::chrono::milliseconds interval = std::chrono::seconds(3));
    ~MidiPorts();
    MidiPorts(const MidiPorts&) = delete;
    MidiPorts& operator=(const MidiPorts&) = delete;

    /// Look again soon.
    void refresh();
    /// What was found last.
    [[nodiscard]] MidiPortList snapshot() const;
    /// Waits until a round that began after this call has ended, or until the time is over (false). Not for the UI thread.
    bool refreshAndWait(std::chrono::milliseconds limit = std::chrono::seconds(10));

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace ricercar
