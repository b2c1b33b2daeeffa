// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/VersionStore.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/PieceStore.h"
#include "core/dataset/RollRow.h"
#include "core/dataset/Sqlite.h"
#include "core/dataset/VersionRow.h"

#include <algorithm>
#include <string>

namespace ricercar {
namespace {

constexpr std::size_t batchProfiles = 256;

const std::string rollColumns =
    "SELECT roll.lowest, roll.highest, roll.steps, roll.meter_numerator, roll.meter_denominator, roll.bar_offset, roll.cells "
    "FROM version JOIN roll ON roll.version_id = version.id ";

/// The row of a bound SELECT; throws where there is none.
PianoRoll readRollOf(Sqlite& database, Sqlite::Statement& select, std::int64_t pieceId) {
    if (select.step()) {
        auto roll = readRoll(select, 0);
        if (!roll) database.damaged({MessageId::ReasonPieceWithoutRoll, {std::to_string(pieceId)}});
        return *std::move(roll);
    }
    if (!PieceStore(database).find(pieceId)) database.noRecord(MessageId::WorkspaceNoPiece, pieceId);
    throw Error(ErrorKind::NotFound, {MessageId::WorkspaceNoRoll, {displayPath(database.path()), pieceId}});
}

}  // namespace

void VersionStore::completeProfiles(const Task& task) {
    std::vector<std::int64_t> missing;
    {
        auto select = database_.prepare(
            "SELECT version_id FROM roll WHERE NOT EXISTS (SELECT 1 FROM profile WHERE profile.version_id = roll.version_id)");
        while (select.step()) missing.push_back(select.integer(0));
    }
    auto read = database_.prepare(rollColumns + "WHERE version.id = ?");
    for (std::size_t first = 0; first < missing.size() && !task.stopped(); first += batchProfiles) {
        std::vector<std::pair<std::int64_t, Profile>> made;
        for (std::size_t i = first; i < std::min(first + batchProfiles, missing.size()) && !task.stopped(); ++i) {
            std::optional<PianoRoll> roll;
            if (read.bind(missing[i]).step()) roll = readRoll(read, 0);
            read.run();
            if (roll) made.emplace_back(missing[i], profileOf(*roll));
        }
        Sqlite::Transaction transaction(database_);
        for (const auto& [version, profile] : made)
            if (database_.prepare("SELECT 1 FROM version WHERE id = ?").bind(version).step())
                insertProfile(database_, version, profile);
        transaction.commit();
    }
}

PianoRoll VersionStore::roll(std::int64_t pieceId) const {
    auto select = database_.prepare(
        rollColumns + "JOIN piece ON piece.id = version.piece_id AND piece.current = version.number WHERE piece.id = ?");
    select.bind(pieceId);
    return readRollOf(database_, select, pieceId);
}

PianoRoll VersionStore::roll(std::int64_t pieceId, int version) const {
    auto select = database_.prepare(rollColumns + "WHERE version.piece_id = ? AND version.number = ?");
    select.bind(pieceId).bind(version);
    return readRollOf(database_, select, pieceId);
}

void VersionStore::add(std::vector<NewPiece>& versions) {
    std::vector<int> numbers;
    std::vector<std::int64_t> scores;
    {
        Sqlite::Transaction transaction(database_);
        auto current = database_.prepare("SELECT current FROM piece WHERE id = ?");
        auto drop = database_.prepare("DELETE FROM version WHERE piece_id = ? AND number > ?");
        auto move = database_.prepare("UPDATE piece SET current = ? WHERE id = ?");
        for (const NewPiece& added : versions) {
            const std::int64_t id = added.piece.id;
            if (!current.bind(id).step()) database_.noRecord(MessageId::WorkspaceNoPiece, id);
            const int number = static_cast<int>(current.integer(0)) + 1;
            current.run();
            drop.bind(id).bind(number - 1).run();
            scores.push_back(insertVersion(database_, id, number, added.piece.recipe, added));
            move.bind(number).bind(id).run();
            numbers.push_back(number);
        }
        transaction.commit();
    }
    for (std::size_t i = 0; i < versions.size(); ++i) {
        versions[i].piece.version = numbers[i];
        versions[i].piece.versions = numbers[i] + 1;
        versions[i].piece.score = scores[i];
    }
}

void VersionStore::replace(std::vector<NewPiece>& versions) {
    std::vector<std::int64_t> scores;
    {
        Sqlite::Transaction transaction(database_);
        auto drop = database_.prepare("DELETE FROM version WHERE piece_id = ? AND number = ?");
        auto move = database_.prepare("UPDATE piece SET current = ? WHERE id = ?");
        for (const NewPiece& anew : versions) {
            const std::int64_t id = anew.piece.id;
            drop.bind(id).bind(anew.piece.version).run();
            if (database_.changes() == 0) database_.noRecord(MessageId::WorkspaceNoPiece, id);
            scores.push_back(insertVersion(database_, id, anew.piece.version, anew.piece.recipe, anew));
            move.bind(anew.piece.version).bind(id).run();
        }
        transaction.commit();
    }
    for (std::size_t i = 0; i < versions.size(); ++i) versions[i].piece.score = scores[i];
}

Bytes VersionStore::score(std::int64_t id) const {
    auto select = database_.prepare("SELECT midi FROM score WHERE id = ?");
    if (!select.bind(id).step()) database_.noRecord(MessageId::WorkspaceNoPiece, id);
    return select.blob(0);
}

std::vector<PieceVersion> VersionStore::of(std::int64_t pieceId) const {
    std::vector<PieceVersion> list;
    auto select = database_.prepare("SELECT number, recipe, state, score FROM version WHERE piece_id = ? ORDER BY number");
    select.bind(pieceId);
    while (select.step())
        list.push_back({static_cast<int>(select.integer(0)), select.text(1),
                        static_cast<PieceState>(std::clamp<std::int64_t>(select.integer(2), 0, 2)), select.integer(3)});
    return list;
}

void VersionStore::setCurrent(const std::vector<std::pair<std::int64_t, int>>& pieceAndVersion) {
    Sqlite::Transaction transaction(database_);
    {
        auto move = database_.prepare(
            "UPDATE piece SET current = ?1 WHERE id = ?2 AND EXISTS (SELECT 1 FROM version WHERE piece_id = ?2 AND number = "
            "?1)");
        for (const auto& [piece, version] : pieceAndVersion) {
            move.bind(version).bind(piece).run();
            if (database_.changes() == 0) database_.noRecord(MessageId::WorkspaceNoPiece, piece);
        }
    }
    transaction.commit();
}

std::vector<PieceProfile> VersionStore::profiles(bool imported, const Task& task) {
    completeProfiles(task);
    std::vector<PieceProfile> list;
    auto select = database_.prepare(
        "SELECT piece.id, profile.histograms, profile.fingerprint FROM piece "
        "JOIN version ON version.piece_id = piece.id AND version.number = CASE WHEN ? THEN 0 ELSE piece.current END "
        "JOIN profile ON profile.version_id = version.id ORDER BY piece.id");
    select.bind(imported);
    while (select.step() && !task.stopped()) {
        const auto profile = unpackProfile(select.blob(1), select.blob(2));
        if (!profile) database_.damaged({MessageId::ReasonPieceWithoutProfile, {std::to_string(select.integer(0))}});
        list.push_back({select.integer(0), *profile});
    }
    return list;
}

}  // namespace ricercar
