// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Message.h"
#include "core/base/Task.h"
#include "core/dataset/Archive.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace ricercar {

/// One file to be imported.
struct ImportItem {
    enum class Kind { Midi, Rolls };
    Kind kind = Kind::Midi;
    std::filesystem::path path;      ///< of a file in an archive: that of the archive, then its name inside
    std::optional<Bytes> bytes;      ///< of a file in an archive; others are still to be read
    std::optional<Message> problem;  ///< it cannot be read: why
};

/// What an import takes in, file by file: MIDI files and published roll files (.json), those in archives among them. One thread
/// at a time.
class ImportFeed {
public:
    ImportFeed(std::vector<std::filesystem::path> files, const Task& task);

    /// Files, as far as that can be known before they are read.
    [[nodiscard]] std::size_t total() const { return total_; }
    /// Nothing at the end.
    std::optional<ImportItem> next();

private:
    std::optional<ImportItem> fromArchive();

    std::vector<std::filesystem::path> files_;
    Task task_;
    std::size_t at_ = 0;
    std::size_t total_ = 0;
    std::unique_ptr<Archive> archive_;
    std::size_t members_ = 0;  ///< of this archive, so far
};

}  // namespace ricercar
