// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/PieceRow.h"

#include <nlohmann/json.hpp>
#include "core/dataset/MessageJson.h"

#include <algorithm>
#include <type_traits>

namespace ricercar {
namespace {

// The columns and the fields that stand in them: one list to write and to read.

template <class AnyPiece, class Visitor>
void visitFile(AnyPiece& piece, Visitor&& visit) {
    visit("file_hash", piece.fileHash);
    visit("part", piece.part);
    visit("parts", piece.parts);
    visit("path", piece.path);
    visit("title", piece.title);
    visit("tracks", piece.tracks);
    visit("file_notes", piece.fileNotes);
    visit("fixed_side", piece.fixedSubset);
}

template <class AnyPiece, class Visitor>
void visitMusic(AnyPiece& piece, Visitor&& visit) {
    visit("state", piece.state);
    visit("remarks", piece.remarks);
    visit("meter_numerator", piece.meter.numerator);
    visit("meter_denominator", piece.meter.denominator);
    visit("tempo", piece.tempo);
    visit("slowest", piece.slowest);
    visit("fastest", piece.fastest);
    visit("channels", piece.channels);
    visit("voices", piece.voices);
    visit("steps", piece.steps);
    visit("bar_offset", piece.barOffset);
    visit("grid_notes", piece.report.notes);
    visit("grid_out_of_range", piece.report.outOfRange);
    visit("grid_drums", piece.report.drums);
    visit("grid_lengthened", piece.report.lengthened);
    visit("grid_merged", piece.report.merged);
    visit("grid_mean_error", piece.report.meanError);
    visit("grid_p95_error", piece.report.p95Error);
    visit("grid_pickup_steps", piece.report.pickupSteps);
    visit("grid_pickup_detected", piece.report.pickupDetected);
    visit("notes", piece.statistics.notes);
    visit("lowest_pitch", piece.statistics.lowestPitch);
    visit("highest_pitch", piece.statistics.highestPitch);
    visit("mean_polyphony", piece.statistics.meanPolyphony);
    visit("max_polyphony", piece.statistics.maxPolyphony);
    visit("median_polyphony", piece.statistics.medianPolyphony);
    visit("empty_bars", piece.statistics.emptyBars);
    visit("bars", piece.statistics.bars);
    visit("key_tonic", piece.key.tonic);
    visit("key_minor", piece.key.minor);
    visit("key_correlation", piece.key.correlation);
    visit("key_margin", piece.key.margin);
    visit("score", piece.score);
}

template <class Visit>
std::string namesBy(Visit&& visit) {
    std::string names;
    visit([&](const char* name, const auto&) { names += (names.empty() ? "" : ", ") + std::string(name); });
    return names;
}

const auto bindTo = [](Sqlite::Statement& statement) {
    return [&statement](const char*, const auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (std::is_same_v<Field, PieceState>)
            statement.bind(static_cast<int>(field));
        else if constexpr (std::is_same_v<Field, std::optional<Subset>>)
            statement.bind(field ? static_cast<int>(*field) : -1);
        else if constexpr (std::is_same_v<Field, std::vector<Message>>)
            statement.bind(toJson(field));
        else if constexpr (std::is_same_v<Field, std::uint16_t>)
            statement.bind(static_cast<int>(field));
        else
            statement.bind(field);
    };
};

}  // namespace

const std::string& fileColumns() {
    static const std::string names = namesBy([](auto&& visitor) {
        const Piece piece;
        visitFile(piece, visitor);
    });
    return names;
}

const std::string& musicColumns() {
    static const std::string names = namesBy([](auto&& visitor) {
        const Piece piece;
        visitMusic(piece, visitor);
    });
    return names;
}

std::string marksFor(const std::string& columns) {
    std::string marks = "?";
    for (const char c : columns)
        if (c == ',') marks += ", ?";
    return marks;
}

void bindFile(Sqlite::Statement& statement, const Piece& piece) { visitFile(piece, bindTo(statement)); }

void bindMusic(Sqlite::Statement& statement, const Piece& piece) { visitMusic(piece, bindTo(statement)); }

const std::string& selectPieces() {
    static const std::string sql =
        "SELECT piece.id, piece.current, (SELECT count(*) FROM version WHERE piece_id = piece.id), version.recipe, " +
        fileColumns() + ", " + musicColumns() +
        " FROM piece JOIN version ON version.piece_id = piece.id AND version.number = piece.current";
    return sql;
}

Piece readPiece(const Sqlite::Statement& row) {
    Piece piece;
    piece.id = row.integer(0);
    piece.version = static_cast<int>(row.integer(1));
    piece.versions = static_cast<int>(row.integer(2));
    piece.recipe = row.text(3);
    int column = 4;
    const auto read = [&](const char*, auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (std::is_same_v<Field, PieceState>)
            field = static_cast<PieceState>(std::clamp<std::int64_t>(row.integer(column), 0, 2));
        else if constexpr (std::is_same_v<Field, std::optional<Subset>>)
            field = row.integer(column) >= 0 && row.integer(column) <= 2
                        ? std::optional(static_cast<Subset>(row.integer(column)))
                        : std::nullopt;
        else if constexpr (std::is_same_v<Field, std::vector<Message>>)
            field = messagesFromJson(row.text(column));
        else if constexpr (std::is_same_v<Field, std::string>)
            field = row.text(column);
        else if constexpr (std::is_same_v<Field, double>)
            field = row.real(column);
        else if constexpr (std::is_same_v<Field, bool>)
            field = row.integer(column) != 0;
        else
            field = static_cast<Field>(row.integer(column));
        ++column;
    };
    visitFile(piece, read);
    visitMusic(piece, read);
    return piece;
}

}  // namespace ricercar
