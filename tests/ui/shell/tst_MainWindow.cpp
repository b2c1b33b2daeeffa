// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Synthesizer.h"
#include "tests/ui/Window.h"
#include "ui/kit/MutedLabel.h"
#include "ui/kit/Theme.h"
#include "ui/pianoroll/RollView.h"
#include "ui/shell/MessageBar.h"
#include "ui/words/Words.h"

#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

using namespace ricercar;

class tst_MainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareSoundLibraries(); }  // as main does, before there are threads that read the environment

    void layoutIsRestored() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        AppServices services(Playback::Options{false});
        QSize size;
        {
            MainWindow window(services, settings);
            window.resize(1366, 768);
            window.resetLayout();
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

    void errorsFloatOverTheStageAndMoveNothing() {
        test::Window w;
        QVERIFY(w.ready());
        const QRect stage = w.find<QWidget>("stage")->geometry();
        w.services->store.open("/proc/nowhere/none.ricercar-db");
        auto* bar = w.find<MessageBar>("messageBar");
        QTRY_VERIFY(!bar->sentence().isEmpty());
        QVERIFY(!QApplication::activeModalWidget());
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(w.find<QWidget>("stage")->geometry(), stage);
        QVERIFY(bar->parentWidget()->rect().contains(bar->geometry()));
        QVERIFY(bar->geometry().top() > bar->parentWidget()->height() / 2);
    }

    /// Files held over the window: a veil says what letting go does, and goes when they leave.
    void draggedFilesSayWhatWillHappen() {
        test::Window w;
        QVERIFY(w.ready());
        auto* veil = w.find<QWidget>("dropVeil");
        auto* search = w.find<QWidget>("pieces");
        const auto over = [&](const QStringList& files) {
            QMimeData data;
            QList<QUrl> urls;
            for (const QString& file : files) urls << QUrl::fromLocalFile(file);
            data.setUrls(urls);
            QDragEnterEvent enter(search->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(search, &enter);
            return veil->accessibleName();
        };
        QVERIFY(!veil->isVisible());
        QTRY_VERIFY(!w.services->curation.dataset().name.empty());
        const QString set = fromUtf8(w.services->curation.dataset().name);
        QCOMPARE(over({"/m/a.mid", "/m/b.mid", "/m/c.mid"}), QStringLiteral("Add 3 files to “%1”").arg(set));
        QVERIFY(veil->isVisible());
        QVERIFY(!veil->grab().isNull());
        QDragLeaveEvent leave;
        QApplication::sendEvent(search, &leave);
        QTRY_VERIFY(!veil->isVisible());
        QCOMPARE(over({w.writePieces(1)}), QStringLiteral("Add the folder “pieces” to “%1”").arg(set));
        QVERIFY(over({"/m/a.ricercar"}).startsWith(QStringLiteral("Open")));
        QVERIFY(over({"/m/work.ricercar-db"}).contains(QStringLiteral("work")));
        test::Window::drop(search, {w.writePieces(2)});
        QVERIFY(!veil->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(w.services->store.pieces().size(), std::size_t{2}, 30'000);
    }

    /// A tab names its dock: no second title says the same. A double click on the tab makes the dock float, with its title.
    void aTitleStandsOnceAndPanelsFloatOnTheScreen() {
        test::Window w;
        QVERIFY(w.ready());
        auto* generate = w.find<QDockWidget>("generateDock");
        auto* inspector = w.find<QDockWidget>("inspectorDock");
        auto* pieces = w.find<QDockWidget>("datasetDock");
        QTRY_VERIFY(generate->titleBarWidget() && inspector->titleBarWidget());
        QVERIFY(!pieces->titleBarWidget());
        const QWidget* page = w.find<QTabWidget>("stage")->currentWidget();
        for (QTabBar* bar : w.window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
            for (int tab = 0; tab < bar->count(); ++tab)
                if (bar->tabText(tab) == inspector->windowTitle()) emit bar->tabBarDoubleClicked(tab);
        QTRY_VERIFY(inspector->isFloating());
        QTRY_VERIFY(!inspector->titleBarWidget() && !generate->titleBarWidget());
        QTRY_VERIFY(inspector->screen()->availableGeometry().contains(inspector->geometry()));
        QVERIFY(inspector->geometry().top() >= 24);  // below a window manager's title
        QCOMPARE(w.find<QTabWidget>("stage")->currentWidget(), page);
        w.window->resetLayout();
        QTRY_VERIFY(generate->titleBarWidget());
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

    /// The tensor in a window of its own: on the screen, and the stage shows what it did before.
    void aFloatingPageLeavesTheStageAsItWas() {
        test::Window w;
        QVERIFY(w.ready());
        auto* stage = w.find<QTabWidget>("stage");
        auto* tensor = w.find<QWidget>("tensorPanel");
        stage->setCurrentWidget(w.find<QWidget>("setPage"));
        stage->setCurrentWidget(tensor);
        w.find<QToolButton>("tensorFloat")->click();
        QVERIFY(tensor->isWindow() && tensor->isVisible());
        QCOMPARE(stage->currentWidget(), w.find<QWidget>("setPage"));
        QVERIFY(tensor->screen()->availableGeometry().contains(tensor->geometry()));
        tensor->close();
        QCOMPARE(stage->currentWidget(), tensor);
    }

    void sheetsOpenAndClose() {
        test::Window w;
        const auto entries = w.window->menuBar()->actions().back()->menu()->actions();
        const auto keys = std::ranges::find_if(
            entries, [](const QAction* entry) { return entry->shortcut() == QKeySequence(Qt::Key_Question); });
        QVERIFY(keys != entries.end());
        (*keys)->trigger();
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
