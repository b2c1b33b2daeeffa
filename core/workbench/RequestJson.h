// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/Takes.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace ricercar {

/// A request as JSON, every setting by name: what window and command line save and read, and what an exported take carries.
std::string toJson(const TakeRequest& request);

/// Reads what toJson writes; settings that are not there are the model's own, or else the default. The model is `checkpoint`
/// where that is given, else the one that the request names: by its file, or among those that ship. Paths are relative to
/// `folder`. Throws Error Invalid that names the field: unknown, of another type, out of range.
TakeRequest takeRequestFromJson(const std::string& text, const std::filesystem::path& folder = {},
                                const std::filesystem::path& checkpoint = {});

/// A request from a file of JSON, or from the MIDI file of an exported take. Throws Error.
TakeRequest readTakeRequest(const std::filesystem::path& file, const std::filesystem::path& checkpoint = {});
/// What makes a take again. Throws Error Invalid where its settings are not ours.
TakeRequest requestOf(const Take& take, const std::filesystem::path& checkpoint = {});

/// The style that a take's settings name; nothing where they name none.
std::optional<PlayingStyle> styleOf(const Take& take);

/// The same as an object, for those who add to it; and what it changes in a request. Fields that only describe a take are left
/// alone.
nlohmann::json requestJson(const TakeRequest& request);
void readFields(const nlohmann::json& fields, const std::filesystem::path& folder, TakeRequest& request);

}  // namespace ricercar
