#pragma once

#include "core/dataset/PieceReader.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ricercar::cli {

/// The options by which a MIDI file becomes pieces, the same for every command that reads music.
struct ImportFlags {
    std::vector<std::string> meters;
    ImportOptions options;

    void addTo(CLI::App& command);
    /// `options` with the meters filled in. Throws Error Invalid.
    [[nodiscard]] ImportOptions chosen() const;
};

}  // namespace ricercar::cli
