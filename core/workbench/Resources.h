// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ricercar {

/// What ships with the program: $RICERCAR_RESOURCES, else share/ricercar beside the folder that the program stands in. (In a
/// build tree that is a link to the sources, made by CMake.)
std::filesystem::path resourcesFolder();

/// The demo pieces, as MIDI files.
std::filesystem::path demoFolder();

/// A small model trained on the demo pieces, for generating at once; the file may be missing.
std::filesystem::path demoCheckpoint();

/// The handbook, a Markdown file a page; translations stand in folders named after their languages ("de").
std::filesystem::path handbookFolder();

/// A model that ships with the program.
struct ShippedModel {
    std::string name;  ///< "chorale"
    std::filesystem::path file;
    friend bool operator==(const ShippedModel&, const ShippedModel&) = default;
};

/// models/NAME.ricercar of the resources, by name, then the demo model as "demo".
std::vector<ShippedModel> shippedModels();
/// The file of one of them. Throws Error NotFound, which names them all.
std::filesystem::path shippedModel(const std::string& name);

}  // namespace ricercar
