#pragma once

#include <QString>

#include <filesystem>
#include <vector>

class QCoreApplication;

namespace ricercar {

/// What stands on the command line: ricercar [workspace] [--demo] [files to import]
struct Arguments {
    std::filesystem::path workspace;
    std::vector<std::filesystem::path> imports;
    bool demo = false;
    bool software3d = false;                   ///< the tensor view without OpenGL
    QString theme = QStringLiteral("system");  ///< system, light, dark
    QString language;                          ///< "de"; empty: the system's
};

/// Prints and exits for --help, --version and mistakes.
Arguments readArguments(const QCoreApplication& application);

}  // namespace ricercar
