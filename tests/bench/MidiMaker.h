// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Random.h"
#include "core/music/Score.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace ricercar::bench {

/// A folder that goes with this.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// The demo pieces in 4/4.
std::vector<Score> demoScores();

/// A MIDI file of about this many bytes: a demo piece over and over, transposed, with other velocities and with controllers,
/// spread over its tracks.
Bytes variedFile(const std::vector<Score>& demos, std::size_t bytes, Random& random);

}  // namespace ricercar::bench
