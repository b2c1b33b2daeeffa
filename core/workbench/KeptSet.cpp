// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/KeptSet.h"

#include "core/base/Error.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace ricercar {
namespace {

using Json = nlohmann::json;

Json packed(const std::vector<TrainingPiece>& pieces) {
    Json list = Json::array();
    for (const TrainingPiece& piece : pieces) {
        const PianoRoll& roll = piece.roll;
        list.push_back({{"id", validUtf8(piece.id)},
                        {"tempo", piece.tempo},
                        {"range", {roll.range().lowest, roll.range().highest}},
                        {"steps", roll.steps()},
                        {"meter", {roll.meter().numerator, roll.meter().denominator}},
                        {"offset", roll.barOffset()},
                        {"cells", Json::binary(packCells(roll))}});
    }
    return list;
}

/// Throws whatever JSON does where something is missing.
TrainingPiece unpacked(const Json& piece) {
    const PitchRange range{piece.at("range").at(0).get<int>(), piece.at("range").at(1).get<int>()};
    const Meter meter{piece.at("meter").at(0).get<int>(), piece.at("meter").at(1).get<int>()};
    const int steps = piece.at("steps").get<int>();
    const Bytes& cells = piece.at("cells").get_binary();
    // looked at before the roll is made: a damaged number must not ask for memory
    const auto count =
        range.valid() && steps >= 0 ? static_cast<std::size_t>(steps) * static_cast<std::size_t>(range.size()) : 0;
    if (!range.valid() || steps < 0 || !meter.barSteps() || cells.size() != (count + 3) / 4)
        throw Error(ErrorKind::Damaged, {MessageId::Internal, {"a piece"}});
    TrainingPiece made{piece.at("id").get<std::string>(), PianoRoll(range, steps, meter, piece.at("offset").get<int>()),
                       piece.at("tempo").get<double>()};
    unpackCells(cells, made.roll);
    return made;
}

}  // namespace

Bytes packTrainingSet(const TrainingSet& set) {
    return Json::to_cbor({{"ricercar_set", 1}, {"train", packed(set.train)}, {"validation", packed(set.validation)}});
}

TrainingSet readTrainingSet(const std::filesystem::path& path) {
    const Bytes bytes = readFile(path);
    const Json all = Json::from_cbor(bytes, true, false);
    TrainingSet set;
    try {
        if (all.at("ricercar_set").get<int>() != 1) throw Error(ErrorKind::Damaged, {MessageId::Internal, {"version"}});
        for (const Json& piece : all.at("train")) set.train.push_back(unpacked(piece));
        for (const Json& piece : all.at("validation")) set.validation.push_back(unpacked(piece));
    } catch (const std::exception&) {
        throw Error(ErrorKind::Damaged, {MessageId::RunSetDamaged, {displayPath(path)}});
    }
    return set;
}

}  // namespace ricercar
