// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/help/HelpPages.h"
#include "ui/help/HelpWindow.h"
#include "ui/help/StartPage.h"
#include "ui/help/Terms.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace ricercar;

namespace {

HelpWindow* handbook() {
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* shown = qobject_cast<HelpWindow*>(widget); shown && shown->isVisible()) return shown;
    return nullptr;
}

}  // namespace

class tst_Helping : public QObject {
    Q_OBJECT

private slots:
    void everyPanelHasItsPage() {
        test::Window w;
        QVERIFY(w.ready());
        const auto& order = Handbook::order();
        const auto* stage = w.find<QTabWidget>("stage");
        QWidgetList panels{w.find<QToolBar>("transport"), w.find<QWidget>("benchmarkPage"), w.find<QWidget>("startPage")};
        for (int i = 0; i < stage->count(); ++i) panels << stage->widget(i);
        for (QDockWidget* dock : w.window->findChildren<QDockWidget*>()) panels << dock << dock->widget();
        QVERIFY(panels.size() >= 16);
        for (const QWidget* panel : panels) {
            QVERIFY2(order.contains(helpPageOf(panel)), qPrintable(panel->objectName()));
            for (const auto* inside : panel->findChildren<QWidget*>())
                QVERIFY2(order.contains(helpPageOf(inside)), qPrintable(inside->objectName()));
        }
    }

    void f1OpensThePageOfThePanel() {
        test::Window w;
        QVERIFY(w.trained());
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        w.find<QSpinBox>("bars")->setFocus();
        QTest::keyClick(w.window.get(), Qt::Key_F1);
        HelpWindow* help = handbook();
        QVERIFY(help);
        QCOMPARE(help->page(), QStringLiteral("generation"));
        w.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        w.find<QTabWidget>("stage")->setCurrentIndex(1);
        w.find<QWidget>("tensorPanel")->setFocus();
        if (QWidget* focus = QApplication::focusWidget()) focus->clearFocus();
        QTest::keyClick(w.window.get(), Qt::Key_F1);
        QCOMPARE(handbook(), help);  // the same window
        QCOMPARE(help->page(), QStringLiteral("tensor"));
        help->close();
    }

