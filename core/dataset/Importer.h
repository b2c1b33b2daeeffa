#pragma once

#include "core/base/Task.h"
#include "core/dataset/Workspace.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace ricercar {

struct ImportOptions {
    QuantizeOptions quantize;
    std::vector<Meter> meters{{4, 4}, {2, 2}, {2, 4}};  ///< admitted; pieces in others are rejected with that reason
    int threads = 0;                                    ///< 0: all cores
};

struct ImportReport {
    int files = 0;     ///< MIDI files found
    int known = 0;     ///< of these, files the workspace had already
    int accepted = 0;  ///< pieces, with warnings or without
    int rejected = 0;  ///< pieces
    bool stopped = false;
    double seconds = 0;
};

/// The MIDI files (.mid .midi .kar .rmi .smf, any case) in files and folders, folders searched to their depths (a folder
/// reached twice by links is searched once), sorted. A file named outright is listed whatever its extension.
std::vector<std::filesystem::path> findMidiFiles(const std::vector<std::filesystem::path>& paths, const Task& task = {});

/// The pieces of one file: read, quantized, judged. Bad music is a rejected piece with its reason, never an exception.
std::vector<Workspace::NewPiece> readPieces(const std::filesystem::path& file, const ImportOptions& options = {});

/// Pieces that were just committed; called on the thread that called importFiles.
using ImportedCallback = std::function<void(const std::vector<Workspace::NewPiece>&)>;

/// Imports files and folders on all cores. Files whose bytes the workspace knows are counted, not read again. When stopped,
/// what was committed stays and the next import goes on from there.
ImportReport importFiles(Workspace& workspace, const std::vector<std::filesystem::path>& paths,
                         const ImportOptions& options = {}, const Task& task = {}, const ImportedCallback& imported = {});

}  // namespace ricercar
