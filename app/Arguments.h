// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

class QCoreApplication;

namespace ricercar {

/// What stands on the command line: ricercar [options] [workspace, models, music to import]
struct Arguments {
    std::vector<std::filesystem::path> files;  ///< absolute
    bool demo = false;
    bool newWindow = false;                    ///< not handed to a window that is open
    bool software3d = false;                   ///< the tensor view without OpenGL
    bool firstPaint = false;                   ///< a measurement: see FirstPaint
    QString theme = QStringLiteral("system");  ///< system, light, dark
    QString language;                          ///< "de"; empty: the system's

    /// The first workspace among the files, else the one that was open last, else the user's own.
    [[nodiscard]] std::filesystem::path workspace(const std::optional<std::filesystem::path>& last = {}) const;
};

/// Whether help or the version is all that is asked for: no display is needed then.
bool asksForWordsOnly(int argc, const char* const* argv);

/// Prints and exits for --help, --version and mistakes.
Arguments readArguments(const QCoreApplication& application);

}  // namespace ricercar
