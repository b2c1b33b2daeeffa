// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/NewPiece.h"
#include "core/dataset/Sqlite.h"

#include <cstdint>
#include <string>

namespace ricercar {

/// Within a transaction: a version with its roll, profile and score, whose id it gives. The piece's `current` is left to the
/// caller.
std::int64_t insertVersion(Sqlite& database, std::int64_t pieceId, int number, const std::string& recipe,
                           const NewPiece& content);
void insertProfile(Sqlite& database, std::int64_t versionId, const Profile& profile);

}  // namespace ricercar
