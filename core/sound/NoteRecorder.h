// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Score.h"
#include "core/sound/SoundEvents.h"

#include <mutex>
#include <vector>

namespace ricercar {

/// Keeps what was played, by its place in the music, and makes a score of it. Any thread.
class NoteRecorder {
public:
    /// What comes from now on is kept; what was kept is gone.
    void begin();
    void take(double seconds, const MidiMessage& message);
    [[nodiscard]] std::size_t notes() const;
    /// Notes that are still held end at `seconds`. Tempos and meters are those of `frame`, which says what a tick is.
    [[nodiscard]] Score end(double seconds, const Score& frame);

private:
    mutable std::mutex mutex_;
    bool on_ = false;
    std::vector<SoundEvent> events_;
};

}  // namespace ricercar
