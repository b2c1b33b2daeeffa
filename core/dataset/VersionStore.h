// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Task.h"
#include "core/dataset/NewPiece.h"
#include "core/dataset/Profile.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ricercar {

class Sqlite;

/// One state of a piece on its way from the imported one.
struct PieceVersion {
    int number = 0;
    std::string recipe;  ///< JSON: the remedies that made it from the source
    PieceState state = PieceState::Accepted;
    std::int64_t score = 0;  ///< the edited score that the recipe begins with; 0: the imported file
};

struct PieceProfile {
    std::int64_t pieceId = 0;
    Profile profile;
};

/// The versions of a workspace's pieces: their rolls, edited scores and profiles. Contract: Workspace.
class VersionStore {
public:
    explicit VersionStore(Sqlite& database) : database_(database) {}

    /// A new current version of each piece (by piece.id, with piece.recipe): it follows the one that was current, and versions
    /// beyond that are dropped. Fills in the numbers. All or nothing: NotFound for a piece that is not there.
    void add(std::vector<NewPiece>& versions);
    /// The versions of those numbers (by piece.id and piece.version) anew, with other music, and current; those beyond stay.
    /// Each brings its score. All or nothing.
    void replace(std::vector<NewPiece>& versions);
    [[nodiscard]] std::vector<PieceVersion> of(std::int64_t pieceId) const;  ///< by number
    /// Undo and redo: makes the version of that number the current one of its piece. All or nothing.
    void setCurrent(const std::vector<std::pair<std::int64_t, int>>& pieceAndVersion);

    /// Of the current version, or of the one with that number. Throws Error NotFound for a piece without a roll.
    [[nodiscard]] PianoRoll roll(std::int64_t pieceId) const;
    [[nodiscard]] PianoRoll roll(std::int64_t pieceId, int version) const;
    /// The MIDI bytes of an edited score. Throws Error NotFound.
    [[nodiscard]] Bytes score(std::int64_t id) const;
    /// Of the pieces' current versions, or of the imported ones, by id; without those that have no roll. What is not in the
    /// file yet is computed and written. Stopped: what was there.
    [[nodiscard]] std::vector<PieceProfile> profiles(bool imported = false, const Task& task = {});

private:
    void completeProfiles(const Task& task);

    Sqlite& database_;
};

}  // namespace ricercar
