// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Checkpoint.h"
#include "core/learning/StepEngine.h"

#include <filesystem>
#include <memory>
#include <string>

namespace ricercar {

/// A checkpoint that is asked about music. Immutable, so that workers share it.
struct AskedModel {
    std::filesystem::path path;
    Checkpoint checkpoint;
    std::string hash;
    std::shared_ptr<const StepEngine> engine;
};

/// Reads it; on a worker. Throws Error.
std::shared_ptr<const AskedModel> readModel(const std::filesystem::path& path);

}  // namespace ricercar
