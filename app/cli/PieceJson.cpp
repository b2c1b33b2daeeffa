// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PieceJson.h"

#include "core/dataset/Exports.h"

#include <nlohmann/json.hpp>

namespace ricercar::cli {

std::optional<Message> rejectionOf(const Piece& piece) {
    if (piece.state != PieceState::Rejected || piece.remarks.empty()) return std::nullopt;
    return piece.remarks.front();
}

std::vector<Message> warningsOf(const Piece& piece) {
    const bool rejected = piece.state == PieceState::Rejected && !piece.remarks.empty();
    return {piece.remarks.begin() + (rejected ? 1 : 0), piece.remarks.end()};
}

std::string keyName(const KeyEstimate& key) {
    const std::string text = keyText(key);
    return text.empty() ? "no key" : text;
}

Json pieceObject(const Piece& piece) {
    const auto rejection = rejectionOf(piece);
    const bool sounding = piece.statistics.notes > 0;
    Json object{{"part", piece.part},
                {"title", piece.title},
                {"state", nameOf(piece.state)},
                {"accepted", piece.state != PieceState::Rejected},
                {"reason", rejection ? Json(english(*rejection)) : Json()},
                {"reason_key", rejection ? Json(messageKey(rejection->id)) : Json()},
                {"meter", piece.meter.text()},
                {"tempo", piece.tempo},
                {"tempo_range", {piece.slowest, piece.fastest}},
                {"steps", piece.steps},
                {"bars", piece.statistics.bars},
                {"empty_bars", piece.statistics.emptyBars},
                {"notes", piece.report.notes},
                {"tracks", piece.tracks},
                {"voices", piece.voices},
                {"channels", channelsOf(piece)},
                {"pitch_range", sounding ? Json{piece.statistics.lowestPitch, piece.statistics.highestPitch} : Json()},
                {"pickup_steps", piece.report.pickupSteps},
                {"pickup_found", piece.report.pickupDetected},
                {"left_out", {{"out_of_range", piece.report.outOfRange}, {"drums", piece.report.drums}}},
                {"quantisation_error", {{"mean", piece.report.meanError}, {"p95", piece.report.p95Error}}},
                {"polyphony",
                 {{"mean", piece.statistics.meanPolyphony},
                  {"median", piece.statistics.medianPolyphony},
                  {"max", piece.statistics.maxPolyphony}}},
                {"key", piece.steps > 0 ? Json(keyName(piece.key)) : Json()},
                {"key_certainty", {{"correlation", piece.key.correlation}, {"margin", piece.key.margin}}},
                {"warnings", sentences(warningsOf(piece))}};
    return object;
}

}  // namespace ricercar::cli
