// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandTree.h"

#include <CLI/CLI.hpp>

#include <sstream>

namespace ricercar::cli {
namespace {

/// A set of values stands in braces in the name of an option's type: "TEXT:{csv,midi}".
std::vector<std::string> choicesOf(const std::string& type) {
    const std::size_t from = type.find('{'), to = type.find('}');
    if (from == std::string::npos || to == std::string::npos || to < from) return {};
    std::istringstream inside(type.substr(from + 1, to - from - 1));
    std::vector<std::string> choices;
    for (std::string choice; std::getline(inside, choice, ',');) choices.push_back(choice);
    return choices;
}

OptionFacts factsOf(const CLI::Option& option) {
    OptionFacts facts;
    for (const std::string& name : option.get_snames()) facts.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) facts.names.push_back("--" + name);
    facts.positional = facts.names.empty();
    if (facts.positional) facts.names.push_back(option.get_name(true));
    facts.description = option.get_description();
    facts.takesValue = option.get_items_expected_max() > 0;
    facts.required = option.get_required();
    if (facts.takesValue) {
        facts.standard = option.get_default_str();
        facts.choices = choicesOf(option.get_type_name());
    }
    return facts;
}

CommandFacts factsOf(const CLI::App& app) {
    CommandFacts facts{app.get_name(), app.get_description(), {}};
    for (const CLI::Option* option : app.get_options()) facts.options.push_back(factsOf(*option));
    return facts;
}

}  // namespace

std::vector<CommandFacts> commandTree(const CLI::App& app) {
    std::vector<CommandFacts> tree{factsOf(app)};
    for (const CLI::App* command : app.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); }))
        tree.push_back(factsOf(*command));
    return tree;
}

}  // namespace ricercar::cli
