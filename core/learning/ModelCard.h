// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Opening.h"

#include <optional>
#include <string>

namespace ricercar {

/// How takes are drawn from a model where nobody says otherwise (see SampleSettings).
struct DrawDefaults {
    double temperature = 1.0;
    double conservativity = 1.0;
    double floor = 0.0;
    bool densityGuard = false;
    bool silenceGuard = false;
    double keyFloor = 0.0;
    double density = 0.0;
    std::optional<PitchRange> range{};  ///< of new notes
    Opening opening{};
    friend bool operator==(const DrawDefaults&, const DrawDefaults&) = default;
};

/// What people are told about a model, in plain text; what is empty is not told.
struct ModelCard {
    std::string title;
    std::string data;     ///< what it learnt from
    std::string licence;  ///< of the data
    std::string recipe;
    std::string figures;
    std::string limits;
    friend bool operator==(const ModelCard&, const ModelCard&) = default;
};

/// A JSON object of these texts. Throws Error Invalid: no JSON, a text of another name, no text.
ModelCard modelCardFromJson(const std::string& text);
std::string toJson(const ModelCard& card);

}  // namespace ricercar
