// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/workbench/Takes.h"

#include <algorithm>
#include <map>

namespace ricercar {

std::vector<BarReturn> formReturns(const std::string& form, int bars, int firstBar, double looseness) {
    struct Part {
        char letter;
        bool varied;
    };
    std::vector<Part> parts;
    for (const char letter : form) {
        if (letter >= 'A' && letter <= 'Z')
            parts.push_back({letter, false});
        else if (letter == '\'' && !parts.empty())
            parts.back().varied = true;
        else
            rejectSetting("form", form, Message{MessageId::ValueOneOf, {"AABA, AA'BB', ABA'C"}});
    }
    const auto number = static_cast<int>(parts.size());
    if (number == 0 || bars % number != 0)
        rejectSetting("bars", bars,
                      Message{MessageId::ValueOneOf,
                              {std::to_string(number) + ", " + std::to_string(2 * number) + ", " + std::to_string(3 * number) +
                               " (...)"}});
    const int length = bars / number;
    std::map<char, int> begun;  // the bar on which a letter is first heard
    std::vector<BarReturn> returns;
    for (int i = 0; i < number; ++i) {
        const Part& part = parts[static_cast<std::size_t>(i)];
        const int bar = firstBar + i * length;
        const auto [first, isNew] = begun.try_emplace(part.letter, bar);
        if (!isNew) returns.push_back({first->second, length, bar, part.varied ? looseness : 0.0});
    }
    return returns;
}

std::optional<NamedForm> formOf(const std::vector<BarReturn>& returns, int bars, int firstBar) {
    if (returns.empty()) return std::nullopt;
    const int length = returns.front().bars;
    if (length < 1 || bars % length != 0 || bars / length > 26) return std::nullopt;
    NamedForm named;
    std::map<int, char> letters;  // by the bar of a part
    char next = 'A';
    for (int bar = firstBar; bar < firstBar + bars; bar += length) {
        const auto back = std::ranges::find(returns, bar, &BarReturn::to);
        if (back == returns.end()) {
            letters[bar] = next;
            named.form += next++;
            continue;
        }
        const auto heard = letters.find(back->from);
        if (heard == letters.end()) return std::nullopt;
        letters[bar] = heard->second;
        named.form += heard->second;
        if (back->looseness <= 0) continue;
        named.form += '\'';
        named.looseness = back->looseness;
    }
    if (formReturns(named.form, bars, firstBar, named.looseness) != returns) return std::nullopt;
    return named;
}

}  // namespace ricercar
