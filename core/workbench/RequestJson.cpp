// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/RequestJson.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/JsonDepth.h"
#include "core/workbench/Resources.h"
#include "core/workbench/ScaleNames.h"
#include "core/workbench/TakeFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>
#include <optional>

namespace ricercar {
namespace {

using nlohmann::json;

constexpr std::uint64_t longestRequest = std::uint64_t{1} << 26;  // bytes
constexpr std::array describing{"program", "model", "model_name", "primer_steps", "checkpoint"};
constexpr std::array styles{"flat", "accent", "profile"};

/// A value of another kind than it should be.
[[noreturn]] void wrong(const std::string& name, const json& given, MessageId allowed, std::vector<Argument> args = {}) {
    std::string text = given.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > 60) text = text.substr(0, 57) + "...";
    rejectSetting(Message{MessageId::SettingNamed, {name}}, validUtf8(text), Message{allowed, std::move(args)});
}

void read(const std::string& name, const json& given, double& value) {
    if (!given.is_number()) wrong(name, given, MessageId::ValueNumber);
    value = given.get<double>();
}

void read(const std::string& name, const json& given, int& value) {
    if (!given.is_number_integer()) wrong(name, given, MessageId::ValueWholeNumber);
    const auto wide = given.get<std::int64_t>();
    if (given.is_number_unsigned() ? given.get<std::uint64_t>() > 2'000'000'000 : wide < -2'000'000'000)
        wrong(name, given, MessageId::ValueSmallerNumber);
    value = static_cast<int>(wide);
}

void read(const std::string& name, const json& given, std::uint64_t& value) {
    if (!given.is_number_unsigned()) wrong(name, given, MessageId::ValueAtLeast, {0});
    value = given.get<std::uint64_t>();
}

void read(const std::string& name, const json& given, bool& value) {
    if (!given.is_boolean()) wrong(name, given, MessageId::ValueEither, {"true", "false"});
    value = given.get<bool>();
}

void read(const std::string& name, const json& given, std::string& value) {
    if (!given.is_string()) wrong(name, given, MessageId::ValueText);
    value = given.get<std::string>();
}

/// Whole numbers, so many of them.
std::vector<int> integers(const std::string& name, const json& given, std::size_t least, std::size_t most, MessageId allowed) {
    if (!given.is_array() || given.size() < least || given.size() > most) wrong(name, given, allowed);
    std::vector<int> values;
    for (const json& one : given) {
        if (!one.is_number_integer()) wrong(name, given, allowed);
        read(name, one, values.emplace_back());
    }
    return values;
}

Meter meterOf(const std::string& name, const json& given) {
    Meter meter;
    if (!given.is_string() ||
        std::sscanf(given.get<std::string>().c_str(), "%3d/%3d", &meter.numerator, &meter.denominator) != 2 ||
        meter.text() != given.get<std::string>() || !meter.barSteps())
        wrong(name, given, MessageId::ValueWholeBar);
    return meter;
}

void readCurve(const std::string& name, const json& given, double& number, DrawCurve& curve) {
    curve.clear();
    if (given.is_number()) return read(name, given, number);
    if (!given.is_array() || given.empty() || given.size() > 100'000) wrong(name, given, MessageId::ValueCurve);
    for (const json& point : given) {
        if (!point.is_array() || point.size() != 2 || !point[0].is_number() || !point[1].is_number())
            wrong(name, point, MessageId::ValueCurve);
        curve.push_back({point[0].get<double>(), point[1].get<double>()});
    }
}

void readScale(const json& given, TakeRequest& request) {
    std::uint16_t& classes = request.settings.constraints.pitchClasses;
    request.primerScale = false;
    if (given == "primer") {
        request.primerScale = true;
    } else if (given.is_string()) {
        const auto scale = scaleFromText(given.get<std::string>());
        if (!scale) wrong("scale", given, MessageId::ValueScale);
        classes = scale->pitchClasses();
    } else {
        unsigned bits = 0;
        for (const int pitch : integers("scale", given, 1, 12, MessageId::ValueScale)) {
            if (pitch < 0 || pitch > 11) wrong("scale", given, MessageId::ValueScale);
            bits |= 1U << pitch;
        }
        classes = static_cast<std::uint16_t>(bits);
    }
}

void readForced(const json& given, std::vector<ForcedCell>& forced) {
    if (!given.is_array() || given.size() > 2'000'000) wrong("forced", given, MessageId::ValueCells);
    forced.clear();
    for (const json& one : given) {
        std::vector<int> cell = integers("forced", one, 3, 5, MessageId::ValueCells);
        if (cell.size() == 4 || cell[2] < 0 || cell[2] > 3) wrong("forced", one, MessageId::ValueCells);
        cell.resize(5, 1);
        forced.push_back({cell[0], cell[1], static_cast<Cell>(cell[2]), cell[3], cell[4]});
    }
}

void readForm(const json& given, TakeRequest& request) {
    request.form.clear();
    request.settings.returns.clear();
    if (given.is_string()) return read("form", given, request.form);
    if (!given.is_array() || given.size() > 100'000) wrong("form", given, MessageId::ValueForm);
    for (const json& one : given) {
        if (!one.is_object()) wrong("form", one, MessageId::ValueForm);
        BarReturn& back = request.settings.returns.emplace_back();
        for (const auto& [name, value] : one.items()) {
            if (name == "from")
                read(name, value, back.from);
            else if (name == "bars")
                read(name, value, back.bars);
            else if (name == "to")
                read(name, value, back.to);
            else if (name == "looseness")
                read(name, value, back.looseness);
            else
                wrong("form: " + name, value, MessageId::ValueForm);
        }
    }
}

json primerJson(const PianoRoll& roll) {
    json written{
        {"meter", roll.meter().text()}, {"offset", roll.barOffset()}, {"steps", roll.steps()}, {"notes", json::array()}};
    for (const RollNote& note : notesOf(roll)) written["notes"].push_back({note.start, note.length, note.pitch});
    return written;
}

void readGivenPrimer(const json& given, const std::filesystem::path& folder, TakeRequest& request) {
    request.settings.primer.reset();
    request.primer.clear();
    if (given.is_string()) {
        if (!given.get<std::string>().empty()) request.primer = folder / std::filesystem::path(given.get<std::string>());
        return;
    }
    if (!given.is_object()) wrong("primer", given, MessageId::ValueText);
    Meter meter;
    int offset = 0, steps = 0;
    json notes = json::array();
    for (const auto& [name, value] : given.items()) {
        if (name == "meter")
            meter = meterOf("primer: meter", value);
        else if (name == "offset")
            read("primer: offset", value, offset);
        else if (name == "steps")
            read("primer: steps", value, steps);
        else if (name == "notes")
            notes = value;
        else
            wrong("primer: " + name, value, MessageId::ValueOneOf, {"meter, offset, steps, notes"});
    }
    if (steps < 0 || steps > 1'000'000) wrong("primer: steps", steps, MessageId::ValueRange, {0, 1'000'000});
    if (offset < 0 || offset >= *meter.barSteps())
        wrong("primer: offset", offset, MessageId::ValueRange, {0, *meter.barSteps() - 1});
    if (!notes.is_array()) wrong("primer: notes", notes, MessageId::ValueWholeNumbers);
    PianoRoll roll(fullRange, steps, meter, offset);
    for (const json& one : notes) {
        const std::vector<int> note = integers("primer: notes", one, 3, 3, MessageId::ValueWholeNumbers);
        if (note[0] < 0 || note[0] >= steps || note[1] < 1 || note[1] > steps || !fullRange.contains(note[2]))
            wrong("primer: notes", one, MessageId::ValueWholeNumbers);
        roll.addNote(note[0], note[1], note[2]);
    }
    request.settings.primer = std::move(roll);
}

json openingJson(const OpeningChoice& opening) {
    json written{{"candidates", opening.candidates}, {"voices", opening.voices}, {"notes", opening.notes}};
    if (opening.seed) written["seed"] = *opening.seed;
    return written;
}

void readOpening(const json& given, OpeningChoice& opening) {
    if (!given.is_object()) wrong("opening", given, MessageId::ValueSettings);
    opening = {};
    for (const auto& [name, value] : given.items()) {
        const std::string whole = "opening: " + name;
        if (name == "candidates")
            read(whole, value, opening.candidates);
        else if (name == "voices")
            read(whole, value, opening.voices);
        else if (name == "notes")
            read(whole, value, opening.notes);
        else if (name == "seed")
            read(whole, value, opening.seed.emplace());
        else
            wrong(whole, value, MessageId::ValueOneOf, {"candidates, voices, notes, seed"});
    }
}

json styleJson(const PlayingStyle& style) {
    json written{{"program", style.program},   {"velocities", styles.at(static_cast<std::size_t>(style.velocities))},
                 {"velocity", style.velocity}, {"accent", style.accent},
                 {"swing", style.swing},       {"legato", style.legato}};
    if (!style.profile.empty()) written["profile"] = style.profile;
    return written;
}

void readStyle(const json& given, PlayingStyle& style) {
    if (!given.is_object()) wrong("style", given, MessageId::ValueSettings);
    for (const auto& [name, value] : given.items()) {
        if (name == "program")
            read(name, value, style.program);
        else if (name == "velocity")
            read(name, value, style.velocity);
        else if (name == "accent")
            read(name, value, style.accent);
        else if (name == "swing")
            read(name, value, style.swing);
        else if (name == "legato")
            read(name, value, style.legato);
        else if (name == "profile")
            style.profile = integers(name, value, 0, 4096, MessageId::ValueWholeNumbers);
        else if (name == "velocities") {
            const auto* const found = std::ranges::find_if(styles, [&](const char* one) { return value == one; });
            if (found == styles.end()) wrong(name, value, MessageId::ValueOneOf, {"flat, accent, profile"});
            style.velocities = static_cast<Velocities>(found - styles.begin());
        } else {
            wrong("style: " + name, value, MessageId::ValueOneOf,
                  {"program, velocities, velocity, accent, profile, swing, legato"});
        }
    }
    validate(style);
}

using Reader = std::function<void(const json&)>;

/// Calls visit(name, member) for each plain setting, so that reading and writing share one list.
template <typename Request, typename Visit>
void eachPlain(Request& request, Visit&& visit) {
    auto& settings = request.settings;
    visit("bars", request.bars);
    visit("steps", request.steps);
    visit("variations", request.variations);
    visit("seed", settings.seed);
    visit("floor", settings.floor);
    visit("key_floor", settings.keyFloor);
    visit("density", settings.density);
    visit("density_guard", settings.densityGuard);
    visit("silence_guard", settings.silenceGuard);
    visit("tempo", request.tempo);
    visit("primer_bars", request.primerBars);
    visit("voices", settings.constraints.voices);
    visit("shortest", settings.constraints.shortest);
    visit("longest", settings.constraints.longest);
    visit("particles", settings.particles);
    visit("looseness", request.looseness);
    visit("parent", request.parent);
}

std::map<std::string, Reader> readersOf(TakeRequest& request, const std::filesystem::path& folder) {
    std::map<std::string, Reader> readers;
    eachPlain(request, [&](const char* name, auto& member) {
        readers[name] = [name, &member](const json& value) { read(name, value, member); };
    });
    SampleSettings& settings = request.settings;
    readers["temperature"] = [&](const json& value) {
        readCurve("temperature", value, settings.temperature, settings.temperatureCurve);
    };
    readers["conservativity"] = [&](const json& value) {
        readCurve("conservativity", value, settings.conservativity, settings.conservativityCurve);
    };
    readers["meter"] = [&](const json& value) { request.meter = meterOf("meter", value); };
    readers["primer"] = [&, folder](const json& value) { readGivenPrimer(value, folder, request); };
    readers["drawn_from"] = [&](const json& value) { read("drawn_from", value, settings.drawnFrom.emplace()); };
    readers["range"] = [&](const json& value) {
        settings.constraints.range.reset();
        if (value.is_null()) return;
        const std::vector<int> ends = integers("range", value, 2, 2, MessageId::ValuePitchEnds);
        settings.constraints.range = PitchRange{ends[0], ends[1]};
    };
    readers["scale"] = [&](const json& value) { readScale(value, request); };
    readers["forced"] = [&](const json& value) { readForced(value, settings.forced); };
    readers["form"] = [&](const json& value) { readForm(value, request); };
    readers["opening"] = [&](const json& value) { readOpening(value, settings.opening); };
    readers["style"] = [&](const json& value) { readStyle(value, request.style); };
    for (const char* name : describing) readers[name] = [](const json&) {};
    return readers;
}

json parsed(const std::string& text) {
    if (nestedTooDeep(text))
        rejectSetting(Message{MessageId::SettingRequest, {}}, Message{MessageId::ValueTooDeep, {}},
                      Message{MessageId::ValueSettings, {}});
    try {
        json given = json::parse(text);
        if (!given.is_object())
            rejectSetting(Message{MessageId::SettingRequest, {}}, given.type_name(), Message{MessageId::ValueSettings, {}});
        return given;
    } catch (const json::parse_error& error) {
        const auto line =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size())), '\n') + 1;
        throw Error(ErrorKind::Invalid, {MessageId::RequestNotJson, {line, error.byte}});
    } catch (const json::exception&) {
        rejectSetting(Message{MessageId::SettingRequest, {}}, Message{MessageId::ValueTooLarge, {}},
                      Message{MessageId::ValueFiniteNumber, {}});
    }
}