    void theHandbookIsWorkedThrough() {
        test::Window w;
        QVERIFY(w.ready());
        w.find<QAction>("handbook")->trigger();
        HelpWindow* help = handbook();
        QVERIFY(help);
        auto* text = help->findChild<QTextBrowser*>();
        auto* contents = help->findChild<QTreeWidget*>();
        auto* back = help->findChild<QToolButton*>(QStringLiteral("helpBack"));
        auto* forward = help->findChild<QToolButton*>(QStringLiteral("helpForward"));
        QCOMPARE(contents->topLevelItemCount(), Handbook::order().size());
        help->open(QStringLiteral("first-steps"));
        emit contents->itemActivated(contents->topLevelItem(6), 0);
        QCOMPARE(help->page(), QStringLiteral("generation"));
        emit text->anchorClicked(QUrl(QStringLiteral("glossary.md#temperature")));
        QCOMPARE(help->page(), QStringLiteral("glossary"));
        QVERIFY(text->verticalScrollBar()->value() > 0);
        QVERIFY(back->isEnabled());
        back->click();
        QCOMPARE(help->page(), QStringLiteral("generation"));
        forward->click();
        QCOMPARE(help->page(), QStringLiteral("glossary"));
        auto* search = help->findChild<QLineEdit*>(QStringLiteral("helpSearch"));
        auto* found = help->findChild<QListWidget*>(QStringLiteral("helpFound"));
        QTest::keyClicks(search, QStringLiteral("benchmark"));
        QVERIFY(found->isVisible() && found->count() > 1);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(help->page(), QStringLiteral("models"));
        QCOMPARE(text->textCursor().selectedText().toLower(), QStringLiteral("benchmark"));
        search->setText(QStringLiteral("xyzzy"));
        QCOMPARE(found->count(), 1);  // says that nothing was found
        search->clear();
        QVERIFY(contents->isVisible());
        for (const HelpPage& page : help->handbook().pages()) {  // pictures fit the view
            help->open(page.name);
            QVERIFY2(!text->horizontalScrollBar()->isVisible(), qPrintable(page.name));
            for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next())
                if (block.blockFormat().headingLevel() == 0)
                    for (auto part = block.begin(); !part.atEnd(); ++part)  // no words as large as a title
                        QVERIFY2(part.fragment().charFormat().property(QTextFormat::FontSizeAdjustment).toInt() <= 0,
                                 qPrintable(part.fragment().text()));
        }
        help->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(help));
        QTest::keyClick(help, Qt::Key_Escape);
        QVERIFY(!handbook());
    }

    void labelsExplainThemselves() {
        test::Window w;
        QVERIFY(w.ready());
        auto* terms = w.window->findChild<Terms*>();
        QVERIFY(terms);
        QSet<QString> labelled;
        for (QLabel* label : w.window->findChildren<QLabel*>())
            if (const QString term = terms->termOf(label); !term.isEmpty()) {
                QVERIFY2(!label->toolTip().isEmpty(), qPrintable(label->text()));
                labelled << term;
            }
        for (const char* term : {"temperature", "conservativity", "floor", "validation", "epoch", "batch", "learning-rate",
                                 "dropout", "window", "feature-layout", "seed", "primer"})
            QVERIFY2(labelled.contains(QLatin1String(term)), term);
        auto* field = w.find<QDoubleSpinBox>("temperature");
        for (QLabel* label : w.window->findChildren<QLabel*>())
            if (label->buddy() == field) QTest::mouseClick(label, Qt::LeftButton);
        HelpWindow* help = handbook();
        QVERIFY(help);
        QCOMPARE(help->page(), QStringLiteral("glossary"));
        QCOMPARE(help->findChild<QTextBrowser*>()->source().fragment(), QStringLiteral("temperature"));
        help->close();
    }

    void anEmptyWorkspaceOffersThreeDoors() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        auto* page = w.find<StartPage>("startPage");
        QVERIFY(page->isVisible());
        page->disconnect(SIGNAL(filesRequested()));  // no dialog here
        page->disconnect(SIGNAL(openRequested()));
        QSignalSpy files(page, &StartPage::filesRequested), open(page, &StartPage::openRequested);
        for (const char* name : {"openDemo", "addMyMusic", "openOther"}) {
            auto* door = w.find<QPushButton>(name);
            QVERIFY(door->isVisible() && !door->accessibleName().isEmpty() && !door->accessibleDescription().isEmpty());
            QVERIFY(door->focusPolicy() & Qt::TabFocus);
        }
        auto* demo = w.find<QPushButton>("openDemo");
        demo->setFocus();
        QTest::keyClick(demo, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), w.find<QPushButton>("addMyMusic"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(files.count(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(open.count(), 1);
        QVERIFY(w.importPieces(2));
        QTRY_VERIFY(!page->isVisible());
        QVERIFY(w.find<QWidget>("rollPanel")->isVisible());
    }

    void theTourIsShownOnce() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        const auto callout = [&] {
            QFrame* shown = nullptr;
            for (auto* box : w.window->findChildren<QFrame*>(QStringLiteral("callout")))
                if (box->isVisible()) shown = box;
            return shown;
        };
        w.window->offerTour();
        QVERIFY(callout());
        int stops = 1;
        for (; stops < 10; ++stops) {
            QVERIFY(w.window->rect().contains(callout()->geometry()));
            QVERIFY(callout()->isAncestorOf(QApplication::focusWidget()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            QCoreApplication::processEvents();
            if (!callout()) break;
        }
        QVERIFY2(stops >= 4 && stops <= 6, qPrintable(QString::number(stops)));
        w.window->offerTour();
        QVERIFY(!callout());
        w.find<QAction>("tour")->trigger();
        QVERIFY(callout());
        w.window->resize(1024, 600);
        QTRY_VERIFY(w.window->rect().contains(callout()->geometry()));
        QTest::keyClick(w.window.get(), Qt::Key_Escape);
        QVERIFY(!callout());
        w.find<QAction>("tour")->trigger();
        w.find<QPushButton>("tourSkip")->click();
        QVERIFY(!callout());
    }
};

QTEST_MAIN(tst_Helping)
#include "tst_Helping.moc"
