// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Piece.h"
#include "core/dataset/Sqlite.h"

#include <string>

namespace ricercar {

/// The columns of table piece but `id` and `current`, and those of table version from `state` on: names with commas between.
const std::string& fileColumns();
const std::string& musicColumns();
/// As many question marks as there are columns.
std::string marksFor(const std::string& columns);
void bindFile(Sqlite::Statement& statement, const Piece& piece);
void bindMusic(Sqlite::Statement& statement, const Piece& piece);

/// SELECT of whole pieces without their tags, up to FROM and JOIN, to be followed by WHERE or ORDER BY.
const std::string& selectPieces();
Piece readPiece(const Sqlite::Statement& row);

}  // namespace ricercar
