// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/music/Score.h"

#include <optional>
#include <span>

namespace ricercar {

/// A system exclusive message, without its F0 and with or without its F7, where it is one that Score keeps; tick, track and,
/// unless the message names one, port are the caller's. GM, GM2, GS and XG resets; GS "use for rhythm part"; XG part mode.
std::optional<SetupEvent> readSetup(std::span<const std::uint8_t> message);

/// The reverse, with F0 and F7; `standard`: the reset before it, whose way of saying it is taken.
Bytes writeSetup(const SetupEvent& setup, SetupEvent::Kind standard);

}  // namespace ricercar
