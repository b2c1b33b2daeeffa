// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/RollFile.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/MidiFinder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <string_view>

namespace ricercar {
namespace {

constexpr std::uint64_t longestRolls = std::uint64_t{256} << 20;

constexpr std::size_t headBytes = 4096;

bool rollsBegin(std::string_view begin) {
    std::string head(begin);
    std::erase_if(head, [](unsigned char c) { return std::isspace(c) != 0; });
    return head.starts_with('{') &&
           (head.find("\"train\":[") != std::string::npos || head.find("\"valid\":[") != std::string::npos ||
            head.find("\"test\":[") != std::string::npos);
}

/// A piece as it is read, before the step (and so the bar) is known.
struct Frames {
    std::vector<std::uint8_t> pitches;
    std::vector<std::size_t> ends;  ///< of each frame in `pitches`
};

/// Takes the JSON piece by piece as it is parsed: a tree of it all would be many times the file's size.
class Reader : public nlohmann::json_sax<nlohmann::json> {
public:
    std::string name;
    std::string step;
    std::array<std::vector<Frames>, 3> splits;  ///< train, valid, test
    std::array<bool, 3> seen{};
    std::optional<Message> problem;

    bool key(string_t& key) override {
        if (depth_ != 1) return true;
        key_ = key;
        split_ = key == "train" ? 0 : key == "valid" ? 1 : key == "test" ? 2 : none;
        return true;
    }
    bool start_object(std::size_t) override {
        if (depth_ > 0 && split_ != none) return refuse(MessageId::ReasonObjectIn, {validUtf8(key_)});
        return enter();
    }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override {
        if (depth_ == 0) return refuse(MessageId::ReasonListForObject);
        if (!enter()) return false;
        if (split_ == none) return true;
        if (depth_ == 2) seen[split_] = true;
        if (depth_ == 3) splits[split_].emplace_back();
        return depth_ <= inFrame || refuse(MessageId::ReasonListsTooDeepIn, {validUtf8(key_)});
    }
    bool end_array() override {
        if (split_ != none && depth_ == inFrame) {
            Frames& piece = splits[split_].back();
            piece.ends.push_back(piece.pitches.size());
        }
        return leave();
    }
    bool number_integer(number_integer_t value) override {
        return number(value, value == 0 || pianoRange.contains(clamp(value)));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return number_integer(value > 1000 ? 1000 : static_cast<number_integer_t>(value));
    }
    bool string(string_t& value) override {
        if (depth_ == 1 && key_ == "name") name = value;
        if (depth_ == 1 && key_ == "step") step = value;
        return other();
    }
    bool null() override { return other(); }
    bool boolean(bool) override { return other(); }
    bool number_float(number_float_t, const string_t&) override { return other(); }
    bool binary(binary_t&) override { return other(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return refuse(MessageId::ReasonJsonBroken, {position});
    }

private:
    static constexpr std::size_t none = 3;
    static constexpr int inFrame = 4;  // object, split, piece, frame

    static int clamp(number_integer_t value) { return value < 0 ? -1 : value > 1000 ? 1000 : static_cast<int>(value); }
    bool enter() { return ++depth_ <= 100 || refuse(MessageId::ReasonListsTooDeep); }
    bool leave() {
        --depth_;
        return true;
    }
    bool refuse(MessageId why, std::vector<Argument> args = {}) {
        if (!problem) problem = Message{why, std::move(args)};
        return false;
    }
    bool other() { return split_ == none || refuse(MessageId::ReasonNoPitchIn, {validUtf8(key_)}); }
    bool number(number_integer_t value, bool allowed) {
        if (split_ == none) return depth_ > 0 || refuse(MessageId::ReasonNumberForObject);
        if (depth_ != inFrame) return refuse(MessageId::ReasonNumberOutsideFrame, {validUtf8(key_)});
        if (!allowed) return refuse(MessageId::ReasonPitchOutside, {value});
        if (value != 0) splits[split_].back().pitches.push_back(static_cast<std::uint8_t>(value));  // 0: the voice is silent
        return true;
    }

    std::string key_;
    std::size_t split_ = none;
    int depth_ = 0;  // of objects and lists in each other
};

PianoRoll rollOf(const Frames& piece, Meter meter) {
    PianoRoll roll(pianoRange, static_cast<int>(piece.ends.size()), meter);
    std::size_t at = 0;
    for (int step = 0; step < roll.steps(); ++step)
        for (; at < piece.ends[static_cast<std::size_t>(step)]; ++at) {
            const int pitch = piece.pitches[at];
            roll.set(step, pitch, roll.plays(step - 1, pitch) ? playBit : static_cast<Cell>(playBit | articulateBit));
        }
    return roll;
}

std::vector<PianoRoll> rollsOf(const std::vector<Frames>& pieces, Meter meter) {
    std::vector<PianoRoll> rolls;
    rolls.reserve(pieces.size());
    for (const Frames& piece : pieces) rolls.push_back(rollOf(piece, meter));
    return rolls;
}

Meter meterOf(const std::string& step) {
    if (step.find("quarter") != std::string::npos) return {1, 4};
    if (step.find("sixteenth") != std::string::npos || step.find("16th") != std::string::npos) return {4, 4};
    return {2, 4};
}

}  // namespace

const std::vector<PianoRoll>& RollFile::split(const std::string& which) const {
    if (which == "train") return train;
    if (which == "valid") return valid;
    if (which == "test") return test;
    rejectSetting("split", which, Message{MessageId::ValueOneOf, {"train, valid, test"}});
}

bool namedAsRolls(const std::filesystem::path& path) { return lowerExtension(path) == ".json"; }

bool beginsAsRolls(const std::filesystem::path& path) {
    if (!namedAsRolls(path)) return false;
    std::array<char, headBytes> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    return rollsBegin({head.data(), static_cast<std::size_t>(file.gcount())});
}

bool beginAsRolls(std::span<const std::uint8_t> bytes) {
    return rollsBegin({reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), headBytes)});
}

RollFile readRollFile(const std::filesystem::path& path) {
    return readRollFile(readFile(path, longestRolls), displayPath(path));
}

RollFile readRollFile(std::span<const std::uint8_t> bytes, const std::string& name) {
    const auto damaged = [&](const Message& why) {
        return Error(ErrorKind::Damaged, {MessageId::RollFileDamaged, {name, why}});
    };
    Reader reader;
    if (!nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &reader))
        throw damaged(reader.problem.value_or(Message{MessageId::ReasonJsonBroken, {bytes.size()}}));
    constexpr std::array names{"train", "valid", "test"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!reader.seen[i]) throw damaged({MessageId::ReasonNoSplit, {names[i]}});
    const Meter meter = meterOf(reader.step);
    return {reader.name, reader.step, rollsOf(reader.splits[0], meter), rollsOf(reader.splits[1], meter),
            rollsOf(reader.splits[2], meter)};
}

}  // namespace ricercar
