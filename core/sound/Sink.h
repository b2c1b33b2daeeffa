// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/SoundEvents.h"

#include <string>

namespace ricercar {

/// Where a Player sends its messages. Called by one thread at a time (the player's); nothing here throws.
class Sink {
public:
    Sink() = default;
    virtual ~Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    /// For people: "FluidSynth (pulseaudio)", the name of a port. Any thread.
    [[nodiscard]] virtual std::string name() const = 0;
    /// False where nothing can be heard. Any thread.
    [[nodiscard]] virtual bool audible() const { return true; }
    /// False once what stands behind it has gone for good: a port without its server. Any thread.
    [[nodiscard]] virtual bool alive() const { return true; }
    virtual void send(const MidiMessage& message) = 0;
    /// The metronome, on a path of its own. False where there is none: the player sends a wood block on the drum channel.
    virtual bool click(bool accent) {
        static_cast<void>(accent);
        return false;
    }
    /// Ends every sound: controllers 123, 120 and 121 on 16 channels.
    virtual void panic();
    /// Before another piece: panic, and instruments back to the first where the sink is ours to reset.
    virtual void reset() { panic(); }
};

/// Nothing is heard, time goes on.
class SilentSink final : public Sink {
public:
    [[nodiscard]] std::string name() const override { return "silence"; }
    [[nodiscard]] bool audible() const override { return false; }
    void send(const MidiMessage&) override {}
    bool click(bool) override { return true; }
    void panic() override {}
};

}  // namespace ricercar
