// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Take.h"
#include "core/duet/DuetSettings.h"
#include "core/learning/Checkpoint.h"
#include "core/sound/MidiInput.h"
#include "core/sound/PlayerClock.h"

#include <functional>
#include <memory>
#include <span>

namespace ricercar {

/// Where a duet stands.
struct DuetView {
    bool counting = true;    ///< the music has not begun
    int step = 0;            ///< that sounds now; of the count-in: from 0, too
    bool modelTurn = false;  ///< the model plays in this step
    int answers = 0;         ///< steps in which the model played
    int late = 0;            ///< of them sent more than `lateAfter` behind their step
    double worst = 0;        ///< seconds behind its step that one was sent
    double thinking = 0;     ///< seconds that the model needs for a step: the longest of the last sixteen
};
inline constexpr double lateAfter = 0.030;  // seconds

/// Where a duet is heard. All are called on the duet's thread; nothing may throw or wait long.
struct DuetOutput {
    std::function<void(const MidiMessage&)> send;                     ///< the model's notes, on channel 1 (of 0 .. 15)
    std::function<void(bool accent)> click{};                         ///< the metronome; may be empty
    std::function<void(int step, std::span<const Cell> row)> step{};  ///< of the piano's range, both players; may be empty
};

/// A person and a model make music together, in time: a thread that hears the keys, draws the model's next step just before it
/// is due and sends it on its step. Every function may be called from any thread.
class Duet {
public:
    /// Begins with the count-in, at once. Throws Error Invalid.
    Duet(const Checkpoint& checkpoint, const DuetSettings& settings, DuetOutput output,
         std::shared_ptr<PlayerClock> clock = PlayerClock::real());
    ~Duet();
    Duet(const Duet&) = delete;
    Duet& operator=(const Duet&) = delete;

    /// What came in from the keyboard.
    void hear(const MidiArrival& arrival);
    [[nodiscard]] DuetView view() const;
    /// Ends what the model lets sound. What was played so far as a take, not stored: a track each, the person's as it was
    /// played; no steps where the music had not begun.
    Take stop();

private:
    class Thread;
    std::unique_ptr<Thread> thread_;
};

}  // namespace ricercar
