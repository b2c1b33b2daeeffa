// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandTree.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

namespace ricercar::cli {
namespace {

int print(const Context& context, const std::string& text) {
    return std::fputs(text.c_str(), context.out.results) < 0 ? Failed : Ok;
}

}  // namespace

void addCompletionCommands(CLI::App& app, Context& context) {
    const std::vector<CommandFacts> tree = commandTree(app);
    auto* completion = app.add_subcommand("completion", "Print the words that make a shell complete these commands")->group("");
    auto shell = std::make_shared<std::string>();
    completion->add_option("SHELL", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    completion->callback([&context, shell, tree] {
        context.run = [&context, shell, tree] {
            const auto make = *shell == "bash" ? bashCompletion : *shell == "zsh" ? zshCompletion : fishCompletion;
            return print(context, make(tree));
        };
    });
    app.add_subcommand("manual", "Print the manual page, for man")->group("")->callback([&context, tree] {
        context.run = [&context, tree] { return print(context, manualPage(tree)); };
    });
}

}  // namespace ricercar::cli
