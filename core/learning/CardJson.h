// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelCard.h"

#include <nlohmann/json.hpp>

namespace ricercar {

/// The same as values; for the files that hold nlohmann's header anyway. Reading throws Error Invalid.
nlohmann::json cardJson(const ModelCard& card);
ModelCard cardFromJson(const nlohmann::json& given);
nlohmann::json drawJson(const DrawDefaults& draw);
/// Throws nlohmann::json::exception where a value is of another kind.
DrawDefaults drawFromJson(const nlohmann::json& given);

}  // namespace ricercar
