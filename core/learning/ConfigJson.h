// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelConfig.h"

#include <nlohmann/json.hpp>

namespace ricercar {

/// The JSON of a TrainConfig as a value; for the files that hold nlohmann's header anyway.
nlohmann::json configJson(const TrainConfig& config);
/// Throws Error Invalid.
TrainConfig configFromJson(const nlohmann::json& json, TrainConfig base);

}  // namespace ricercar
