// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <optional>
#include <string>
#include <vector>

namespace ricercar {

/// Messages as they are stored: ids and arguments, no sentence.
std::string toJson(const std::vector<Message>& messages);
/// What is not understood is left out.
std::vector<Message> messagesFromJson(const std::string& json);

}  // namespace ricercar
