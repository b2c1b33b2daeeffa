#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/WorkspaceImpl.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <type_traits>

namespace ricercar {
namespace {

/// The columns of the table and the fields that stand in them, `id` apart: one list to write and to read.
template <class AnyPiece, class Visitor>
void visitColumns(AnyPiece& piece, Visitor&& visit) {
    visit("file_hash", piece.fileHash);
    visit("part", piece.part);
    visit("parts", piece.parts);
    visit("path", piece.path);
    visit("title", piece.title);
    visit("state", piece.state);
    visit("remarks", piece.remarks);
    visit("meter_numerator", piece.meter.numerator);
    visit("meter_denominator", piece.meter.denominator);
    visit("tempo", piece.tempo);
    visit("steps", piece.steps);
    visit("bar_offset", piece.barOffset);
    visit("tracks", piece.tracks);
    visit("file_notes", piece.fileNotes);
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
}

std::string remarksToJson(const std::vector<Message>& remarks) {
    nlohmann::json list = nlohmann::json::array();
    for (const Message& remark : remarks) list.push_back({{"id", messageKey(remark.id)}, {"args", remark.args}});
    return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A remark that is not understood is left out: it does not change the music.
std::vector<Message> remarksFromJson(const std::string& text) {
    std::vector<Message> remarks;
    const nlohmann::json list = nlohmann::json::parse(text, nullptr, false);
    if (!list.is_array()) return remarks;
    for (const nlohmann::json& entry : list) {
        if (!entry.is_object() || !entry.contains("id") || !entry["id"].is_string()) continue;
        const auto id = messageFromKey(entry["id"].get<std::string>());
        if (!id) continue;
        Message remark{*id, {}};
        if (entry.contains("args") && entry["args"].is_array())
            for (const nlohmann::json& arg : entry["args"])
                remark.args.push_back(arg.is_string() ? arg.get<std::string>() : "");
        remarks.push_back(std::move(remark));
    }
    return remarks;
}

std::string columnNames() {
    std::string names;
    const Piece piece;
    visitColumns(piece, [&](const char* name, const auto&) { names += (names.empty() ? "" : ", ") + std::string(name); });
    return names;
}

const std::string& insertSql() {
    static const std::string sql = [] {
        std::string marks;
        std::string updates;
        const Piece piece;
        visitColumns(piece, [&](const char* name, const auto&) {
            marks += marks.empty() ? "?" : ", ?";
            updates += (updates.empty() ? "" : ", ") + std::string(name) + " = excluded." + name;
        });
        return "INSERT INTO piece (" + columnNames() + ") VALUES (" + marks + ") ON CONFLICT (file_hash, part) DO UPDATE SET " +
               updates + " RETURNING id";
    }();
    return sql;
}

const std::string& selectSql() {
    static const std::string sql = "SELECT id, " + columnNames() + " FROM piece";
    return sql;
}

void bindPiece(Sqlite::Statement& statement, const Piece& piece) {
    visitColumns(piece, [&](const char*, const auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (std::is_same_v<Field, PieceState>)
            statement.bind(static_cast<int>(field));
        else if constexpr (std::is_same_v<Field, std::vector<Message>>)
            statement.bind(remarksToJson(field));
        else
            statement.bind(field);
    });
}

Piece readPiece(const Sqlite::Statement& row) {
    Piece piece;
    piece.id = row.integer(0);
    int column = 1;
    visitColumns(piece, [&](const char*, auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (std::is_same_v<Field, PieceState>)
            field = static_cast<PieceState>(std::clamp<std::int64_t>(row.integer(column), 0, 2));
        else if constexpr (std::is_same_v<Field, std::vector<Message>>)
            field = remarksFromJson(row.text(column));
        else if constexpr (std::is_same_v<Field, std::string>)
            field = row.text(column);
        else if constexpr (std::is_same_v<Field, double>)
            field = row.real(column);
        else if constexpr (std::is_same_v<Field, bool>)
            field = row.integer(column) != 0;
        else
            field = static_cast<Field>(row.integer(column));
        ++column;
    });
    return piece;
}

}  // namespace

void Workspace::addPieces(std::vector<NewPiece>& pieces) {
    Sqlite& database = impl_->database;
    std::vector<std::int64_t> ids;
    ids.reserve(pieces.size());
    {
        Sqlite::Transaction transaction(database);
        auto insert = database.prepare(insertSql());
        auto drop = database.prepare("DELETE FROM roll WHERE piece_id = ?");
        auto store = database.prepare(
            "INSERT INTO roll (piece_id, lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        for (const NewPiece& added : pieces) {
            bindPiece(insert, added.piece);
            insert.step();
            ids.push_back(insert.integer(0));
            insert.run();
            drop.bind(ids.back()).run();
            if (added.piece.state == PieceState::Rejected) continue;
            bindRoll(store.bind(ids.back()), added.roll);
            store.run();
        }
        transaction.commit();
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i].piece.id = ids[i];
}

std::vector<Piece> Workspace::pieces() const {
    std::vector<Piece> list;
    auto select = impl_->database.prepare(selectSql() + " ORDER BY id");
    while (select.step()) list.push_back(readPiece(select));
    return list;
}

std::optional<Piece> Workspace::piece(std::int64_t id) const {
    auto select = impl_->database.prepare(selectSql() + " WHERE id = ?");
    select.bind(id);
    if (!select.step()) return std::nullopt;
    return readPiece(select);
}

bool Workspace::hasFile(const std::string& fileHash) const {
    auto select = impl_->database.prepare("SELECT 1 FROM piece WHERE file_hash = ? LIMIT 1");
    return select.bind(fileHash).step();
}

std::unordered_set<std::string> Workspace::fileHashes() const {
    std::unordered_set<std::string> hashes;
    auto select = impl_->database.prepare("SELECT DISTINCT file_hash FROM piece");
    while (select.step()) hashes.insert(select.text(0));
    return hashes;
}

PianoRoll Workspace::roll(std::int64_t pieceId) const {
    auto select = impl_->database.prepare(
        "SELECT lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells FROM roll WHERE piece_id = ?");
    select.bind(pieceId);
    if (select.step()) {
        auto roll = readRoll(select, 0);
        if (!roll) impl_->damaged("piece " + std::to_string(pieceId) + " holds no roll");
        return *std::move(roll);
    }
    if (!piece(pieceId)) impl_->noRecord("piece", pieceId);
    throw Error(ErrorKind::NotFound, {MessageId::WorkspaceNoRoll, {displayPath(path()), std::to_string(pieceId)}});
}

void Workspace::removePieces(const std::vector<std::int64_t>& ids) {
    Sqlite::Transaction transaction(impl_->database);
    {
        auto remove = impl_->database.prepare("DELETE FROM piece WHERE id = ?");
        for (const std::int64_t id : ids) remove.bind(id).run();
    }
    transaction.commit();
}

void Workspace::removeFile(const std::string& fileHash) {
    impl_->database.prepare("DELETE FROM piece WHERE file_hash = ?").bind(fileHash).run();
}

}  // namespace ricercar
