// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Take.h"
#include "core/duet/DuetSettings.h"
#include "core/music/Score.h"

#include <string>

namespace ricercar {

/// A score without notes in a duet's tempo and meter.
Score duetFrame(const DuetSettings& settings);

/// What was played together as a take without a name: `played` has the person on channel 0 and the model on channel 1, which
/// become tracks. Throws Error where no MIDI file can hold it.
Take duetTake(const DuetSettings& settings, const PianoRoll& roll, Score played, const std::string& modelHash,
              const std::string& modelName);

}  // namespace ricercar
