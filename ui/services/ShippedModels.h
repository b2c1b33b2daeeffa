// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelCard.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace ricercar {

struct CheckpointChoice {
    QString name;    ///< "folk · best"
    QString detail;  ///< where it comes from
    std::filesystem::path path;
    std::int64_t run = 0;  ///< 0: ships with the program
};

/// The models that ship with the program, with their cards as details.
std::vector<CheckpointChoice> shippedChoices();

/// A card as a few paragraphs of plain text.
QString cardWords(const ModelCard& card);

}  // namespace ricercar
