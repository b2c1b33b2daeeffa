// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/FoldingRow.h"
#include "ui/kit/Look.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace ricercar;

class tst_Rows : public QObject {
    Q_OBJECT

    static QToolButton* button(const QString& words) {
        auto* made = new QToolButton;
        made->setText(words);
        made->setToolTip(words);
        return made;
    }

private slots:
    void whatHasNoRoomIsInTheMenu() {
        FoldingRow row;
        auto *first = button(QStringLiteral("First")), *second = button(QStringLiteral("Second")),
             *third = button(QStringLiteral("Third"));
        auto* box = new QComboBox;
        box->addItems({QStringLiteral("a"), QStringLiteral("b")});
        box->setAccessibleName(QStringLiteral("Letter"));
        row.add(first);
        row.add(second, 2);
        row.add(third, 1);
        row.add(box, 3);
        row.resize(row.sizeHint());
        row.show();
        QVERIFY(first->isVisible() && second->isVisible() && third->isVisible() && box->isVisible());
        row.resize(row.sizeHint().width() - 4, row.height());
        QVERIFY(row.isFolded(third) && !row.isFolded(second));
        row.resize(row.minimumSizeHint());
        QVERIFY(first->isVisible() && !second->isVisible() && !third->isVisible() && !box->isVisible());
        auto* more = row.findChild<QToolButton*>(QStringLiteral("more"));
        QVERIFY(more->isVisible());
        emit more->menu()->aboutToShow();
        const auto actions = more->menu()->actions();
        QCOMPARE(actions.size(), 3);
        QSignalSpy clicked(second, &QToolButton::clicked);
        actions[0]->trigger();
        QCOMPARE(clicked.size(), 1);
        actions[2]->menu()->actions()[1]->trigger();
        QCOMPARE(box->currentIndex(), 1);
        row.resize(row.sizeHint());
        QVERIFY(second->isVisible() && third->isVisible() && !more->isVisible());
    }

    void aHiddenControlStaysHidden() {
        FoldingRow row;
        auto *first = button(QStringLiteral("First")), *second = button(QStringLiteral("Second"));
        row.add(first);
        row.add(second, 1);
        row.show();
        second->hide();
        row.resize(400, 30);
        QVERIFY(!second->isVisible());
        row.resize(row.minimumSizeHint());
        row.resize(400, 30);
        QVERIFY(!second->isVisible());
    }

    void factsDropOutFromTheEnd() {
        ElidedLabel label(QStringLiteral("G major · 4/4 · 21 bars · 100 bpm"));
        label.setDropping(true);
        const auto at = [&](const QString& words) {
            label.resize(label.fontMetrics().horizontalAdvance(words) + 3, 20);
            return label.shown();
        };
        QCOMPARE(at(label.text()), label.text());
        QCOMPARE(at(QStringLiteral("G major · 4/4 · 21 bars")), QStringLiteral("G major · 4/4 · 21 bars"));
        QCOMPARE(at(QStringLiteral("G major · 4/4 ·")), QStringLiteral("G major · 4/4"));
        QVERIFY(at(QStringLiteral("G m")).endsWith(QStringLiteral("…")));
        QVERIFY(label.minimumSizeHint().width() < 60);
    }

    void aPageScrollsWhereItIsTooLow() {
        auto* page = new QWidget;
        auto* column = new QVBoxLayout(page);
        for (int i = 0; i < 20; ++i) column->addWidget(new QLabel(QStringLiteral("A line of words %1").arg(i)));
        ScrolledPage scrolled(page);
        QVERIFY(scrolled.minimumSizeHint().height() < 120);
        QVERIFY(scrolled.minimumSizeHint().width() >= page->minimumSizeHint().width());
        scrolled.resize(scrolled.minimumSizeHint());
        scrolled.show();
        QVERIFY(scrolled.verticalScrollBar()->maximum() > 0);
        QCOMPARE(scrolled.horizontalScrollBar()->maximum(), 0);
        scrolled.resize(scrolled.sizeHint());
        QCOMPARE(scrolled.verticalScrollBar()->maximum(), 0);
    }

    /// Ours from the start, in the system's lightness, and back to it.
    void theLookIsOursByDefault() {
        const QPalette before = QApplication::palette();
        const bool dark = before.color(QPalette::Window).lightness() < 128;
        {
            Look look(Scheme::System);
            const auto window = [] { return QApplication::palette().color(QPalette::Window); };
            const QColor ours = (dark ? Theme::darkPalette() : Theme::lightPalette()).color(QPalette::Window);
            QCOMPARE(window(), ours);
            look.setScheme(Scheme::Dark);
            QCOMPARE(window(), Theme::darkPalette().color(QPalette::Window));
            look.setScheme(Scheme::Light);
            QCOMPARE(window(), Theme::lightPalette().color(QPalette::Window));
            look.setScheme(Scheme::System);
            QCOMPARE(window(), ours);
        }
        QCOMPARE(schemeOf(nameOf(Scheme::Dark)), Scheme::Dark);
        QCOMPARE(schemeOf(QStringLiteral("mauve")), Scheme::System);
        QApplication::setPalette(before);
    }
};

QTEST_MAIN(tst_Rows)
#include "tst_Rows.moc"
