// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/kit/MutedLabel.h"
#include "ui/kit/Theme.h"
#include "ui/pianoroll/RollView.h"
#include "ui/shell/MessageBar.h"

#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>

using namespace ricercar;

class tst_MainWindow : public QObject {
    Q_OBJECT

private slots:
    void layoutIsRestored() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        AppServices services(Playback::Options{false});
        QSize size;
        {
            MainWindow window(services, settings);
            window.show();
            auto* takes = window.findChild<QDockWidget*>(QStringLiteral("takesDock"));
            QVERIFY(takes->isVisible());
            takes->hide();
            window.resize(window.minimumSizeHint() + QSize(40, 40));
            size = window.size();
            window.close();
        }
        MainWindow window(services, settings);
        window.show();
        QCOMPARE(window.size(), size);
        auto* takes = window.findChild<QDockWidget*>(QStringLiteral("takesDock"));
        QVERIFY(!takes->isVisible());
        takes->setFloating(true);
        window.resetLayout();
        QVERIFY(takes->isVisible());
        QVERIFY(!takes->isFloating());
    }

    void errorsStandAboveTheStageAndAreNotModal() {
        test::Window w;
        QVERIFY(w.ready());
        w.services->store.open("/proc/nowhere/none.ricercar-db");
        auto* bar = w.find<MessageBar>("messageBar");
        QTRY_VERIFY(!bar->sentence().isEmpty());
        QVERIFY(!QApplication::activeModalWidget());
    }

    void everyMenuEntryHasAName() {
        test::Window w;
        for (QAction* menu : w.window->menuBar()->actions()) {
            QVERIFY(menu->menu());
            QSet<QKeySequence> keys;
            for (QAction* action : menu->menu()->actions())
                QVERIFY2(action->isSeparator() || !action->text().isEmpty(), qPrintable(menu->text()));
        }
        QSet<QString> used;
        for (QAction* action : w.window->findChildren<QAction*>())
            if (!action->shortcut().isEmpty() && action->shortcutContext() == Qt::WindowShortcut) {
                const QString key = action->shortcut().toString();
                QVERIFY2(!used.contains(key), qPrintable(key));
                used.insert(key);
            }
    }

    /// Signs and quiet words have the colours of the theme of the moment.
    void anotherThemeWhileItRuns() {
        const QPalette before = QApplication::palette();
        QApplication::setPalette(Theme::lightPalette());
        {
            test::Window w;
            QVERIFY(w.ready());
            const auto muted = [&] {
                int right = 0;
                for (QLabel* label : w.window->findChildren<QLabel*>())
                    if (dynamic_cast<MutedLabel*>(label)) {
                        if (label->palette().color(QPalette::WindowText) != Theme::current().mutedText) return 0;
                        ++right;
                    }
                return right;
            };
            const auto signs = [&] {
                QList<QImage> images{w.find<QAction>("record")->icon().pixmap(18, 18).toImage()};
                for (QLabel* label : w.window->findChildren<QLabel*>())
                    if (!label->pixmap().isNull() && label->width() < 100) images << label->pixmap().toImage();
                return images;
            };
            QVERIFY(muted() > 3);
            const QList<QImage> light = signs();
            QVERIFY(light.size() > 1);
            QApplication::setPalette(Theme::darkPalette());
            QCoreApplication::processEvents();
            QVERIFY(muted() > 3);
            const QList<QImage> dark = signs();
            QCOMPARE(dark.size(), light.size());
            for (qsizetype i = 0; i < dark.size(); ++i) {
                const bool red = i == 0 && Theme(Theme::darkPalette()).error == Theme(Theme::lightPalette()).error;
                QVERIFY2(red || dark[i] != light[i], QByteArray::number(i));
            }
            QApplication::setPalette(Theme::lightPalette());
            QCoreApplication::processEvents();
            QVERIFY(muted() > 3);
            QVERIFY(signs() == light);
        }
        QApplication::setPalette(before);
    }

    void sheetsOpenAndClose() {
        test::Window w;
        const auto entries = w.window->menuBar()->actions().back()->menu()->actions();
        QCOMPARE(entries.front()->shortcut(), QKeySequence(Qt::Key_Question));
        entries.front()->trigger();
        QTRY_VERIFY(w.find<QDialog>("shortcuts"));
        QTest::keyClick(w.find<QDialog>("shortcuts"), Qt::Key_Escape);
        QTRY_VERIFY(!w.find<QDialog>("shortcuts"));
        entries.back()->trigger();
        QTRY_VERIFY(w.find<QDialog>("about"));
        const QString versions = w.find<QLabel>("versions")->text();
        for (const char* library : {"ricercar ", "Qt ", "FluidSynth ", "libtorch ", "SQLite ", "kernels "})
            QVERIFY2(versions.contains(QLatin1String(library)), library);
        w.find<QPushButton>("copyVersions")->click();
        QVERIFY(QApplication::clipboard()->text().startsWith(versions + QLatin1Char('\n')));
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
