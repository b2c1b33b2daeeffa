// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace ricercar {

/// Interrupted: it was running, but the process that had it is gone (RunLock). Found when runs are read, never stored.
enum class RunState { Running, Finished, Stopped, Failed, Interrupted };

/// Who trains a run.
struct RunOwner {
    Message who;        ///< "ricercar-cli on workshop, process 4711"
    std::string since;  ///< ISO 8601, UTC

    friend bool operator==(const RunOwner&, const RunOwner&) = default;
};

struct Run {
    std::int64_t id = 0;
    std::string name;
    std::string config;  ///< JSON of the TrainConfig
    std::string datasetHash;
    std::string program;  ///< versions
    std::string started;  ///< ISO 8601, UTC
    RunState state = RunState::Running;
    std::optional<Message> problem{};  ///< when failed
    std::string lastCheckpoint;        ///< file in the workspace's runs folder; empty: none yet
    std::string bestCheckpoint;
    std::int64_t dataset = 0;         ///< what it learns from; 0: a roll file, or not known (an old run)
    std::optional<RunOwner> owner{};  ///< of a run that is running; found when runs are read, never stored

    friend bool operator==(const Run&, const Run&) = default;
};

/// One number of a run's record. Series: "loss", "gradient_norm", "learning_rate", "epoch_loss", "validation".
struct Metric {
    std::string series;
    std::int64_t step = 0;
    double epoch = 0;
    double seconds = 0;
    double value = 0;
};

/// The file of a run that goes by a name such as Run::lastCheckpoint in a runs folder. Throws Error Damaged
/// (WorkspaceFileOutside) for what lies outside of the folder, by its name or by symbolic links: a workspace may come from a
/// stranger.
std::filesystem::path runFileIn(const std::filesystem::path& runsFolder, const std::string& name);

}  // namespace ricercar
