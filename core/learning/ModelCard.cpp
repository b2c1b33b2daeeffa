// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/ModelCard.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/JsonDepth.h"
#include "core/learning/CardJson.h"

namespace ricercar {

using nlohmann::json;

namespace {

template <typename Card, typename Visit>
void eachText(Card& card, Visit&& visit) {
    visit("title", card.title);
    visit("data", card.data);
    visit("licence", card.licence);
    visit("recipe", card.recipe);
    visit("figures", card.figures);
    visit("limits", card.limits);
}

}  // namespace

json cardJson(const ModelCard& card) {
    json written = json::object();
    eachText(card, [&](const char* name, const std::string& text) { written[name] = validUtf8(text); });
    return written;
}

ModelCard cardFromJson(const json& given) {
    if (!given.is_object())
        rejectSetting(Message{MessageId::SettingCard, {}}, given.type_name(), Message{MessageId::ValueTextsObject, {}});
    ModelCard card;
    json rest = given;
    std::string known;
    eachText(card, [&](const char* name, std::string& text) {
        known += (known.empty() ? "" : ", ") + std::string(name);
        if (!given.contains(name)) return;
        if (!given[name].is_string()) rejectSetting(name, validUtf8(given[name].dump()), Message{MessageId::ValueText, {}});
        text = given[name].get<std::string>();
        rest.erase(name);
    });
    if (!rest.empty())
        rejectSetting(Message{MessageId::SettingCardText, {}}, validUtf8(rest.begin().key()),
                      Message{MessageId::ValueOneOf, {known}});
    return card;
}

json drawJson(const DrawDefaults& draw) {
    json written{
        {"temperature", draw.temperature}, {"conservativity", draw.conservativity}, {"floor", draw.floor},
        {"key_floor", draw.keyFloor},      {"density_guard", draw.densityGuard},    {"silence_guard", draw.silenceGuard},
        {"density", draw.density}};
    if (draw.range) written["range"] = {draw.range->lowest, draw.range->highest};
    written["opening"] = {
        {"candidates", draw.opening.candidates}, {"voices", draw.opening.voices}, {"notes", draw.opening.notes}};
    return written;
}

DrawDefaults drawFromJson(const json& given) {
    DrawDefaults draw;
    draw.temperature = given.value("temperature", draw.temperature);
    draw.conservativity = given.value("conservativity", draw.conservativity);
    draw.floor = given.value("floor", draw.floor);
    draw.densityGuard = given.value("density_guard", draw.densityGuard);
    draw.silenceGuard = given.value("silence_guard", draw.silenceGuard);
    draw.keyFloor = given.value("key_floor", draw.keyFloor);
    draw.density = given.value("density", draw.density);
    if (given.contains("range")) draw.range = PitchRange{given["range"].at(0).get<int>(), given["range"].at(1).get<int>()};
    if (given.contains("opening")) {
        const json& opening = given["opening"];
        draw.opening = {opening.value("candidates", 1), opening.value("voices", 0.0), opening.value("notes", 0.0)};
    }
    return draw;
}

ModelCard modelCardFromJson(const std::string& text) {
    if (nestedTooDeep(text))
        rejectSetting(Message{MessageId::SettingCard, {}}, Message{MessageId::ValueTooDeep, {}},
                      Message{MessageId::ValueTextsObject, {}});
    const json given = json::parse(text, nullptr, false);
    if (given.is_discarded()) rejectSetting(Message{MessageId::SettingCard, {}}, Message{MessageId::ValueAsItIs, {}}, "JSON");
    return cardFromJson(given);
}

std::string toJson(const ModelCard& card) { return cardJson(card).dump(2); }

}  // namespace ricercar
