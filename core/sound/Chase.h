// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/SoundEvents.h"

#include <cstddef>
#include <vector>

namespace ricercar {

/// What has to be sent to a sink that was reset before it may go on with event `next` of a list.
struct Chase {
    std::vector<MidiMessage> setup;  ///< programs, controllers, pressure and pitch bend in force
    std::vector<MidiMessage> notes;  ///< note-ons of the notes that sound across the place, drums left out
};

/// One pass over the events before `next`.
Chase chase(const SoundEvents& events, std::size_t next);

/// The first event at or after `seconds` (a microsecond of tolerance).
std::size_t eventAt(const SoundEvents& events, double seconds);

}  // namespace ricercar
