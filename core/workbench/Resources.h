#pragma once

#include <filesystem>

namespace ricercar {

/// What ships with the program: $RICERCAR_RESOURCES, else share/ricercar beside the folder that the program stands in. (In a
/// build tree that is a link to the sources, made by CMake.)
std::filesystem::path resourcesFolder();

/// The demo pieces, as MIDI files.
std::filesystem::path demoFolder();

/// A small model trained on the demo pieces, for generating at once; the file may be missing.
std::filesystem::path demoCheckpoint();

}  // namespace ricercar
