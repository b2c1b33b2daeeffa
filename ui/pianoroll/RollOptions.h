// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Scale.h"
#include "ui/canvas/RollContent.h"
#include "ui/pianoroll/RollNavigator.h"
#include "ui/words/Words.h"

class QSettings;

namespace ricercar {

/// What lies beneath the notes.
struct Beneath {
    enum class Kind { Nothing, OtherForm, Take };
    Kind kind = Kind::Nothing;
    std::int64_t take = 0;
    friend bool operator==(const Beneath&, const Beneath&) = default;
};

/// Which rows are lit.
struct ScaleChoice {
    enum class Kind { Off, Found, Chosen };
    Kind kind = Kind::Off;  ///< Found: the key of what is shown
    Scale scale;            ///< the chosen one
    friend bool operator==(const ScaleChoice&, const ScaleChoice&) = default;
};

/// How a person wants to see rolls.
struct RollOptions {
    Representation form = Representation::Grid;
    Beneath beneath;
    ScaleChoice scale;
    Follow follow = Follow::Page;
    bool lane = true;  ///< velocities, where there are any
    bool map = true;
    PitchNames names = PitchNames::Language;
    friend bool operator==(const RollOptions&, const RollOptions&) = default;

    void save(QSettings& settings) const;
    /// What is not there, or of no use, is as by default.
    static RollOptions read(const QSettings& settings);
};

}  // namespace ricercar
