// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandTree.h"

#include <iterator>

namespace ricercar::cli {
namespace {

using Commands = std::vector<CommandFacts>;

std::string joined(const std::vector<std::string>& words, const char* between = " ") {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : between) + word;
    return all;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
        text.replace(at, what.size(), with);
    return text;
}

/// Within single quotes of bash and zsh.
std::string quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

/// What may stand where no option's value is due.
std::string wordsOf(const CommandFacts& command) {
    std::vector<std::string> words;
    for (const OptionFacts& option : command.options) {
        const auto& add = option.positional ? option.choices : option.names;
        words.insert(words.end(), add.begin(), add.end());
    }
    return joined(words);
}

/// A clause each for the options of a command whose value is next.
std::string bashValues(const CommandFacts& command, const std::string& name) {
    std::string clauses;
    std::vector<std::string> free;
    for (const OptionFacts& option : command.options) {
        if (option.positional || !option.takesValue) continue;
        std::vector<std::string> patterns;
        for (const std::string& word : option.names) patterns.push_back(name + ":" + word);
        if (option.choices.empty())
            free.insert(free.end(), patterns.begin(), patterns.end());
        else
            clauses += "        " + joined(patterns, "|") + ") words=" + quoted(joined(option.choices)) + " ;;\n";
    }
    if (!free.empty()) clauses += "        " + joined(free, "|") + ") return ;;\n";
    return clauses;
}

std::string zshSpec(const OptionFacts& option) {
    const auto plain = [](std::string text) {
        for (const char* special : {"\\", "[", "]", ":"}) text = replaced(text, special, std::string("\\") + special);
        return text;
    };
    const std::string values = option.choices.empty() ? "_files" : "(" + joined(option.choices) + ")";
    if (option.positional) return quoted("*:" + option.names.front() + ":" + values);
    const std::string rest =
        "[" + plain(option.description) + "]" + (option.takesValue ? ":" + option.names.back().substr(2) + ":" + values : "");
    if (option.names.size() == 1) return quoted(option.names.front() + rest);
    return quoted("(" + joined(option.names) + ")") + "{" + joined(option.names, ",") + "}" + quoted(rest);
}

std::string fishLine(const OptionFacts& option, const std::string& condition) {
    std::string line = "complete -c ricercar-cli -n " + quoted(condition);
    if (option.positional) return line + " -a " + quoted(joined(option.choices)) + "\n";
    for (const std::string& name : option.names)
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.choices.empty())
        line += " -x -a " + quoted(joined(option.choices));
    else if (option.takesValue)
        line += " -r";
    return line + " -d " + "'" + replaced(replaced(option.description, "\\", "\\\\"), "'", "\\'") + "'\n";
}

}  // namespace

std::string bashCompletion(const Commands& tree) {
    std::vector<std::string> names;
    std::string values, words;
    for (auto command = std::next(tree.begin()); command != tree.end(); ++command) {
        names.push_back(command->name);
        values += bashValues(*command, command->name);
        words += "        " + command->name + ") words=" + quoted(wordsOf(*command)) + " ;;\n";
    }
    return "# bash completion of ricercar-cli, made by the program itself\n"
           "_ricercar_cli() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= words= word\n"
           "    COMPREPLY=()\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case $word in\n"
           "            " +
           joined(names, "|") +
           ") command=$word; break ;;\n"
           "        esac\n"
           "    done\n"
           "    case $command:$previous in\n" +
           values +
           "    esac\n"
           "    [ -n \"$words\" ] || case $command in\n"
           "        '') words=" +
           quoted(joined(names) + " " + wordsOf(tree.front())) + " ;;\n" + words +
           "    esac\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
           "}\n"
           "complete -o default -F _ricercar_cli ricercar-cli\n";
}

std::string zshCompletion(const Commands& tree) {
    std::string list, cases, top;
    for (const OptionFacts& option : tree.front().options) top += "        " + zshSpec(option) + " \\\n";
    for (auto command = std::next(tree.begin()); command != tree.end(); ++command) {
        list += "        " + quoted(command->name + ":" + command->description) + "\n";
        cases += "                " + command->name + ") _arguments";
        for (const OptionFacts& option : command->options) cases += " \\\n                    " + zshSpec(option);
        cases += " ;;\n";
    }
    return "#compdef ricercar-cli\n"
           "# zsh completion of ricercar-cli, made by the program itself\n"
           "_ricercar-cli() {\n"
           "    local -a commands line\n"
           "    local curcontext=\"$curcontext\" state\n"
           "    commands=(\n" +
           list +
           "    )\n"
           "    _arguments -C \\\n" +
           top +
           "        '1:command:->command' '*::argument:->argument'\n"
           "    case $state in\n"
           "        command) _describe -t commands command commands ;;\n"
           "        argument)\n"
           "            case $line[1] in\n" +
           cases +
           "            esac ;;\n"
           "    esac\n"
           "}\n"
           "if [ \"$funcstack[1]\" = _ricercar-cli ]; then _ricercar-cli \"$@\"; else compdef _ricercar-cli ricercar-cli; fi\n";
}

std::string fishCompletion(const Commands& tree) {
    std::string lines = "# fish completion of ricercar-cli, made by the program itself\n";
    const std::string first = "__fish_use_subcommand";
    for (const OptionFacts& option : tree.front().options) lines += fishLine(option, first);
    for (auto command = std::next(tree.begin()); command != tree.end(); ++command) {
        lines += "complete -c ricercar-cli -n " + first + " -f -a " + command->name + " -d " + "'" +
                 replaced(replaced(command->description, "\\", "\\\\"), "'", "\\'") + "'\n";
        for (const OptionFacts& option : command->options)
            if (!option.positional || !option.choices.empty())
                lines += fishLine(option, "__fish_seen_subcommand_from " + command->name);
    }
    return lines;
}

}  // namespace ricercar::cli
