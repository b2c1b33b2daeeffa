// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandTree.h"

#include <iterator>

namespace ricercar::cli {
namespace {

/// Text that means nothing to roff.
std::string plain(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out;
}

std::string heading(const OptionFacts& option) {
    if (option.positional) return ".I " + plain(option.names.front()) + "\n";
    std::string names;
    for (const std::string& name : option.names) names += (names.empty() ? "\\fB" : "\\fR, \\fB") + plain(name);
    names += "\\fR";
    if (!option.takesValue) return names + "\n";
    std::string choices;
    for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : "|") + choice;
    return names + " " + (choices.empty() ? "\\fIVALUE\\fR" : plain(choices)) + "\n";
}

std::string entries(const CommandFacts& command) {
    std::string text;
    for (const OptionFacts& option : command.options) {
        text += ".TP\n" + heading(option) + plain(option.description);
        if (option.positional && !option.choices.empty()) {
            std::string choices;
            for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : ", ") + choice;
            text += " (" + plain(choices) + ")";
        }
        if (!option.standard.empty()) text += " (default: " + plain(option.standard) + ")";
        text += option.required && !option.positional ? " (required)\n" : "\n";
    }
    return text;
}

}  // namespace

std::string manualPage(const std::vector<CommandFacts>& tree) {
    std::string page = ".TH RICERCAR\\-CLI 1 \"\" \"Ricercar " RICERCAR_VERSION
                       "\" \"User Commands\"\n"
                       ".SH NAME\n"
                       "ricercar\\-cli \\- train a neural network on MIDI files and make new music, on the command line\n"
                       ".SH SYNOPSIS\n"
                       ".B ricercar\\-cli\n"
                       ".I COMMAND\n"
                       ".RI [ OPTION ]...\n"
                       ".SH DESCRIPTION\n"
                       "Does what the workbench\n"
                       ".BR ricercar (1)\n"
                       "does, without a window: imports MIDI files into a workspace, trains a biaxial LSTM on them, generates "
                       "music and renders it.\n"
                       "Results go to standard output, remarks to standard error; with\n"
                       ".B \\-\\-json\n"
                       "results are JSON Lines.\n"
                       ".SH OPTIONS\n" +
                       entries(tree.front()) + ".SH COMMANDS\n";
    for (auto command = std::next(tree.begin()); command != tree.end(); ++command)
        page += ".SS " + plain(command->name) + "\n" + plain(command->description) + ".\n" + entries(*command);
    return page +
           ".SH EXIT STATUS\n"
           "0: done. 1: failed. 2: wrong usage. 130: stopped by Ctrl\\-C.\n"
           ".SH ENVIRONMENT\n"
           ".TP\n.B RICERCAR_RESOURCES\n"
           "The folder of the demo pieces and models; the default is\n.I ../share/ricercar\nbeside the folder of the program.\n"
           ".TP\n.B RICERCAR_SOUNDFONT\n"
           "The SoundFont to render with.\n"
           ".SH SEE ALSO\n"
           ".BR ricercar (1)\n";
}

}  // namespace ricercar::cli
