// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Run.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace ricercar {

/// A run has one owner at a time, in whatever process or, on a network drive, on whatever machine. The owner holds a lock of
/// the system's on the file "owner" in the run's folder, which goes with the process, however it ends: what a killed one left
/// is nobody's. Where a file system knows no locks, the file says who has it, and a sign of life that is renewed does the rest:
/// on this machine that of the process, from another one younger than two minutes.
class RunLock {
public:
    /// Makes the folder where it is missing. Throws Error Unwritable (RunOwned: who has it, and since when).
    RunLock(const std::filesystem::path& runsFolder, std::int64_t run);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    /// A sign of life; at least every half a minute.
    void beat();

    /// Nobody: the run is not being trained, or its folder cannot be read.
    static std::optional<RunOwner> ownerOf(const std::filesystem::path& runsFolder, std::int64_t run);
    /// The name of the lock's file.
    static constexpr const char* fileName = "owner";

private:
    std::filesystem::path path_;
    int descriptor_ = -1;
};

}  // namespace ricercar
