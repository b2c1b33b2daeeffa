// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"
#include "core/sound/Metronome.h"
#include "core/sound/PlayerClock.h"
#include "core/sound/Sink.h"
#include "core/sound/SoundEvents.h"

#include <memory>
#include <optional>

namespace ricercar {

/// From `from` seconds up to `to`.
struct LoopRegion {
    double from = 0.0;
    double to = 0.0;
    friend bool operator==(const LoopRegion&, const LoopRegion&) = default;
};

/// One thread with a real-time clock that sends events to a sink. Every function may be called from any thread and only takes
/// a short lock: what it asks for is done by the player's thread at once after. Whatever sounds is ended (its note-offs, then
/// Sink::panic) on pause, stop, seek, load, a change of sink, at the end of the piece and on destruction.
/// Late events are delayed, never sent in a burst: more than a quarter of a second behind, the position waits.
class Player {
public:
    enum class State { Stopped, Playing, Paused };

    explicit Player(std::shared_ptr<Sink> sink = std::make_shared<SilentSink>(),
                    std::shared_ptr<PlayerClock> clock = PlayerClock::real());
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Another piece: stopped at 0, no loop.
    void load(SoundEvents events);
    void load(const Score& score) { load(soundEvents(score)); }
    /// The same piece, edited or grown: position, state and loop stay, notes sound on where they still stand.
    void replace(SoundEvents events);

    /// From where the position is; from the start (of the loop) where it is at the end. Instruments and controllers in force
    /// there are sent first, and notes that sound across the position are struck. Before it, `count` is heard: the position
    /// stands meanwhile.
    void play(CountIn count = {});
    void pause();
    /// Back to the start, or to the loop's start.
    void stop();
    /// Clamped to 0 .. length(); playing goes on from there.
    void seek(double seconds);
    /// Clamped to 0.1 .. 10.
    void setTempoFactor(double factor);
    /// A region shorter than 20 ms is no loop. Outside of it (behind its end) playing goes on to the end of the piece.
    void setLoop(std::optional<LoopRegion> loop);
    /// The old sink is let go on the player's thread. Null: silence.
    void setSink(std::shared_ptr<Sink> sink);
    /// Sent at once, playing or not: a key clicked, a thru from a keyboard.
    void send(const MidiMessage& message);
    /// Ends all that sounds, at once: note-offs, then Sink::panic. Playing goes on.
    void panic();

    [[nodiscard]] State state() const;
    /// Seconds.
    [[nodiscard]] double position() const;
    /// Where the music stood, or will stand, at a moment while it plays as now: for what came in from a keyboard.
    [[nodiscard]] double positionOf(PlayerClock::Time time) const;
    /// Beats are heard and the music has not begun.
    [[nodiscard]] bool counting() const;
    [[nodiscard]] double length() const;
    [[nodiscard]] double tempoFactor() const;
    [[nodiscard]] std::optional<LoopRegion> loop() const;
    [[nodiscard]] std::shared_ptr<Sink> sink() const;
    /// The end of the piece was reached since the last play, seek, stop or load.
    [[nodiscard]] bool finished() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace ricercar
