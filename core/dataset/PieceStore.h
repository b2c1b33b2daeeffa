// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/dataset/NewPiece.h"
#include "core/dataset/Piece.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace ricercar {

class Sqlite;

/// The imported files of a workspace and the pieces in them, with their tags. Contract: Workspace.
class PieceStore {
public:
    explicit PieceStore(Sqlite& database) : database_(database) {}

    /// A piece that is there already (file hash and part) keeps its id, tags and subsets by hand; its versions are replaced by
    /// the new one. Fills in the ids.
    void add(std::vector<NewPiece>& pieces);
    /// The same, but a file that is there (another connection may have been faster) is left as it is, and its pieces taken out
    /// of the list. Pieces without a source always come in. The number of such files.
    int addNewFiles(std::vector<NewPiece>& pieces);
    [[nodiscard]] std::vector<Piece> all() const;  ///< by id
    [[nodiscard]] std::optional<Piece> find(std::int64_t id) const;
    [[nodiscard]] bool hasFile(const std::string& fileHash) const;
    [[nodiscard]] std::unordered_set<std::string> fileHashes() const;
    /// The bytes of an imported file. Throws Error NotFound (SourceMissing, with `path` of the piece) where they were not kept.
    [[nodiscard]] Bytes source(const Piece& piece) const;

    void addTag(const std::vector<std::int64_t>& pieceIds, const std::string& tag);
    void removeTag(const std::vector<std::int64_t>& pieceIds, const std::string& tag);

    void remove(const std::vector<std::int64_t>& ids);
    void removeFile(const std::string& fileHash);  ///< every part of it
    /// All there is to some pieces: versions, rolls, files, tags, subsets by hand. Opaque; for `restore` in this workspace.
    struct Removed;
    /// Removes them, with what is needed to undo it.
    [[nodiscard]] std::shared_ptr<const Removed> take(const std::vector<std::int64_t>& ids);
    /// Undo of `take`: with the ids they had. A piece of a file that came in again meanwhile stays out.
    void restore(const Removed& pieces);

private:
    void insert(std::vector<NewPiece>& pieces);

    Sqlite& database_;
};

}  // namespace ricercar
