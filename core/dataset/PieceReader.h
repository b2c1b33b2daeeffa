// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Task.h"
#include "core/dataset/Workspace.h"
#include "core/music/MidiFile.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

struct ImportOptions {
    QuantizeOptions quantize;
    std::vector<Meter>
        meters;       ///< admitted, others are rejected with that reason; empty: all, datasets' rules choose among them
    int threads = 0;  ///< of importFiles; 0: all cores
};

/// A file, read and judged.
struct FileReading {
    std::string fileHash;          ///< SHA-256 of its bytes; unreadableHash where they cannot be had
    std::optional<MidiFile> midi;  ///< nothing: it cannot be read, its only piece says why
    std::vector<NewPiece> pieces;  ///< one at least; none where the file is known
};

/// Reads, quantizes and judges one file; what `known` says yes to is only hashed. Bad music is a rejected piece with its
/// reason, never an exception. Any thread.
FileReading readPieces(const std::filesystem::path& file, const ImportOptions& options = {},
                       const std::function<bool(const std::string& fileHash)>& known = {});

/// The same for bytes that are here already; `name` is what people know them by.
FileReading readPieces(const std::filesystem::path& name, Bytes bytes, const ImportOptions& options = {},
                       const std::function<bool(const std::string& fileHash)>& known = {});

/// The pieces of a published roll file (RollFile), each on its published subset, whatever their meter. A stopped task gives
/// some.
FileReading readRollPieces(const std::filesystem::path& file, const ImportOptions& options = {},
                           const std::function<bool(const std::string& fileHash)>& known = {}, const Task& task = {});

/// The same for bytes that are here already.
FileReading readRollPieces(const std::filesystem::path& name, Bytes bytes, const ImportOptions& options = {},
                           const std::function<bool(const std::string& fileHash)>& known = {}, const Task& task = {});

/// A file that cannot be read: one rejected piece.
FileReading refusedFile(const std::filesystem::path& file, const Message& reason);

/// Identity of a file whose bytes cannot be had: a hash of its path.
std::string unreadableHash(const std::filesystem::path& file);

}  // namespace ricercar
