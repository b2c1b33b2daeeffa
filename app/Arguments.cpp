#include "app/Arguments.h"

#include "core/dataset/Workspace.h"
#include "ui/Words.h"
#include "ui/app/Studio.h"

#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

namespace ricercar {

Arguments readArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Train a biaxial LSTM on MIDI files and generate music."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Import the demo dataset."));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("system, light or dark."), QStringLiteral("name"),
                                   QStringLiteral("system"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en or de; default: the system's."),
                                      QStringLiteral("code"));
    const QCommandLineOption software(QStringLiteral("software-3d"), QStringLiteral("Draw the tensor view without OpenGL."));
    parser.addOptions({demo, theme, language, software});
    parser.addPositionalArgument(QStringLiteral("workspace"), QStringLiteral("A .ricercar-db file; made where there is none."),
                                 QStringLiteral("[workspace]"));
    parser.addPositionalArgument(QStringLiteral("import"), QStringLiteral("MIDI files and folders to import."),
                                 QStringLiteral("[import...]"));
    parser.process(application);

    Arguments arguments;
    arguments.workspace = Studio::defaultWorkspace();
    arguments.demo = parser.isSet(demo);
    arguments.software3d = parser.isSet(software);
    arguments.theme = parser.value(theme);
    arguments.language = parser.value(language);
    if (!QStringList{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")}.contains(arguments.theme)) {
        std::fputs("--theme is system, light or dark.\n", stderr);
        std::exit(2);
    }
    QStringList files = parser.positionalArguments();
    if (!files.isEmpty() && isWorkspaceFile(toPath(files.front()))) arguments.workspace = toPath(files.takeFirst());
    for (const QString& file : files) arguments.imports.push_back(toPath(file));
    return arguments;
}

}  // namespace ricercar
