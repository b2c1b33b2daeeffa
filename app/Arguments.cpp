// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Arguments.h"

#include "core/dataset/Workspace.h"
#include "ui/services/AppServices.h"
#include "ui/shell/About.h"
#include "ui/words/Words.h"

#include <QCommandLineParser>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace ricercar {

std::filesystem::path Arguments::workspace(const std::optional<std::filesystem::path>& last) const {
    const auto found = std::find_if(files.begin(), files.end(), isWorkspaceFile);
    return found != files.end() ? *found : last.value_or(AppServices::defaultWorkspace());
}

bool asksForWordsOnly(int argc, const char* const* argv) {
    return std::any_of(argv + 1, argv + argc, [](const std::string_view word) {
        return word == "-h" || word == "--help" || word == "--help-all" || word == "-v" || word == "--version";
    });
}

Arguments readArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Train a biaxial LSTM on MIDI files and generate music."));
    parser.addHelpOption();
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     QStringLiteral("Print the versions of the program and its libraries."));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Import the demo dataset."));
    const QCommandLineOption newWindow(QStringLiteral("new-window"),
                                       QStringLiteral("Open a window of its own, even where one is open already."));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("system, light or dark; default: as in the preferences."),
                                   QStringLiteral("name"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("en or de; default: as in the preferences, else the system's."),
                                      QStringLiteral("code"));
    const QCommandLineOption software(QStringLiteral("software-3d"), QStringLiteral("Draw the tensor view without OpenGL."));
    QCommandLineOption firstPaint(QStringLiteral("first-paint"), QStringLiteral("Say when the window is painted, and end."));
    firstPaint.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({version, demo, newWindow, theme, language, software, firstPaint});
    parser.addPositionalArgument(
        QStringLiteral("file"),
        QStringLiteral(
            "A workspace (.ricercar-db; made where there is none), models (.ricercar), MIDI files and folders to import. "
            "A window that is open already takes them."),
        QStringLiteral("[file...]"));
    parser.process(application);
    if (parser.isSet(version)) {
        std::puts(windowVersions().c_str());
        std::exit(0);
    }

    Arguments arguments;
    arguments.demo = parser.isSet(demo);
    arguments.newWindow = parser.isSet(newWindow);
    arguments.software3d = parser.isSet(software);
    arguments.firstPaint = parser.isSet(firstPaint);
    arguments.theme = parser.value(theme);
    arguments.language = parser.value(language);
    if (parser.isSet(theme) &&
        !QStringList{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")}.contains(arguments.theme)) {
        std::fputs("--theme is system, light or dark.\n", stderr);
        std::exit(2);
    }
    for (const QString& file : parser.positionalArguments())
        arguments.files.push_back(std::filesystem::absolute(toPath(file)).lexically_normal());
    return arguments;
}

}  // namespace ricercar
