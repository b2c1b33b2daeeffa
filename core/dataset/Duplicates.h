// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/Piece.h"
#include "core/dataset/Workspace.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace ricercar {

/// How a piece relates to those that were imported before it.
struct DuplicateRelation {
    std::int64_t group = 0;                 ///< id of the piece that leads its group: the first of all its relatives, or itself
    std::int64_t same = 0;                  ///< the first piece with the same roll; 0: none
    std::int64_t near = 0;                  ///< the first one it is nearly the same as, transposed or at another tempo; 0: none
    std::vector<std::int64_t> otherGroups;  ///< leaders of further groups it is near to, which stay apart
};

/// Groups of pieces that are the same music, found in the order of ids: a newcomer joins the group of its earliest relative and
/// never changes what is said of those before it. The parts of a file share a group, and what one repeats of another is
/// no duplicate; published rolls (Piece::fixedSubset) are groups of their own. `profiles`: of the imported versions, by id, so
/// that no remedy moves a piece. A stopped task leaves the rest unrelated.
std::unordered_map<std::int64_t, DuplicateRelation> findKinships(const std::vector<Piece>& pieces,
                                                                 const std::vector<PieceProfile>& profiles,
                                                                 const Task& task = {});

}  // namespace ricercar
