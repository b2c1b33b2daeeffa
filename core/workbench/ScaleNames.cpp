// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/ScaleNames.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace ricercar {
namespace {

constexpr std::array<std::string_view, modeCount> modeNames{
    "major",      "minor",   "harmonic minor",   "melodic minor",    "dorian", "phrygian",   "lydian",
    "mixolydian", "locrian", "major pentatonic", "minor pentatonic", "blues",  "whole tone", "octatonic"};
constexpr std::array<std::string_view, 12> tonicNames{"C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"};
constexpr std::array letters{9, 11, 0, 2, 4, 5, 7};  // A .. G

}  // namespace

std::string_view modeText(Mode mode) { return modeNames.at(static_cast<std::size_t>(mode)); }

std::string scaleText(const Scale& scale) {
    return std::string(tonicNames.at(static_cast<std::size_t>((scale.tonic % 12 + 12) % 12))) + " " +
           std::string(modeText(scale.mode));
}

std::optional<Scale> scaleFromText(std::string_view text) {
    std::string low;
    for (const char letter : text) low += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    if (low.empty() || low[0] < 'a' || low[0] > 'g') return std::nullopt;
    Scale scale{letters.at(static_cast<std::size_t>(low[0] - 'a')), Mode::Major};
    std::size_t at = 1;
    if (at < low.size() && (low[at] == '#' || low[at] == 'b')) scale.tonic += low[at++] == '#' ? 1 : 11;
    scale.tonic %= 12;
    if (at == low.size()) return scale;
    if (low[at] != ' ') return std::nullopt;
    const auto* const mode = std::ranges::find(modeNames, std::string_view(low).substr(at + 1));
    if (mode == modeNames.end()) return std::nullopt;
    scale.mode = static_cast<Mode>(mode - modeNames.begin());
    return scale;
}

}  // namespace ricercar
