// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/dataset/Piece.h"
#include "core/dataset/Profile.h"
#include "core/music/PianoRoll.h"

#include <memory>
#include <optional>

namespace ricercar {

/// A piece, or a version of one, with its music, on its way into a workspace.
struct NewPiece {
    Piece piece;
    PianoRoll roll;                         ///< empty: there is none (a rejected piece may have one)
    std::optional<Profile> profile{};       ///< of the roll; nothing: computed when it is needed
    std::shared_ptr<const Bytes> source{};  ///< the file; nothing: it is not kept, or is there already
    std::shared_ptr<const Bytes> score{};   ///< edited, MIDI; nothing: piece.score says what the recipe begins with
};

}  // namespace ricercar
