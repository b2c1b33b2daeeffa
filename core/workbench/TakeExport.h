// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/dataset/Workspace.h"
#include "core/music/Score.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ricercar {

enum class TakeLayout {
    FileEach,   ///< into a folder
    TrackEach,  ///< one file, where all begin at the same bar line
    Joined,     ///< one file, one after the other, each from a new bar on
};
enum class TakeFormat { Midi, MusicXml };

/// Takes one above the other, in the meter and tempo of the first: a track each behind one for these. One take: takeScore.
Score scoreInTracks(const std::vector<Take>& takes);
/// Takes one after the other, each in its meter and tempo, with a marker of its name. One take: takeScore.
Score joinedScore(const std::vector<Take>& takes);
/// As music on staves: the grid's notes. `layout`: TrackEach or Joined.
std::string takesAsMusicXml(const std::vector<Take>& takes, TakeLayout layout);

/// Writes takes to a file, or into a folder that is made where there is none, as files of their names: no file
/// that is there is touched. The files; stopped: those so far. Throws Error.
std::vector<std::filesystem::path> exportTakes(const std::vector<Take>& takes, TakeLayout layout, TakeFormat format,
                                               const std::filesystem::path& to, const Task& task = {});

}  // namespace ricercar
