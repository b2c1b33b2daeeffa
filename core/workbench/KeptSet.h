// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/learning/Trainer.h"

#include <filesystem>

namespace ricercar {

/// A training set as bytes, to be kept with a run: it goes on with these pieces, whatever becomes of the dataset.
Bytes packTrainingSet(const TrainingSet& set);
/// The reverse, from a file. Throws Error: NotFound, Unreadable, Damaged.
TrainingSet readTrainingSet(const std::filesystem::path& path);

}  // namespace ricercar
