// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Context.h"

#include <optional>

namespace ricercar::cli {

/// Reads the arguments and fills in `context.run`. An exit code where there is nothing to run: help, or wrong usage, which is
/// said.
std::optional<int> parseCommandLine(int argc, const char* const* argv, Context& context);

/// Runs the chosen command; what it throws becomes a message. The exit code.
int runChosen(const Context& context);

}  // namespace ricercar::cli
