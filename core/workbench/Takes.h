// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/Workspace.h"
#include "core/learning/Sampler.h"
#include "core/music/Score.h"
#include "core/workbench/PlayingStyle.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// Everything that a take is made from; as JSON: RequestJson.h.
struct TakeRequest {
    std::filesystem::path checkpoint;
    std::string modelHash{}, modelName{};  ///< the model that was meant, where known; another one is remarked upon
    int bars = 16;
    int steps = 0;                 ///< above 0: exactly so many new steps, instead of bars
    int variations = 1;            ///< takes at once, 1 to 1000; the first has the settings' seed, each other one of its own
    SampleSettings settings;       ///< its steps follow from `bars`, its meter from `meter`
    std::optional<Meter> meter{};  ///< of music without a primer; none: the training set's
    std::filesystem::path primer;  ///< a MIDI file (readPrimer), which comes before; empty: settings.primer
    double tempo = 0;              ///< quarter notes a minute; 0: the primer's, or the training set's
    int primerBars = 0;        ///< the last so many bars of the primer are kept; 0: all, or the last mostPrimerBars of a file
    bool primerScale = false;  ///< the scale is the key found in the primer, instead of settings.constraints'
    std::string form{};        ///< such as AABA or AA'BB' over `bars`; adds to settings.returns (formReturns)
    double looseness = 0.15;   ///< of the parts with a '
    PlayingStyle style{};
    std::string parent{};  ///< takeMark of the take that this one goes on from; empty: of none
};

inline constexpr int mostPrimerBars = 256;

/// The parts of a form, `bars` long together, as bars that return from `firstBar` on: the same letter is the same music, a
/// letter with ' is varied by `looseness`. Throws Error Invalid where the parts are no whole bars or the form cannot be read.
std::vector<BarReturn> formReturns(const std::string& form, int bars, int firstBar, double looseness);

/// The form that these are, so that formReturns gives them back with one looseness, which is told; nothing where no letters say
/// it.
struct NamedForm {
    std::string form;
    double looseness = 0.15;
};
std::optional<NamedForm> formOf(const std::vector<BarReturn>& returns, int bars, int firstBar);

/// What tells a take from any other: 16 hexadecimal digits of its settings and music.
std::string takeMark(const Take& take);

/// A request with everything looked up: the model, the primer on the grid and in the model's range, steps, meter and tempo.
struct PreparedTake {
    TakeRequest request;  ///< settings and tempo as they will be used
    Checkpoint checkpoint;
    std::vector<Message> remarks;  ///< what was left out of the primer; what is to be known of the model
};
/// Throws Error Invalid that names the setting; what only model and primer can tell is left to prepareTake.
void validate(const TakeRequest& request);
/// Throws Error, also for constraints and forced cells that contradict one another.
PreparedTake prepareTake(const TakeRequest& request);

/// The request with its primer's file read and cut, so that it needs the file no more. Throws Error.
TakeRequest withPrimerRead(const TakeRequest& request);
/// The same as prepareTake for a request that is still being thought about, by the model's header alone (loadCheckpointHeader):
/// what of the music is to be known before it is drawn. Throws Error Invalid as prepareTake does.
std::vector<Message> checkTake(const TakeRequest& request, const Checkpoint& model);

/// A take is done, or was stopped; one call at a time, on the thread that generated it.
using TakeCallback = std::function<void(int variation, const Take& take)>;

/// Generates the variations, side by side on all cores; not stored. When stopped they hold the steps so far, maybe none that
/// are new. A take's settings tell its own seed, which makes it again alone. Throws Error.
std::vector<Take> makeTakes(const PreparedTake& prepared, const Task& task = {}, const SongStepCallback& onStep = {},
                            const TakeCallback& onTake = {}, const ReportCallback& onReport = {});
/// The first variation alone.
Take makeTake(const PreparedTake& prepared, const Task& task = {}, const StepCallback& onStep = {});

/// An edited copy of a take: its settings and name, "(edited)" added once, with other notes, on the grid where it stood.
/// `score` is one of takeScore's, edited. Throws Error where no MIDI file can hold it.
Take editedTake(const Take& take, const Score& score);

/// As music to be written or played, as it was edited: tempo, style, name, and its settings in a text event, so that the file
/// says how it was made. Program and velocity hold where the settings name no style.
Score takeScore(const Take& take, int program = 0, int velocity = 80);

/// The settings that a file of ours carries, as JSON; empty where it carries none.
std::string takeSettings(const Score& score);

}  // namespace ricercar
