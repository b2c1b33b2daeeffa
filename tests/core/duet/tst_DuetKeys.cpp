// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duet/DuetKeys.h"

#include <QTest>

using namespace ricercar;

namespace {

constexpr PitchRange range{60, 64};
constexpr Cell struck = playBit | articulateBit;

/// Of middle C, steps 0 .. 7: "x" struck, "-" held, "." silent.
QByteArray line(const DuetKeys& keys, int pitch = 60) {
    QByteArray text;
    for (int step = 0; step < 8; ++step) {
        const Cell cell = keys.row(step, range)[static_cast<std::size_t>(pitch - range.lowest)];
        text += cell == struck ? 'x' : (cell & playBit) != 0 ? '-' : '.';
    }
    return text;
}

}  // namespace

class tst_DuetKeys : public QObject {
    Q_OBJECT
private slots:
    void notesFallOnTheNearestSteps_data() {
        QTest::addColumn<double>("on");
        QTest::addColumn<double>("off");
        QTest::addColumn<QByteArray>("cells");
        QTest::newRow("on the step") << 1.0 << 3.0 << QByteArray(".x-.....");
        QTest::newRow("a little early") << 0.6 << 2.9 << QByteArray(".x-.....");
        QTest::newRow("a little late") << 1.4 << 3.2 << QByteArray(".x-.....");
        QTest::newRow("short") << 2.1 << 2.2 << QByteArray("..x.....");
        QTest::newRow("before the first beat") << -0.3 << 1.0 << QByteArray("x.......");
        QTest::newRow("held from the count-in") << -3.0 << 2.0 << QByteArray("x-......");
        QTest::newRow("over before it began") << -3.0 << -2.0 << QByteArray("........");
    }
    void notesFallOnTheNearestSteps() {
        QFETCH(const double, on);
        QFETCH(const double, off);
        DuetKeys keys;
        keys.hear(on, MidiMessage::on(0, 60, 90));
        keys.hear(off, MidiMessage::off(0, 60));
        QTEST(line(keys), "cells");
        QCOMPARE(line(keys, 62), QByteArray("........"));
    }

    void aKeyThatIsDownSoundsOn() {
        DuetKeys keys;
        keys.hear(2.0, MidiMessage::on(0, 60, 90));
        QCOMPARE(line(keys), QByteArray("..x-----"));
        keys.hear(5.0, MidiMessage::on(0, 60, 70));  // again, without an end between
        QCOMPARE(line(keys), QByteArray("..x--x--"));
        keys.hear(6.0, MidiMessage::off(0, 60));
        QCOMPARE(line(keys), QByteArray("..x--x.."));
    }

    void thePedalHolds() {
        DuetKeys keys;
        keys.hear(0.0, MidiMessage::on(0, 60, 90));
        keys.hear(1.0, MidiMessage::control(0, 64, 127));
        keys.hear(2.0, MidiMessage::off(0, 60));
        QCOMPARE(line(keys), QByteArray("x-------"));
        keys.hear(4.0, MidiMessage::control(0, 64, 0));
        QCOMPARE(line(keys), QByteArray("x---...."));
    }

    void whatEndedIsForgotten() {
        DuetKeys keys;
        keys.hear(0.0, MidiMessage::on(0, 60, 90));
        keys.hear(1.0, MidiMessage::off(0, 60));
        keys.hear(3.0, MidiMessage::on(0, 62, 90));
        keys.forget(3);
        QCOMPARE(line(keys), QByteArray("........"));
        QCOMPARE(line(keys, 62), QByteArray("...x----"));
    }
};

QTEST_GUILESS_MAIN(tst_DuetKeys)
#include "tst_DuetKeys.moc"
