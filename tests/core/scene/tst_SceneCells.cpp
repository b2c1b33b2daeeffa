// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scene/SceneFixtures.h"

#include <QTest>

using namespace ricercar;

class tst_SceneCells : public QObject {
    Q_OBJECT

private slots:
    void everyPlaceIsFound() {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const test::RandomCells made(seed, sceneBox(19, 13, 11), 0.15);
            const SceneCells cells(made.box, made.cells);
            QCOMPARE(cells.size(), made.cells.size());
            for (int z = -1; z <= 11; ++z)
                for (int y = -1; y <= 13; ++y)
                    for (int x = -1; x <= 19; ++x) {
                        const auto expected = made.table.find({x, y, z});
                        QCOMPARE(cells.at(x, y, z), expected == made.table.end() ? 0.0F : expected->second.value);
                    }
        }
    }

    void whatIsOutsideIsLeftOut() {
        const SceneCells cells(sceneBox(4, 4, 4),
                               {{4, 0, 0}, {0, 4, 0}, {0, 0, 4}, {2, 0, 0, 3}, {0, 0, 0, 0}, {3, 3, 3, 1, 0, 0, 2}});
        QCOMPARE(cells.size(), std::size_t{1});
        QCOMPARE(cells.range().second, 2.0F);
        QCOMPARE(SceneCells().size(), std::size_t{0});
        QCOMPARE(SceneCells().at(0, 0, 0), 0.0F);
    }

    /// Slices, threshold and layers against their plain meaning, place by place.
    void whatIsSeenIsExact() {
        Random random(3);
        const test::RandomCells made(2, sceneBox(17, 12, 10), 0.3);
        for (int round = 0; round < 60; ++round) {
            const SceneLook look = test::randomLook(random, made.box);
            std::map<std::array<int, 3>, int> seen;
            for (const SceneCell& cell : made.cells) {
                const auto part = look.seen(cell, made.box);
                if (!part) continue;
                for (int i = 0; i < part->length; ++i)
                    ++seen[{part->x + (part->along == 0 ? i : 0), part->y + (part->along == 1 ? i : 0), part->z}];
            }
            for (const auto& [at, cell] : made.table)
                QCOMPARE(seen.contains(at) ? seen[at] : 0, test::placeSeen(look, at, cell) ? 1 : 0);
            for (const auto& [at, count] : seen) QVERIFY(made.table.contains(at));
        }
    }

    void slicesStayInside() {
        Slices slices;
        slices.axis[0] = {true, 500, 3};
        QCOMPARE(slices.range(0, 10), std::pair(9, 10));
        slices.axis[0] = {true, -5, 2};
        QCOMPARE(slices.range(0, 10), std::pair(0, 1));
        slices.axis[0] = {true, 4, 3};
        QCOMPARE(slices.range(0, 10), std::pair(4, 7));
        slices.axis[0].on = false;
        QCOMPARE(slices.range(0, 10), std::pair(0, 10));
    }

    void cividisGrowsLighter() {
        double before = -1;
        for (int i = 0; i <= 100; ++i) {
            const SceneColor c = cividis(i / 100.0);
            const double light = 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
            QVERIFY(light > before);
            before = light;
        }
        QVERIFY(cividis(-3) == cividis(0));
        QVERIFY(cividis(7) == cividis(1));
        QVERIFY(cividis(std::nan("")) == cividis(0));
    }
};

QTEST_APPLESS_MAIN(tst_SceneCells)
#include "tst_SceneCells.moc"
