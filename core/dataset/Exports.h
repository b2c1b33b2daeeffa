// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Task.h"
#include "core/dataset/DatasetPlan.h"
#include "core/dataset/Workspace.h"

#include <filesystem>
#include <span>
#include <string>
#include <unordered_map>

namespace ricercar {

/// As tables name them: "train", "validation", "test", "off"; "accepted", "accepted with warnings", "rejected".
const char* nameOf(Subset subset);
const char* nameOf(PieceState state);

/// A table of pieces as CSV (RFC 4180, UTF-8, names of the columns first, numbers with a point): a row a piece, in order. With
/// a plan and kinships: the subset, why the piece is off, its duplicates.
std::string piecesCsv(std::span<const Piece> pieces, const std::unordered_map<std::int64_t, Membership>& plan = {},
                      const std::unordered_map<std::int64_t, DuplicateRelation>& kinships = {});

/// The rolls in a plan as MIDI files of 16th notes, in folders "train", "validation" and "test" below `folder`; those that are
/// off are left out. Names are "0012 Title.mid", by the pieces' ids. Stopped: what was written stays. Gives the number of
/// files. Throws Error (Unwritable, or of the workspace).
int exportMidi(const Workspace& workspace, const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan,
               const std::filesystem::path& folder, const Task& task = {});

/// The same as NumPy arrays, "0012 Title.npy".
int exportNumpy(const Workspace& workspace, const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan,
                const std::filesystem::path& folder, const Task& task = {});

/// A roll in NumPy's format 1.0: uint8 [steps, pitches, 2], play and articulate, the lowest pitch of its range first.
Bytes numpyArray(const PianoRoll& roll);

}  // namespace ricercar
