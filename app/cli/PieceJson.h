// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"
#include "core/dataset/PieceReader.h"

#include <optional>
#include <string>

namespace ricercar::cli {

/// Why a piece was rejected: the first of its remarks.
std::optional<Message> rejectionOf(const Piece& piece);
/// The other remarks.
std::vector<Message> warningsOf(const Piece& piece);

/// A piece with its facts.
Json pieceObject(const Piece& piece);

/// "D minor", "no key"
std::string keyName(const KeyEstimate& key);

}  // namespace ricercar::cli
