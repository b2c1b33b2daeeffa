// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"

#include <functional>
#include <stop_token>

namespace ricercar::cli {

/// Exit codes of every command.
enum Exit : int { Ok = 0, Failed = 1, Usage = 2, Stopped = 130 };

/// What the commands share. A command's options fill in `run` when it was chosen.
struct Context {
    Output out;
    std::stop_token stop;  ///< Ctrl-C
    std::function<int()> run;
};

}  // namespace ricercar::cli
