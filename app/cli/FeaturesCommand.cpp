// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ImportFlags.h"
#include "app/cli/OutputFile.h"
#include "app/cli/PieceJson.h"
#include "core/base/Error.h"
#include "core/base/Numpy.h"
#include "core/learning/PieceFeatures.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace ricercar::cli {
namespace {

constexpr std::size_t largest = std::size_t{1} << 31;  // bytes

struct Request {
    std::string input, npy, csv;
    std::string layout = "seed";
    int part = 0;
    int from = 0;
    int steps = 0;
    ImportFlags flags;
};

/// The part that was asked for, or the first one that is music to learn from. Throws Error.
PianoRoll rollOf(const Request& request) {
    FileReading reading = readPieces(request.input, request.flags.chosen());
    for (std::size_t i = 0; i < reading.pieces.size(); ++i) {
        auto& made = reading.pieces[i];
        const bool wanted = request.part > 0 ? static_cast<std::size_t>(request.part) == i + 1 : !rejectionOf(made.piece);
        if (!wanted) continue;
        if (made.roll.steps() == 0) throw Error(ErrorKind::Unsupported, rejectionOf(made.piece).value());
        return std::move(made.roll);
    }
    if (request.part > 0) rejectSetting("--part", request.part, Message{MessageId::ValueRange, {1, reading.pieces.size()}});
    throw Error(ErrorKind::Unsupported, rejectionOf(reading.pieces.at(0).piece).value());
}

/// A row for a step and a pitch, a column for a feature, named as the layout has it.
std::string csvOf(const std::vector<float>& values, FeatureLayout layout, const PianoRoll& roll, int first) {
    std::string csv = "step,pitch";
    for (const FeatureSpan& span : shownSpans(layout))
        for (int i = 0; i < span.width; ++i) {
            csv += ",";
            csv += span.name;
            if (span.width > 1) csv += "_" + std::to_string(i);
        }
    csv += "\r\n";
    const std::size_t columns = static_cast<std::size_t>(shownFeatures(layout)), rows = values.size() / columns;
    const auto pitches = static_cast<std::size_t>(roll.pitches());
    std::array<char, 32> number{};
    for (std::size_t row = 0; row < rows; ++row) {
        csv += std::to_string(first + static_cast<int>(row / pitches)) + "," +
               std::to_string(roll.range().lowest + static_cast<int>(row % pitches));
        for (std::size_t i = 0; i < columns; ++i) {
            const auto end = std::to_chars(number.data(), number.data() + number.size(), values[row * columns + i]).ptr;
            csv += ',';
            csv.append(number.data(), end);
        }
        csv += "\r\n";
    }
    return csv;
}

int features(const Context& context, const Request& request) {
    for (const std::string& file : {request.npy, request.csv})
        if (!file.empty()) checkWritable(file);
    const PianoRoll roll = rollOf(request);
    const int first = std::min(request.from, roll.steps());
    const int count = request.steps > 0 ? std::min(request.steps, roll.steps() - first) : roll.steps() - first;
    ModelConfig config;
    config.range = roll.range();
    config.layout = request.layout == "seed" ? FeatureLayout::Seed : FeatureLayout::Remembering;
    const auto columns = static_cast<std::size_t>(shownFeatures(config.layout));
    const std::size_t step = static_cast<std::size_t>(roll.pitches()) * columns;
    const std::size_t each = sizeof(float) * step * (request.csv.empty() ? 1 : 4);  // a number as text is longer
    if (static_cast<std::size_t>(count) > largest / each)
        rejectSetting("--steps", count, Message{MessageId::ValueAtMost, {largest / each}});
    std::vector<float> values(static_cast<std::size_t>(count) * step);
    const PieceFeatures made(config, roll);
    for (int i = 0; i < count; ++i) {
        if (context.stop.stop_requested()) return Stopped;
        made.shown(first + i, values.data() + static_cast<std::size_t>(i) * step);
    }
    const std::array shape{static_cast<std::size_t>(count), static_cast<std::size_t>(roll.pitches()), columns};
    if (!request.npy.empty()) writeFile(request.npy, numpyArray(values, shape));
    if (!request.csv.empty()) writeFile(request.csv, csvOf(values, config.layout, roll, first));
    const std::string output = request.npy.empty() ? request.csv : request.npy;
    context.out.object({{"output", displayPath(output)},
                        {"first_step", first},
                        {"steps", count},
                        {"lowest_pitch", roll.range().lowest},
                        {"pitches", roll.pitches()},
                        {"features", columns}});
    context.out.line(displayPath(output) + ": " + counted(count, "step") + ", " + std::to_string(roll.pitches()) +
                     " pitches, " + std::to_string(columns) + " features");
    return Ok;
}

}  // namespace

void addFeaturesCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("features", "Write the features of a MIDI file, as the model sees them");
    auto request = std::make_shared<Request>();
    command->add_option("FILE", request->input, "The MIDI file")->required();
    auto* npy = command->add_option("--npy", request->npy, "A NumPy file, float32 [steps, pitches, features]");
    auto* csv = command->add_option("--csv", request->csv, "A table, a row for a step and a pitch");
    command->add_option("--layout", request->layout, "seed (79 features), or remembering")
        ->check(CLI::IsMember({"seed", "remembering"}))
        ->capture_default_str();
    command->add_option("--part", request->part, "The part of the file, from 1 (default: the first that can be learnt from)")
        ->check(CLI::Range(1, 1'000'000));
    command->add_option("--from", request->from, "The first step")->check(CLI::Range(0, 100'000'000))->capture_default_str();
    command->add_option("--steps", request->steps, "How many steps (default: all)")->check(CLI::Range(1, 100'000'000));
    request->flags.addTo(*command);
    command->add_flag("--json", context.out.json, "One object");
    command->callback([&context, request, npy, csv] {
        if (npy->count() + csv->count() == 0) throw CLI::RequiredError("--npy or --csv");
        context.run = [&context, request] { return features(context, *request); };
    });
}

}  // namespace ricercar::cli
