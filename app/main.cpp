// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Arguments.h"
#include "app/FirstPaint.h"
#include "app/QuitOnSignal.h"
#include "core/sound/Synthesizer.h"
#include "ui/kit/Look.h"
#include "ui/services/AppServices.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/RunningWindow.h"
#include "ui/shell/Translation.h"
#include "ui/shell/Workspaces.h"
#include "ui/tensor/GlProbe.h"
#include "ui/words/Words.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>
#include <iterator>

namespace {

using namespace ricercar;

void setNames() {
    QCoreApplication::setApplicationName(QStringLiteral("ricercar"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RICERCAR_VERSION));
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

/// Opens what stands on the command line, else what was open last. The very first time the demo comes into a user's own
/// workspace and the tour is offered; whoever empties it later finds the start page.
void openFirst(const Arguments& arguments, const QSettings& settings, AppServices& services, MainWindow& window) {
    const bool start = !settings.contains(QStringLiteral("window/geometry"));
    const std::filesystem::path workspace = arguments.workspace(Workspaces::last(settings));
    QObject::connect(
        &services.store, &WorkspaceStore::opened, &window,
        [&services, &window, arguments, workspace, start] {
            const bool first = start && services.store.pieces().empty() && workspace == AppServices::defaultWorkspace();
            if (arguments.demo || (first && arguments.files.empty())) services.importing.startDemo();
            window.openFiles(arguments.files);
            if (start && !arguments.firstPaint) window.offerTour();
        },
        Qt::SingleShotConnection);
    QObject::connect(
        &services.store, &WorkspaceStore::openFailed, &window,
        [&services] {
            if (!services.store.isOpen()) services.store.open(AppServices::defaultWorkspace());
        },
        Qt::SingleShotConnection);
    services.store.open(workspace);
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
    QSettings settings(QStringLiteral("ricercar"), QStringLiteral("ricercar"));
    const auto asked = [&settings](const QString& argument, const char* key) {
        return argument.isEmpty() ? settings.value(QLatin1String(key)).toString() : argument;
    };
    translate(application, asked(arguments.language, "window/language"));
    Look look(schemeOf(asked(arguments.theme, "window/theme")));
    AppServices services({true, SoundPreferences::load(settings)});
    MainWindow window(services, settings, &look);
    QObject::connect(&running, &RunningWindow::filesArrived, &window, [&services, &window](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        std::transform(files.begin(), files.end(), std::back_inserter(paths), toPath);
        window.comeForward();
        if (services.store.isOpen())
            window.openFiles(paths);
        else  // it is still starting
            QObject::connect(
                &services.store, &WorkspaceStore::opened, &window, [&window, paths] { window.openFiles(paths); },
                Qt::SingleShotConnection);
    });
    if (arguments.firstPaint) new FirstPaint(&window);
    openFirst(arguments, settings, services, window);
    window.show();
    const ricercar::QuitOnSignal ending([&] {
        window.close();
        QApplication::quit();
    });
    return QApplication::exec();
}
