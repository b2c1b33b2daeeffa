// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonDepth.h"

#include <QTest>

#include <string>

using namespace ricercar;

class tst_JsonDepth : public QObject {
    Q_OBJECT
private slots:
    void whatStandsInOneAnotherIsCounted() {
        QVERIFY(!nestedTooDeep(""));
        QVERIFY(!nestedTooDeep(std::string(32, '[') + std::string(32, ']')));
        QVERIFY(nestedTooDeep(std::string(33, '[') + std::string(33, ']')));
        QVERIFY(nestedTooDeep(std::string(100'000, '[')));
        std::string beside = "[", objects;
        for (int i = 0; i < 100; ++i) beside += "[{}],";
        QVERIFY(!nestedTooDeep(beside + "0]"));
        for (int i = 0; i < 40; ++i) objects += "{\"a\":";
        QVERIFY(nestedTooDeep(objects));
    }

    void bracketsInTextsAreText() {
        const std::string many(100, '[');
        QVERIFY(!nestedTooDeep("[\"" + many + "\"]"));
        QVERIFY(!nestedTooDeep("[\"a\\\"" + many + "\"]"));
        QVERIFY(nestedTooDeep("[\"a\\\\\"," + many));
        QVERIFY(!nestedTooDeep("[\"" + many));
        QVERIFY(!nestedTooDeep("[\"\\"));
    }
};

QTEST_APPLESS_MAIN(tst_JsonDepth)
#include "tst_JsonDepth.moc"
