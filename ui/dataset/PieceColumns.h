// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/DatasetPlan.h"

#include <QString>

#include <span>
#include <variant>

namespace ricercar {

/// All that is known of a piece in the current dataset.
struct PieceFacts {
    const Piece& piece;
    const Membership* membership = nullptr;      ///< nothing: not planned yet
    const DuplicateRelation* kinship = nullptr;  ///< nothing: not compared yet
    const Piece* relative = nullptr;             ///< the one it duplicates
    const Membership* before = nullptr;          ///< what it was without the rules that are tried out; nothing: none are
};

/// A fact of a piece as the table shows it.
struct PieceColumn {
    const char* id;  ///< in the settings; never changed
    const char* name;
    const char* tip;  ///< what is meant, in a sentence
    QString (*text)(const PieceFacts&);
    /// What it is sorted by; nothing: the text.
    double (*number)(const PieceFacts&) = nullptr;
    bool shown = false;  ///< at first
    int letters = 5;     ///< width at first
    bool right = false;  ///< aligned so

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString tooltip() const;
};

/// All columns, the title first.
std::span<const PieceColumn> pieceColumns();
/// By its id.
int pieceColumn(const char* id);

/// What was repaired or why it was rejected, else its figures in a line.
QString pieceDetail(const Piece& piece);
/// All remarks, and why the dataset leaves it out; a sentence a line.
QString pieceReasons(const PieceFacts& facts);

}  // namespace ricercar
