// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Context.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ricercar::cli {

/// What completion and manual need to know of an option or a positional argument.
struct OptionFacts {
    std::vector<std::string> names;  ///< "-o", "--output"; of a positional argument: "KIND"
    std::string description;
    std::string standard;              ///< its default, where it says one
    std::vector<std::string> choices;  ///< of its value; empty: any
    bool positional = false;
    bool takesValue = false;
    bool required = false;
};

struct CommandFacts {
    std::string name;
    std::string description;
    std::vector<OptionFacts> options;
};

/// The program itself first, then its commands but for the hidden ones.
std::vector<CommandFacts> commandTree(const CLI::App& app);

/// The hidden commands `completion` and `manual`, for who installs the program: they tell of the commands added before.
void addCompletionCommands(CLI::App& app, Context& context);

/// Words of a shell that complete the commands, their options and the options' values.
std::string bashCompletion(const std::vector<CommandFacts>& tree);
std::string zshCompletion(const std::vector<CommandFacts>& tree);
std::string fishCompletion(const std::vector<CommandFacts>& tree);
/// The manual page, for man.
std::string manualPage(const std::vector<CommandFacts>& tree);

}  // namespace ricercar::cli
