#include "app/Arguments.h"
#include "app/QuitOnSignal.h"
#include "core/sound/Synthesizer.h"
#include "ui/app/MainWindow.h"
#include "ui/app/Studio.h"
#include "ui/app/Translation.h"
#include "ui/features3d/GlProbe.h"
#include "ui/theme/Theme.h"
#include "ui/theme/WorkbenchStyle.h"

#include <QApplication>
#include <QSettings>
#include <QStyle>

int main(int argc, char** argv) {
    ricercar::prepareSoundLibraries();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("ricercar"));
    QApplication::setApplicationDisplayName(QStringLiteral("Ricercar"));
    QApplication::setApplicationVersion(QStringLiteral(RICERCAR_VERSION));
    QApplication::setDesktopFileName(QStringLiteral(RICERCAR_APP_ID));
    const ricercar::Arguments arguments = ricercar::readArguments(application);
    if (arguments.software3d) ricercar::forbidGl();
    ricercar::translate(application, arguments.language);
    const bool system = arguments.theme == QLatin1String("system");
    if (!system || QApplication::style()->name() == QLatin1String("fusion"))
        QApplication::setStyle(new ricercar::WorkbenchStyle);
    if (!system)
        QApplication::setPalette(arguments.theme == QLatin1String("dark") ? ricercar::Theme::darkPalette()
                                                                          : ricercar::Theme::lightPalette());

    QSettings settings(QStringLiteral("ricercar"), QStringLiteral("ricercar"));
    ricercar::Studio studio({true, ricercar::SoundPreferences::load(settings)});
    ricercar::MainWindow window(studio, settings);
    QObject::connect(
        &studio.session, &ricercar::Session::opened, &window,
        [&] {
            const bool first = studio.session.pieces().empty() && arguments.workspace == ricercar::Studio::defaultWorkspace();
            if (arguments.demo || (first && arguments.imports.empty())) studio.importing.startDemo();
            studio.importing.start(arguments.imports);
        },
        Qt::SingleShotConnection);
    studio.session.open(arguments.workspace);
    window.show();
    const ricercar::QuitOnSignal ending([&] {
        window.close();
        QApplication::quit();
    });
    return QApplication::exec();
}
