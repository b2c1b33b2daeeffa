// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/PieceRow.h"
#include "core/dataset/WorkspaceImpl.h"

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

std::int64_t Workspace::Impl::insertVersion(std::int64_t pieceId, int number, const std::string& recipe,
                                            const NewPiece& content) {
    Piece piece = content.piece;
    if (content.score) {
        database.prepare("INSERT INTO score (midi) VALUES (?)").bind(std::span<const std::uint8_t>(*content.score)).run();
        piece.score = database.lastId();
    }
    static const std::string sql = "INSERT INTO version (piece_id, number, recipe, " + musicColumns() + ") VALUES (?, ?, ?, " +
                                   marksFor(musicColumns()) + ")";
    auto insert = database.prepare(sql);
    bindMusic(insert.bind(pieceId).bind(number).bind(recipe), piece);
    insert.run();
    if (content.roll.steps() == 0) return piece.score;
    const std::int64_t id = database.lastId();
    auto store = database.prepare(
        "INSERT INTO roll (version_id, lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    bindRoll(store.bind(id), content.roll);
    store.run();
    if (content.profile) insertProfile(id, *content.profile);
    return piece.score;
}

void Workspace::Impl::insertPieces(std::vector<NewPiece>& pieces) {
    auto insert = database.prepare(insertPiece());
    auto drop = database.prepare("DELETE FROM version WHERE piece_id = ?");
    auto keep = database.prepare("INSERT OR IGNORE INTO source (hash, bytes) VALUES (?, ?)");
    const Bytes* kept = nullptr;
    for (NewPiece& added : pieces) {
        bindFile(insert, added.piece);
        insert.step();
        const std::int64_t id = insert.integer(0);
        insert.run();
        drop.bind(id).run();
        insertVersion(id, 0, added.piece.recipe, added);
        added.piece.id = id;
        added.piece.version = 0;
        added.piece.versions = 1;
        if (!added.source || added.source.get() == kept) continue;
        kept = added.source.get();
        keep.bind(added.piece.fileHash).bind(std::span<const std::uint8_t>(*kept)).run();
    }
}

void Workspace::addPieces(std::vector<NewPiece>& pieces) {
    Sqlite::Transaction transaction(impl_->database);
    impl_->insertPieces(pieces);
    transaction.commit();
}

int Workspace::addNewFiles(std::vector<NewPiece>& pieces) {
    Sqlite::Transaction transaction(impl_->database);
    std::unordered_set<std::string> there;
    for (const NewPiece& added : pieces)
        if (added.source && hasFile(added.piece.fileHash)) there.insert(added.piece.fileHash);
    std::erase_if(pieces, [&](const NewPiece& added) { return added.source && there.contains(added.piece.fileHash); });
    impl_->insertPieces(pieces);
    transaction.commit();
    return static_cast<int>(there.size());
}

std::vector<Piece> Workspace::pieces() const {
    std::vector<Piece> list;
    auto select = impl_->database.prepare(selectPieces() + " ORDER BY piece.id");
    while (select.step()) list.push_back(readPiece(select));
    auto tags = impl_->database.prepare("SELECT piece_id, tag FROM tag ORDER BY piece_id, tag");
    for (auto piece = list.begin(); tags.step();) {
        const std::int64_t id = tags.integer(0);
        while (piece != list.end() && piece->id < id) ++piece;
        if (piece != list.end() && piece->id == id) piece->tags.push_back(tags.text(1));
    }
    return list;
}

std::optional<Piece> Workspace::piece(std::int64_t id) const {
    auto select = impl_->database.prepare(selectPieces() + " WHERE piece.id = ?");
    select.bind(id);
    if (!select.step()) return std::nullopt;
    Piece piece = readPiece(select);
    auto tags = impl_->database.prepare("SELECT tag FROM tag WHERE piece_id = ? ORDER BY tag");
    tags.bind(id);
    while (tags.step()) piece.tags.push_back(tags.text(0));
    return piece;
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

Bytes Workspace::source(const Piece& piece) const {
    auto select = impl_->database.prepare("SELECT bytes FROM source WHERE hash = ?");
    if (!select.bind(piece.fileHash).step()) throw Error(ErrorKind::NotFound, {MessageId::SourceMissing, {piece.path}});
    return select.blob(0);
}

void Workspace::removePieces(const std::vector<std::int64_t>& ids) {
    Sqlite::Transaction transaction(impl_->database);
    {
        auto remove = impl_->database.prepare("DELETE FROM piece WHERE id = ?");
        for (const std::int64_t id : ids) remove.bind(id).run();
    }
    dropSources(impl_->database);
    transaction.commit();
}

void Workspace::removeFile(const std::string& fileHash) {
    Sqlite::Transaction transaction(impl_->database);
    impl_->database.prepare("DELETE FROM piece WHERE file_hash = ?").bind(fileHash).run();
    dropSources(impl_->database);
    transaction.commit();
}

void Workspace::addTag(const std::vector<std::int64_t>& pieceIds, const std::string& tag) {
    Sqlite::Transaction transaction(impl_->database);
    {
        auto insert = impl_->database.prepare("INSERT OR IGNORE INTO tag (piece_id, tag) SELECT id, ? FROM piece WHERE id = ?");
        for (const std::int64_t id : pieceIds) insert.bind(tag).bind(id).run();
    }
    transaction.commit();
}

void Workspace::removeTag(const std::vector<std::int64_t>& pieceIds, const std::string& tag) {
    Sqlite::Transaction transaction(impl_->database);
    {
        auto remove = impl_->database.prepare("DELETE FROM tag WHERE tag = ? AND piece_id = ?");
        for (const std::int64_t id : pieceIds) remove.bind(tag).bind(id).run();
    }
    transaction.commit();
}

}  // namespace ricercar
