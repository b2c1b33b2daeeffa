// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Arguments.h"
#include "app/FirstPaint.h"
#include "app/QuitOnSignal.h"
#include "core/sound/Synthesizer.h"
#include "ui/Words.h"
#include "ui/app/MainWindow.h"
#include "ui/app/RunningWindow.h"
#include "ui/app/Studio.h"
#include "ui/app/Translation.h"
#include "ui/features3d/GlProbe.h"
#include "ui/theme/Theme.h"
#include "ui/theme/WorkbenchStyle.h"

#include <QApplication>
#include <QSettings>
#include <QStyle>

#include <algorithm>
#include <iterator>

namespace {

using namespace ricercar;

void setNames() {
    QCoreApplication::setApplicationName(QStringLiteral("ricercar"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RICERCAR_VERSION));
}

void setLooks(const QString& theme) {
    const bool system = theme == QLatin1String("system");
    if (!system || QApplication::style()->name() == QLatin1String("fusion")) QApplication::setStyle(new WorkbenchStyle);
    if (!system) QApplication::setPalette(theme == QLatin1String("dark") ? Theme::darkPalette() : Theme::lightPalette());
}

/// True: a window that is open has taken the files.
bool handedOver(RunningWindow& running, const Arguments& arguments) {
    QStringList files;
    if (!arguments.newWindow)
        for (const auto& file : arguments.files) files << fromPath(file);
    if (!files.isEmpty() && running.handOver(files)) return true;
    // where another one has just started, it may not have listened yet
    return !running.claim() && !files.isEmpty() && running.handOver(files);
}

/// Opens what stands on the command line, and the demo where a user's own workspace is still empty.
void openFirst(const Arguments& arguments, Studio& studio, MainWindow& window) {
    const std::filesystem::path workspace = arguments.workspace();
    QObject::connect(
        &studio.session, &Session::opened, &window,
        [&studio, &window, arguments, workspace] {
            const bool first = studio.session.pieces().empty() && workspace == Studio::defaultWorkspace();
            if (arguments.demo || (first && arguments.files.empty())) studio.importing.startDemo();
            window.openFiles(arguments.files);
        },
        Qt::SingleShotConnection);
    studio.session.open(workspace);
}

}  // namespace

int main(int argc, char** argv) {
    prepareSoundLibraries();
    if (asksForWordsOnly(argc, argv)) {
        const QCoreApplication application(argc, argv);
        setNames();
        readArguments(application);
    }
    QApplication application(argc, argv);
    setNames();
    QApplication::setApplicationDisplayName(QStringLiteral("Ricercar"));
    QApplication::setDesktopFileName(QStringLiteral(RICERCAR_APP_ID));
    const Arguments arguments = readArguments(application);
    RunningWindow running;
    if (handedOver(running, arguments)) return 0;
    if (arguments.software3d) forbidGl();
    translate(application, arguments.language);
    setLooks(arguments.theme);

    QSettings settings(QStringLiteral("ricercar"), QStringLiteral("ricercar"));
    Studio studio({true, SoundPreferences::load(settings)});
    MainWindow window(studio, settings);
    QObject::connect(&running, &RunningWindow::filesArrived, &window, [&studio, &window](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        std::transform(files.begin(), files.end(), std::back_inserter(paths), toPath);
        window.comeForward();
        if (studio.session.isOpen())
            window.openFiles(paths);
        else  // it is still starting
            QObject::connect(
                &studio.session, &Session::opened, &window, [&window, paths] { window.openFiles(paths); },
                Qt::SingleShotConnection);
    });
    if (arguments.firstPaint) new FirstPaint(&window);
    openFirst(arguments, studio, window);
    window.show();
    const ricercar::QuitOnSignal ending([&] {
        window.close();
        QApplication::quit();
    });
    return QApplication::exec();
}
