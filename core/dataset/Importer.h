// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/MidiFinder.h"
#include "core/dataset/PieceReader.h"
#include "core/dataset/Workspace.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace ricercar {

struct ImportReport {
    int files = 0;       ///< MIDI files found, those in archives among them
    int known = 0;       ///< of these, files the workspace had already, or of the same bytes as another one
    int accepted = 0;    ///< pieces, with warnings or without
    int rejected = 0;    ///< pieces
    int unreadable = 0;  ///< folders, and files named outright, that the system refused to read; rejected pieces say why
    bool stopped = false;
    double seconds = 0;
};

/// Pieces that were just committed; called on the thread that called importFiles.
using ImportedCallback = std::function<void(const std::vector<NewPiece>&)>;

/// Imports MIDI files, folders of them, zip archives (their MIDI files are pieces of their own, "archive.zip/name.mid") and
/// published roll files (.json, see readRollPieces) on all cores, in the order of findMidiFiles whatever the number of threads.
/// Files whose bytes the workspace knows are counted, not read again. When stopped, what was committed stays and the next
/// import goes on from there. Throws Error where the workspace fails.
ImportReport importFiles(Workspace& workspace, const std::vector<std::filesystem::path>& paths,
                         const ImportOptions& options = {}, const Task& task = {}, const ImportedCallback& imported = {});

}  // namespace ricercar
