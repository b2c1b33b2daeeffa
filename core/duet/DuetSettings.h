// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Sampler.h"
#include "core/workbench/PlayingStyle.h"

namespace ricercar {

enum class DuetKind {
    Answer,    ///< a person plays some bars, the model plays as many, and so on
    Accompany  ///< the model plays along: what a person holds is set in the step that is drawn next
};

/// Where the model plays beside the person's notes.
enum class DuetVoices { Below, Above, Around };

struct DuetSettings {
    DuetKind kind = DuetKind::Answer;
    int bars = 2;  ///< of a turn, 1 .. 16
    DuetVoices voices = DuetVoices::Below;
    Meter meter{};
    double tempo = 100;     ///< quarter notes a minute, 20 .. 300
    int countInBars = 1;    ///< 0 .. 2
    bool metronome = true;  ///< after the count-in, too
    PlayingStyle style{};   ///< of the model: its program and velocities
    SampleSettings draw{};  ///< how the model draws; of its constraints range, scale and most voices hold
    friend bool operator==(const DuetSettings&, const DuetSettings&) = default;
};

/// Throws Error Invalid that names the setting, its value and what is allowed.
void validate(const DuetSettings& settings);

/// Seconds of a 16th.
double stepSeconds(const DuetSettings& settings);

}  // namespace ricercar
