// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/MapColors.h"
#include "ui/kit/Theme.h"

#include <QTest>

#include <cmath>

using namespace ricercar;

namespace {

QColor onNote(const QColor& over, const QColor& note) {
    return mixed(note, QColor(over.rgb()), static_cast<double>(over.alphaF()));
}

int distance(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

}  // namespace

class tst_MapColors : public QObject {
    Q_OBJECT

private slots:
    /// No surprise is the note's own colour, half a nat can be told from it, much glows.
    void surpriseCanBeToldFromTheNote_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Theme::lightPalette();
        QTest::newRow("dark") << Theme::darkPalette();
    }
    void surpriseCanBeToldFromTheNote() {
        QFETCH(const QPalette, palette);
        const Theme theme(palette);
        const auto at = [&](double nats) { return onNote(mapColor(Map::Surprise, nats), theme.note); };
        QVERIFY(distance(at(0.0), theme.note) < 4);
        QVERIFY(distance(at(0.5), theme.note) > 40);
        QVERIFY(distance(at(1.0), theme.note) > distance(at(0.5), theme.note));
        QVERIFY(contrast(at(6.0), theme.note) >= 1.5);
        QCOMPARE(mapColor(Map::Surprise, 60.0), mapColor(Map::Surprise, 6.0));
        QCOMPARE(mapColor(Map::Surprise, 0.0).alpha(), 0);
    }

    void whatHardlyMattersIsSeenThrough() {
        QCOMPARE(mapColor(Map::Play, 0.0).alpha(), 0);
        QVERIFY(mapColor(Map::Play, 0.9).alpha() > 200);
    }
};

QTEST_MAIN(tst_MapColors)
#include "tst_MapColors.moc"
