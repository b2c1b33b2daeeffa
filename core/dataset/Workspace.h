// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/DatasetStore.h"
#include "core/dataset/PieceStore.h"
#include "core/dataset/RunStore.h"
#include "core/dataset/TakeStore.h"
#include "core/dataset/VersionStore.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace ricercar {

/// Whether a file is a workspace by its name (.ricercar-db) or its first bytes; music never is.
bool isWorkspaceFile(const std::filesystem::path& path);

/// A SQLite file (WAL, foreign keys, versioned schema): the imported files, pieces with the versions of their rolls, datasets,
/// runs with every metric point, takes; a store for each. All but the checkpoints is in it, so it can be moved to another
/// machine.
/// A connection: one thread at a time, each thread opens its own. Every call is one transaction: killed at any instant, the
/// file opens with all that was committed. Throws Error (Unwritable, Damaged, Incompatible for a newer version, NotFound).
class Workspace {
public:
    /// Opens, or creates where there is none.
    explicit Workspace(const std::filesystem::path& path);
    /// Opens one that is there. Throws Error NotFound (FileNotFound) as well: nothing is made in its place.
    static Workspace existing(const std::filesystem::path& path);
    /// Opens one that is there, for reading: where it is closed to writing, a copy among the temporary files that goes with
    /// this. Throws Error NotFound (FileNotFound) as well.
    static Workspace forReading(const std::filesystem::path& path);
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

    [[nodiscard]] const std::filesystem::path& path() const;
    /// Where the files of runs go: "<file name without extension>.runs" beside the workspace.
    [[nodiscard]] std::filesystem::path runsFolder() const;
    /// runFileIn of its runs folder.
    [[nodiscard]] std::filesystem::path runFile(const std::string& name) const { return runFileIn(runsFolder(), name); }

    /// A copy of all that is committed, with the files of its runs, under another name; what stands there is replaced. A
    /// stopped task leaves what stands there as it is: false.
    bool copyTo(const std::filesystem::path& path, const Task& task = {}) const;
    /// A number that differs from the last one when another connection has changed the file since.
    [[nodiscard]] std::int64_t changeCounter() const;

    // What is in it, by what it is about; they live as long as this does.
    [[nodiscard]] PieceStore& pieces();
    [[nodiscard]] const PieceStore& pieces() const;
    [[nodiscard]] VersionStore& versions();
    [[nodiscard]] const VersionStore& versions() const;
    [[nodiscard]] DatasetStore& datasets();
    [[nodiscard]] const DatasetStore& datasets() const;
    [[nodiscard]] RunStore& runs();
    [[nodiscard]] const RunStore& runs() const;
    [[nodiscard]] TakeStore& takes();
    [[nodiscard]] const TakeStore& takes() const;

private:
    class Impl;
    explicit Workspace(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace ricercar
