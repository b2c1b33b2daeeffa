// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/Workspace.h"
#include "core/learning/Sampler.h"
#include "core/music/Score.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

struct TakeRequest {
    std::filesystem::path checkpoint;
    int bars = 16;
    int steps = 0;                 ///< above 0: exactly so many new steps, instead of bars
    int variations = 1;            ///< takes at once, 1 to 1000; the first has the settings' seed, each other one of its own
    SampleSettings settings;       ///< its steps follow from `bars`, its meter from `meter`
    std::optional<Meter> meter{};  ///< of music without a primer; none: the training set's
    std::filesystem::path primer;  ///< a MIDI file, its first part comes before; empty: settings.primer
    double tempo = 0;              ///< quarter notes a minute; 0: the primer's, or the training set's
};

/// A request with everything looked up: the model, the primer on the grid and in the model's range, steps, meter and tempo.
struct PreparedTake {
    TakeRequest request;  ///< settings and tempo as they will be used
    Checkpoint checkpoint;
    std::vector<Message> remarks;  ///< what was left out of the primer
};
/// Throws Error.
PreparedTake prepareTake(const TakeRequest& request);

/// A take is done, or was stopped; one call at a time, on the thread that generated it.
using TakeCallback = std::function<void(int variation, const Take& take)>;

/// Generates the variations, side by side on all cores; not stored. When stopped they hold the steps so far, maybe none that
/// are new. A take's settings tell its own seed, which makes it again alone. Throws Error.
std::vector<Take> makeTakes(const PreparedTake& prepared, const Task& task = {}, const SongStepCallback& onStep = {},
                            const TakeCallback& onTake = {});
/// The first variation alone.
Take makeTake(const PreparedTake& prepared, const Task& task = {}, const StepCallback& onStep = {});

/// An edited copy of a take: its settings and name, "(edited)" added once, with other notes, on the grid where it stood.
/// `score` is one of takeScore's, edited. Throws Error where no MIDI file can hold it.
Take editedTake(const Take& take, const Score& score);

/// As music to be written or played, as it was edited: tempo, name, and its settings in a text event, so that the file says how
/// it was made.
Score takeScore(const Take& take, int program = 0, int velocity = 80);

/// The settings that a file of ours carries, as JSON; empty where it carries none.
std::string takeSettings(const Score& score);

}  // namespace ricercar
