// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/PieceStore.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/PieceRow.h"
#include "core/dataset/Sqlite.h"
#include "core/dataset/VersionRow.h"

#include <algorithm>
#include <string>

namespace ricercar {
namespace {

const std::string& insertPiece() {
    static const std::string sql = [] {
        std::string updates;
        std::string name;
        for (const char c : fileColumns() + ",") {
            if (c == ',') {
                updates += name + " = excluded." + name + ", ";
                name.clear();
            } else if (c != ' ') {
                name += c;
            }
        }
        return "INSERT INTO piece (" + fileColumns() + ", current) VALUES (" + marksFor(fileColumns()) +
               ", 0) ON CONFLICT (file_hash, part) DO UPDATE SET " + updates + "current = 0 RETURNING id";
    }();
    return sql;
}

/// Of tables that say which piece they mean: sources that no piece needs.
void dropSources(Sqlite& database) {
    database.prepare("DELETE FROM source WHERE hash NOT IN (SELECT file_hash FROM piece)").run();
}

}  // namespace

void PieceStore::insert(std::vector<NewPiece>& pieces) {
    auto insert = database_.prepare(insertPiece());
    auto drop = database_.prepare("DELETE FROM version WHERE piece_id = ?");
    auto keep = database_.prepare("INSERT OR IGNORE INTO source (hash, bytes) VALUES (?, ?)");
    const Bytes* kept = nullptr;
    for (NewPiece& added : pieces) {
        bindFile(insert, added.piece);
        insert.step();
        const std::int64_t id = insert.integer(0);
        insert.run();
        drop.bind(id).run();
        insertVersion(database_, id, 0, added.piece.recipe, added);
        added.piece.id = id;
        added.piece.version = 0;
        added.piece.versions = 1;
        if (!added.source || added.source.get() == kept) continue;
        kept = added.source.get();
        keep.bind(added.piece.fileHash).bind(std::span<const std::uint8_t>(*kept)).run();
    }
}

void PieceStore::add(std::vector<NewPiece>& pieces) {
    Sqlite::Transaction transaction(database_);
    insert(pieces);
    transaction.commit();
}

int PieceStore::addNewFiles(std::vector<NewPiece>& pieces) {
    Sqlite::Transaction transaction(database_);
    std::unordered_set<std::string> there;
    for (const NewPiece& added : pieces)
        if (added.source && hasFile(added.piece.fileHash)) there.insert(added.piece.fileHash);
    std::erase_if(pieces, [&](const NewPiece& added) { return added.source && there.contains(added.piece.fileHash); });
    insert(pieces);
    transaction.commit();
    return static_cast<int>(there.size());
}

std::vector<Piece> PieceStore::all() const {
    std::vector<Piece> list;
    auto select = database_.prepare(selectPieces() + " ORDER BY piece.id");
    while (select.step()) list.push_back(readPiece(select));
    auto tags = database_.prepare("SELECT piece_id, tag FROM tag ORDER BY piece_id, tag");
    for (auto piece = list.begin(); tags.step();) {
        const std::int64_t id = tags.integer(0);
        while (piece != list.end() && piece->id < id) ++piece;
        if (piece != list.end() && piece->id == id) piece->tags.push_back(tags.text(1));
    }
    return list;
}

std::optional<Piece> PieceStore::find(std::int64_t id) const {
    auto select = database_.prepare(selectPieces() + " WHERE piece.id = ?");
    select.bind(id);
    if (!select.step()) return std::nullopt;
    Piece piece = readPiece(select);
    auto tags = database_.prepare("SELECT tag FROM tag WHERE piece_id = ? ORDER BY tag");
    tags.bind(id);
    while (tags.step()) piece.tags.push_back(tags.text(0));
    return piece;
}

bool PieceStore::hasFile(const std::string& fileHash) const {
    auto select = database_.prepare("SELECT 1 FROM piece WHERE file_hash = ? LIMIT 1");
    return select.bind(fileHash).step();
}

std::unordered_set<std::string> PieceStore::fileHashes() const {
    std::unordered_set<std::string> hashes;
    auto select = database_.prepare("SELECT DISTINCT file_hash FROM piece");
    while (select.step()) hashes.insert(select.text(0));
    return hashes;
}

Bytes PieceStore::source(const Piece& piece) const {
    auto select = database_.prepare("SELECT bytes FROM source WHERE hash = ?");
    if (!select.bind(piece.fileHash).step()) throw Error(ErrorKind::NotFound, {MessageId::SourceMissing, {piece.path}});
    return select.blob(0);
}

void PieceStore::remove(const std::vector<std::int64_t>& ids) {
    Sqlite::Transaction transaction(database_);
    {
        auto remove = database_.prepare("DELETE FROM piece WHERE id = ?");
        for (const std::int64_t id : ids) remove.bind(id).run();
    }
    dropSources(database_);
    transaction.commit();
}

void PieceStore::removeFile(const std::string& fileHash) {
    Sqlite::Transaction transaction(database_);
    database_.prepare("DELETE FROM piece WHERE file_hash = ?").bind(fileHash).run();
    dropSources(database_);
    transaction.commit();
}

void PieceStore::addTag(const std::vector<std::int64_t>& pieceIds, const std::string& tag) {
    Sqlite::Transaction transaction(database_);
    {
        auto insert = database_.prepare("INSERT OR IGNORE INTO tag (piece_id, tag) SELECT id, ? FROM piece WHERE id = ?");
        for (const std::int64_t id : pieceIds) insert.bind(tag).bind(id).run();
    }
    transaction.commit();
}

void PieceStore::removeTag(const std::vector<std::int64_t>& pieceIds, const std::string& tag) {
    Sqlite::Transaction transaction(database_);
    {
        auto remove = database_.prepare("DELETE FROM tag WHERE tag = ? AND piece_id = ?");
        for (const std::int64_t id : pieceIds) remove.bind(tag).bind(id).run();
    }
    transaction.commit();
}

}  // namespace ricercar
