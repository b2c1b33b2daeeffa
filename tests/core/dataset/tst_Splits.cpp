// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Splits.h"

#include <QTest>

#include <string>

using namespace ricercar;

class tst_Splits : public QObject {
    Q_OBJECT
private slots:
    void theShareIsKept() {
        for (const double share : {0.0, 0.1, 0.5, 1.0}) {
            int validation = 0;
            for (int i = 0; i < 10000; ++i)
                validation += subsetOf("file " + std::to_string(i), 1, {share, 0}) == Subset::Validation;
            QVERIFY(std::abs(validation / 10000.0 - share) < 0.015);
        }
    }

    void aLargerShareOnlyAddsToASmallerOne() {
        for (int i = 0; i < 1000; ++i) {
            const std::string file = std::to_string(i);
            if (subsetOf(file, 3, {0.1, 0}) == Subset::Validation) QVERIFY(subsetOf(file, 3, {0.3, 0}) == Subset::Validation);
        }
    }

    void anotherSeedGivesAnotherSplit() {
        int moved = 0;
        for (int i = 0; i < 1000; ++i)
            moved += subsetOf(std::to_string(i), 1, {0.5, 0}) != subsetOf(std::to_string(i), 2, {0.5, 0});
        QVERIFY(moved > 400 && moved < 600);
    }

    /// A run that goes on relies on it: the split is part of the file format.
    void theSplitIsTheSameForEver() {
        std::string subsets;
        for (int i = 0; i < 32; ++i) subsets += subsetOf(std::to_string(i), 1, {0.25, 0}) == Subset::Validation ? 'v' : 't';
        QCOMPARE(subsets, std::string("vtvvttttttvtvtttttvvtvtttttvtttt"));
    }
};

QTEST_APPLESS_MAIN(tst_Splits)
#include "tst_Splits.moc"
