// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Dataset.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace ricercar {
namespace {

using Json = nlohmann::json;

std::optional<double> number(const Json& object, const char* name) {
    const auto at = object.find(name);
    if (at == object.end() || !at->is_number() || !std::isfinite(at->get<double>())) return std::nullopt;
    return at->get<double>();
}

std::optional<int> whole(const Json& object, const char* name) {
    const auto at = object.find(name);
    if (at == object.end() || !at->is_number_integer() || !std::in_range<int>(at->get<std::int64_t>())) return std::nullopt;
    return at->get<int>();
}

/// A rule that is on by default: null where it is off.
void put(Json& object, const char* name, std::optional<double> value, std::optional<double> usual) {
    if (value != usual) object[name] = value ? Json(*value) : Json();
}

std::optional<double> read(const Json& object, const char* name, std::optional<double> usual) {
    const auto at = object.find(name);
    if (at != object.end() && at->is_null()) return std::nullopt;
    const auto given = number(object, name);
    return given ? given : usual;
}

}  // namespace

DatasetRules noRules() {
    DatasetRules rules;
    rules.maxEmpty.reset();
    rules.minNotes.reset();
    return rules;
}

std::string toJson(const DatasetRules& rules) {
    Json object = Json::object();
    if (!rules.meters.empty()) {
        Json& list = object["meters"] = Json::array();
        for (const Meter& meter : rules.meters) list.push_back({meter.numerator, meter.denominator});
    }
    if (rules.minBars > 0) object["min_bars"] = rules.minBars;
    put(object, "max_empty", rules.maxEmpty, DatasetRules().maxEmpty);
    put(object, "min_notes", rules.minNotes, DatasetRules().minNotes);
    if (rules.maxGridError) object["max_grid_error"] = *rules.maxGridError;
    if (rules.minPolyphony) object["min_polyphony"] = *rules.minPolyphony;
    if (rules.maxPolyphony) object["max_polyphony"] = *rules.maxPolyphony;
    if (rules.lowestPitch) object["lowest_pitch"] = *rules.lowestPitch;
    if (rules.highestPitch) object["highest_pitch"] = *rules.highestPitch;
    if (!rules.tags.empty()) object["tags"] = rules.tags;
    if (rules.withoutDuplicates) object["without_duplicates"] = true;
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

DatasetRules rulesFromJson(const std::string& json) {
    DatasetRules rules;
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object()) return rules;
    if (const auto list = object.find("meters"); list != object.end() && list->is_array())
        for (const Json& entry : *list) {
            if (!entry.is_array() || entry.size() != 2 || !entry[0].is_number_integer() || !entry[1].is_number_integer())
                continue;
            const auto numerator = entry[0].get<std::int64_t>(), denominator = entry[1].get<std::int64_t>();
            if (numerator < 1 || denominator < 1 || numerator > 65'535 || denominator > 65'536) continue;
            rules.meters.push_back({static_cast<int>(numerator), static_cast<int>(denominator)});
        }
    rules.minBars = whole(object, "min_bars").value_or(0);
    rules.maxEmpty = read(object, "max_empty", rules.maxEmpty);
    rules.minNotes = read(object, "min_notes", rules.minNotes);
    rules.maxGridError = number(object, "max_grid_error");
    rules.minPolyphony = number(object, "min_polyphony");
    rules.maxPolyphony = number(object, "max_polyphony");
    rules.lowestPitch = whole(object, "lowest_pitch");
    rules.highestPitch = whole(object, "highest_pitch");
    if (const auto list = object.find("tags"); list != object.end() && list->is_array())
        for (const Json& tag : *list)
            if (tag.is_string()) rules.tags.push_back(tag.get<std::string>());
    const auto without = object.find("without_duplicates");
    rules.withoutDuplicates = without != object.end() && without->is_boolean() && without->get<bool>();
    return rules;
}

}  // namespace ricercar
