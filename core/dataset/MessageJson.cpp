// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/MessageJson.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace ricercar {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 8;

Json written(const Message& message) {
    Json args = Json::array();
    for (const Argument& argument : message.args)
        args.push_back(argument.text()     ? Json(*argument.text())
                       : argument.number() ? Json(*argument.number())
                                           : written(*argument.fragment()));
    return {{"id", messageKey(message.id)}, {"args", std::move(args)}};
}

std::optional<Message> read(const Json& entry, int depth) {
    if (depth > deepest || !entry.is_object() || !entry.contains("id") || !entry["id"].is_string()) return std::nullopt;
    const auto id = messageFromKey(entry["id"].get<std::string>());
    if (!id) return std::nullopt;
    Message message{*id, {}};
    if (!entry.contains("args") || !entry["args"].is_array()) return message;
    for (const Json& argument : entry["args"]) {
        if (argument.is_number_integer()) {
            message.args.emplace_back(argument.get<std::int64_t>());
        } else if (auto fragment = read(argument, depth + 1)) {
            message.args.emplace_back(*std::move(fragment));
        } else {
            message.args.emplace_back(argument.is_string() ? argument.get<std::string>() : std::string());
        }
    }
    return message;
}

}  // namespace

std::string toJson(const std::vector<Message>& messages) {
    Json list = Json::array();
    for (const Message& message : messages) list.push_back(written(message));
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<Message> messagesFromJson(const std::string& json) {
    std::vector<Message> messages;
    const Json list = Json::parse(json, nullptr, false);
    if (!list.is_array()) return messages;
    for (const Json& entry : list)
        if (auto message = read(entry, 0)) messages.push_back(*std::move(message));
    return messages;
}

}  // namespace ricercar
