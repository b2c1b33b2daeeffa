// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "tests/ui/pianoroll/RollHands.h"
#include "ui/kit/FoldingRow.h"
#include "ui/kit/Theme.h"
#include "ui/kit/WorkbenchStyle.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/shell/Translation.h"

#include <QComboBox>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

using namespace ricercar;

namespace {

constexpr QSize most(1000, 560);

/// What a window is as wide and as high as, widget by widget: for the words of a failure.
QString breakdown(const MainWindow& window) {
    QStringList lines;
    const auto add = [&](const QString& name, const QWidget* widget) {
        if (!widget) return;
        const QSize least = widget->minimumSizeHint().expandedTo(widget->minimumSize());
        lines << QStringLiteral("%1: %2 x %3").arg(name).arg(least.width()).arg(least.height());
    };
    for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
        add(dock->objectName(), dock);
        add(QStringLiteral("  ") + dock->widget()->objectName(), dock->widget());
    }
    add(QStringLiteral("menu"), window.menuBar());
    add(QStringLiteral("status"), window.findChild<QStatusBar*>());
    for (QToolBar* bar : window.findChildren<QToolBar*>()) add(bar->objectName(), bar);
    auto* stage = window.findChild<QTabWidget*>(QStringLiteral("stage"));
    for (int page = 0; page < stage->count(); ++page) add(stage->widget(page)->objectName(), stage->widget(page));
    return lines.join(QLatin1Char('\n'));
}

void hover(QWidget& on, QPoint at) {
    QMouseEvent move(QEvent::MouseMove, at, on.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &move);
}

/// Of the window, what it cannot be smaller than, and of its panels that are seen.
QList<QSize> sizesOf(const MainWindow& window) {
    QList<QSize> sizes{window.size(), window.minimumSizeHint()};
    for (const QDockWidget* dock : window.findChildren<QDockWidget*>())
        if (dock->isVisible()) sizes << dock->size();
    return sizes << window.centralWidget()->size();
}

}  // namespace

class tst_Fits : public QObject {
    Q_OBJECT

private slots:
    /// Whatever is hovered and drawn, no text sets a size: not of the window, not of a panel.
    void noTextSetsASize() {
        test::Window w;
        QVERIFY(w.trained());
        auto* panel = w.find<RollPanel>("rollPanel");
        auto& view = panel->view();
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        QTRY_VERIFY(w.services->jobs.idle());
        for (const Representation form : {Representation::Grid, Representation::Free}) {
            panel->setRepresentation(form);
            QCoreApplication::processEvents();
            const auto sizes = sizesOf(*w.window);
            for (QWidget* widget : w.window->findChildren<QWidget*>()) {
                if (!widget->isVisible()) continue;
                for (const QPoint at : {widget->rect().center(), widget->rect().topLeft(), widget->rect().bottomRight()})
                    hover(*widget, at);
            }
            for (int x = 0; x < view.width(); x += 37)
                for (int y = 0; y < view.height(); y += 29) hover(view, {x, y});
            QCoreApplication::processEvents();
            QCOMPARE(sizesOf(*w.window), sizes);
            const QRect notes = view.geometryOfRoll().notes();
            QTest::mouseDClick(&view, Qt::LeftButton, {}, notes.center());
            test::drag(view, notes.center() + QPoint(40, 30), notes.center() + QPoint(160, 30));
            QTRY_VERIFY(w.services->jobs.idle());
            QCoreApplication::processEvents();
            QCOMPARE(sizesOf(*w.window), sizes);
        }
        // Words as long as they come: a message, and a job.
        const auto sizes = sizesOf(*w.window);
        const QString sentence = QStringLiteral("Some words that go on and on. ").repeated(20);
        w.services->notices.post(Severity::Warning, sentence);
        emit view.hovered(sentence);
        QCoreApplication::processEvents();
        QCOMPARE(sizesOf(*w.window), sizes);
    }

    void theTransportFoldsRatherThanHides() {
        test::Window w;
        QVERIFY(w.ready());
        auto* row = w.find<QToolBar>("transport")->findChild<FoldingRow*>();
        auto* more = row->findChild<QToolButton*>(QStringLiteral("more"));
        auto* output = w.find<QComboBox>("output");
        QVERIFY(!more->isVisible() && output->isVisible());
        row->resize(row->minimumSizeHint());
        QVERIFY(more->isVisible() && !output->isVisible() && row->isFolded(output));
        emit more->menu()->aboutToShow();
        QStringList words;
        for (const QAction* action : more->menu()->actions()) words << action->text();
        for (const char* word : {"Go to end", "Record", "Output", "Metronome"})
            QVERIFY2(words.contains(QLatin1String(word)), qPrintable(words.join(QStringLiteral(", "))));
        for (const char* name : {"position", "tempo", "volume"}) QVERIFY(w.find<QWidget>(name)->isVisible());
        w.window->resize(1600, 800);
        QTRY_VERIFY(output->isVisible() && !more->isVisible());
    }

    /// The first start: most of the screen, never more than there is.
    void theFirstSizeSuitsTheScreen() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        AppServices services(Playback::Options{false});
        MainWindow window(services, settings);
        const QSize room = window.screen()->availableGeometry().size();
        QVERIFY(window.height() <= room.height());
        QVERIFY(window.height() >= room.height() * 7 / 10);
    }

    // last: it changes the language
    void theWindowIsNarrowAndLowEnough_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        for (const char* language : {"en", "de"})
            for (const bool dark : {false, true})
                QTest::addRow("%s %s", language, dark ? "dark" : "light") << QString::fromLatin1(language) << dark;
    }
    void theWindowIsNarrowAndLowEnough() {
        QFETCH(const QString, language);
        QFETCH(const bool, dark);
        translate(*QCoreApplication::instance(), language);
        QApplication::setStyle(new WorkbenchStyle);
        QApplication::setPalette(dark ? Theme::darkPalette() : Theme::lightPalette());
        test::Window w;
        QVERIFY(w.trained());
        auto* stage = w.find<QTabWidget>("stage");
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        w.find<QComboBox>("askedModel")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(w.services->jobs.idle(), 60'000);
        for (int page = 0; page < stage->count(); ++page) {
            stage->setCurrentIndex(page);
            QCoreApplication::processEvents();
            const QSize least = w.window->minimumSizeHint();
            QVERIFY2(least.width() <= most.width() && least.height() <= most.height(),
                     qPrintable(QStringLiteral("%1: %2 x %3\n%4")
                                    .arg(stage->tabText(page))
                                    .arg(least.width())
                                    .arg(least.height())
                                    .arg(breakdown(*w.window))));
        }
        w.window->resize(most);
        QCoreApplication::processEvents();
        QCOMPARE(w.window->size(), most);
        auto* transport = w.find<QToolBar>("transport");
        QVERIFY(w.window->rect().contains(transport->geometry()));
    }
};

QTEST_MAIN(tst_Fits)
#include "tst_Fits.moc"
