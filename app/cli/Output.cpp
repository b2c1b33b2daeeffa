// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include "core/base/Files.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdio>

namespace ricercar::cli {
namespace {

std::string printable(std::string_view text) {
    std::string clean = validUtf8(text);
    for (char& c : clean)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F) c = ' ';
    return clean;
}

bool print(std::FILE* file, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), file);
    std::fputc('\n', file);
    return std::fflush(file) == 0 && std::ferror(file) == 0;
}

}  // namespace

void Output::line(std::string_view text) const {
    if (!json && !print(results, printable(text)) && lost) lost();
}

void Output::object(const Json& object) const {
    if (json && !print(results, object.dump(-1, ' ', false, Json::error_handler_t::replace)) && lost) lost();
}

void Output::note(std::string_view text) const { print(remarks, printable(text)); }

void Output::failure(const Message& message) const {
    const std::string sentence = english(message);
    object({{"type", "error"}, {"error", messageKey(message.id)}, {"message", sentence}});
    note(sentence);
}

bool Output::flush() const { return std::fflush(results) == 0 && std::ferror(results) == 0; }

Json sentences(const std::vector<Message>& messages) {
    Json list = Json::array();
    for (const Message& message : messages) list.push_back(english(message));
    return list;
}

std::string fixed(double value, int places) {
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), "%.*f", places, value);
    return text.data();
}

std::string duration(double seconds) {
    if (!(seconds >= 0 && seconds < 1e9)) return "?";
    const long long whole = std::llround(seconds);
    std::array<char, 40> text{};
    if (whole >= 3600)
        std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
    else
        std::snprintf(text.data(), text.size(), "%lld:%02lld", whole / 60, whole % 60);
    return text.data();
}

std::string counted(long long number, std::string_view noun) {
    return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

}  // namespace ricercar::cli