std::filesystem::path modelFile(const json& given, const std::filesystem::path& folder) {
    std::string name;
    if (given.contains("checkpoint")) {
        read("checkpoint", given["checkpoint"], name);
        return folder / std::filesystem::path(name);
    }
    if (!given.contains("model_name")) return {};
    read("model_name", given["model_name"], name);
    for (const ShippedModel& model : shippedModels())
        if (model.name == name) return model.file;
    return {};
}

}  // namespace

json requestJson(const TakeRequest& request) {
    const TakeRequest plain;
    const SampleSettings& settings = request.settings;
    const Constraints& constraints = settings.constraints;
    json written = json::object();
    eachPlain(request, [&](const char* name, const auto& member) { written[name] = member; });
    const auto curve = [&](const char* name, double number, const DrawCurve& points) {
        written[name] = number;
        if (!points.empty()) written[name] = json::array();
        for (const CurvePoint& point : points) written[name].push_back({point.bar, point.value});
    };
    curve("temperature", settings.temperature, settings.temperatureCurve);
    curve("conservativity", settings.conservativity, settings.conservativityCurve);
    if (request.meter) written["meter"] = request.meter->text();
    if (!request.primer.empty()) written["primer"] = displayPath(request.primer);
    if (request.primer.empty() && settings.primer) written["primer"] = primerJson(*settings.primer);
    if (settings.drawnFrom) written["drawn_from"] = *settings.drawnFrom;
    written["range"] = nullptr;
    if (constraints.range) written["range"] = {constraints.range->lowest, constraints.range->highest};
    written["opening"] = openingJson(settings.opening);
    if (request.primerScale) written["scale"] = "primer";
    for (int pitch = 0; !request.primerScale && constraints.pitchClasses != allPitchClasses && pitch < 12; ++pitch)
        if (((unsigned{constraints.pitchClasses} >> pitch) & 1U) != 0) written["scale"].push_back(pitch);
    for (const ForcedCell& cell : settings.forced) {
        if (cell.steps == 1 && cell.pitches == 1)
            written["forced"].push_back({cell.step, cell.pitch, cell.cell});
        else
            written["forced"].push_back({cell.step, cell.pitch, cell.cell, cell.steps, cell.pitches});
    }
    if (!request.form.empty()) written["form"] = request.form;
    if (request.form.empty())
        for (const BarReturn& back : settings.returns)
            written["form"].push_back(
                {{"from", back.from}, {"bars", back.bars}, {"to", back.to}, {"looseness", back.looseness}});
    if (request.style != plain.style) written["style"] = styleJson(request.style);
    if (!request.modelHash.empty()) written["model"] = request.modelHash;
    if (!request.modelName.empty()) written["model_name"] = validUtf8(request.modelName);
    if (!request.checkpoint.empty()) written["checkpoint"] = displayPath(request.checkpoint);
    return written;
}

