// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Rules.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace ricercar {
namespace {

std::string percent(double part) { return std::to_string(static_cast<int>(std::lround(part * 100))); }

std::string oneDecimal(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

/// As many as it takes: "0.5", "3".
std::string decimals(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2g", number);
    return text;
}

template <class Item, class Text>
std::string list(const std::vector<Item>& items, const char* last, Text&& text) {
    std::string result;
    for (std::size_t i = 0; i < items.size(); ++i)
        result += (i == 0 ? "" : i + 1 == items.size() ? last : ", ") + text(items[i]);
    return result;
}

}  // namespace

bool isCandidate(const DatasetRules& rules, const Piece& piece) {
    if (piece.state != PieceState::Rejected) return true;
    return !piece.remarks.empty() && piece.remarks.front().id == MessageId::PieceMeterExcluded && piece.steps > 0 &&
           std::find(rules.meters.begin(), rules.meters.end(), piece.meter) != rules.meters.end();
}

std::vector<Message> takenOut(const DatasetRules& rules, const Piece& piece) {
    std::vector<Message> reasons;
    const RollStatistics& facts = piece.statistics;
    if (!rules.meters.empty() && !piece.fixedSubset &&
        std::find(rules.meters.begin(), rules.meters.end(), piece.meter) == rules.meters.end())
        reasons.push_back({MessageId::PieceMeterExcluded,
                           {piece.meter.text(), list(rules.meters, " or ", [](const Meter& meter) { return meter.text(); })}});
    if (facts.bars < rules.minBars) reasons.push_back({MessageId::RuleBars, {facts.bars, rules.minBars}});
    if (facts.bars > 0 && !piece.fixedSubset) {
        const double empty = static_cast<double>(facts.emptyBars) / facts.bars;
        const double notes = static_cast<double>(facts.notes) / facts.bars;
        if (rules.maxEmpty && empty > *rules.maxEmpty)
            reasons.push_back({MessageId::RuleEmptyBars, {percent(empty), percent(*rules.maxEmpty)}});
        if (rules.minNotes && notes < *rules.minNotes)
            reasons.push_back({MessageId::RuleNotesPerBar, {facts.notes, facts.bars, decimals(*rules.minNotes)}});
    }
    if (rules.maxGridError && piece.report.meanError > *rules.maxGridError)
        reasons.push_back({MessageId::RuleGridError, {percent(piece.report.meanError), percent(*rules.maxGridError)}});
    const double least = rules.minPolyphony.value_or(0.0), most = rules.maxPolyphony.value_or(128.0);
    if (facts.meanPolyphony < least || facts.meanPolyphony > most)
        reasons.push_back({MessageId::RulePolyphony, {oneDecimal(facts.meanPolyphony), oneDecimal(least), oneDecimal(most)}});
    const int lowest = rules.lowestPitch.value_or(0), highest = rules.highestPitch.value_or(127);
    if (facts.notes > 0 && (facts.lowestPitch < lowest || facts.highestPitch > highest))
        reasons.push_back({MessageId::RulePitch, {facts.lowestPitch, facts.highestPitch, lowest, highest}});
    if (!rules.tags.empty() && std::none_of(rules.tags.begin(), rules.tags.end(), [&](const std::string& tag) {
            return std::find(piece.tags.begin(), piece.tags.end(), tag) != piece.tags.end();
        }))
        reasons.push_back({MessageId::RuleTags, {list(rules.tags, ", ", [](const std::string& tag) { return tag; })}});
    return reasons;
}

}  // namespace ricercar
