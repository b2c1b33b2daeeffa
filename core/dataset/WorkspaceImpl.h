// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Folders.h"
#include "core/dataset/Sqlite.h"
#include "core/dataset/Workspace.h"

#include <filesystem>
#include <memory>

namespace ricercar {

class Workspace::Impl {
public:
    explicit Impl(const std::filesystem::path& path, bool make = true) : database(path, make) {}

    [[noreturn]] void noRecord(MessageId message, std::int64_t id) const;
    /// Its content makes no sense, though SQLite can read it.
    [[noreturn]] void damaged(const Message& what) const;

    /// Within a transaction: a version with its roll, profile and score, whose id it gives. The piece's `current` is left to
    /// the caller.
    std::int64_t insertVersion(std::int64_t pieceId, int number, const std::string& recipe, const NewPiece& content);
    /// Within a transaction: pieces as addPieces has them. Fills in the ids.
    void insertPieces(std::vector<NewPiece>& pieces);
    void insertProfile(std::int64_t versionId, const Profile& profile);
    /// Computes and writes the profiles that are missing.
    void completeProfiles(const Task& task);
    /// The row of a bound SELECT; throws where there is none.
    [[nodiscard]] PianoRoll readRollOf(Sqlite::Statement& select, std::int64_t pieceId, const Workspace& workspace) const;
    [[nodiscard]] TakeRow readTake(const Sqlite::Statement& row) const;

    std::filesystem::path original;           ///< what the database is a copy of; empty: it is none
    std::unique_ptr<TemporaryFolder> folder;  ///< of the copy
    Sqlite database;                          ///< closed first
};

/// Columns lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells.
void bindRoll(Sqlite::Statement& statement, const PianoRoll& roll);
/// Whether the columns, from `first` on, make a roll: looked at before one is made, since a damaged number must not ask for
/// memory.
bool isRoll(const Sqlite::Statement& row, int first);
/// The roll; nothing where they make none.
std::optional<PianoRoll> readRoll(const Sqlite::Statement& row, int first);

}  // namespace ricercar
