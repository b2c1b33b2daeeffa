// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/VersionRow.h"

#include "core/dataset/PieceRow.h"
#include "core/dataset/RollRow.h"

#include <span>
#include <vector>

namespace ricercar {

std::int64_t insertVersion(Sqlite& database, std::int64_t pieceId, int number, const std::string& recipe,
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
    if (content.profile) insertProfile(database, id, *content.profile);
    return piece.score;
}

void insertProfile(Sqlite& database, std::int64_t versionId, const Profile& profile) {
    const std::vector<std::uint8_t> histograms = packHistograms(profile.histograms);
    const std::vector<std::uint8_t> fingerprint = packFingerprint(profile.fingerprint);
    auto insert = database.prepare("INSERT OR REPLACE INTO profile (version_id, histograms, fingerprint) VALUES (?, ?, ?)");
    insert.bind(versionId).bind(histograms).bind(fingerprint).run();
}

}  // namespace ricercar