std::string toJson(const TakeRequest& request) { return requestJson(request).dump(2) + "\n"; }

void readFields(const json& fields, const std::filesystem::path& folder, TakeRequest& request) {
    const std::map<std::string, Reader> readers = readersOf(request, folder);
    for (const auto& [name, value] : fields.items()) {
        const auto reader = readers.find(name);
        if (reader == readers.end()) {
            std::string known;
            for (const auto& [other, unused] : readers) known += (known.empty() ? "" : ", ") + other;
            wrong(name, value, MessageId::ValueOneOf, {known});
        }
        reader->second(value);
    }
    if (fields.contains("model")) read("model", fields["model"], request.modelHash);
    if (fields.contains("model_name")) read("model_name", fields["model_name"], request.modelName);
    validate(request);
}

TakeRequest takeRequestFromJson(const std::string& text, const std::filesystem::path& folder,
                                const std::filesystem::path& checkpoint) {
    const json given = parsed(text);
    TakeRequest request;
    request.checkpoint = checkpoint.empty() ? modelFile(given, folder) : checkpoint;
    if (!request.checkpoint.empty()) useDefaults(request.settings, loadCheckpointHeader(request.checkpoint));
    readFields(given, folder, request);
    return request;
}

TakeRequest readTakeRequest(const std::filesystem::path& file, const std::filesystem::path& checkpoint) {
    if (const auto take = readTakeFile(file)) return requestOf(*take, checkpoint);
    const Bytes bytes = readFile(file, longestRequest);
    return takeRequestFromJson(std::string(bytes.begin(), bytes.end()), file.parent_path(), checkpoint);
}

std::optional<PlayingStyle> styleOf(const Take& take) {
    if (take.settings.find("\"style\"") == std::string::npos || nestedTooDeep(take.settings)) return std::nullopt;
    const json described = json::parse(take.settings, nullptr, false);
    if (!described.is_object() || !described.contains("style")) return std::nullopt;
    try {
        PlayingStyle style;
        readStyle(described["style"], style);
        return style;
    } catch (const Error&) {  // of another program
        return std::nullopt;
    }
}

TakeRequest requestOf(const Take& take, const std::filesystem::path& checkpoint) {
    const json given = parsed(take.settings);
    TakeRequest request;  // a take tells all that is not plain: the model's own way is not asked
    request.checkpoint = checkpoint.empty() ? modelFile(given, {}) : checkpoint;
    readFields(given, {}, request);
    request.primer.clear();
    request.settings.primer.reset();
    if (take.primerSteps > 0) request.settings.primer = take.roll.excerpt(0, take.primerSteps);
    return request;
}

}  // namespace ricercar
