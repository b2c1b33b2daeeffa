// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/Picking.h"

#include "tests/core/scene/SceneFixtures.h"

#include <QTest>

using namespace ricercar;

namespace {

/// The nearest seen place that a ray meets, by asking every place of the grid.
std::optional<std::pair<std::array<int, 3>, double>> bruteForce(const test::RandomCells& made, const SceneLook& look,
                                                                const Ray& ray) {
    const Vector3 o = made.box.toGrid(ray.origin), d = made.box.directionToGrid(ray.direction);
    const std::array<double, 3> origin{o.x, o.y, o.z}, direction{d.x, d.y, d.z};
    std::optional<std::pair<std::array<int, 3>, double>> best;
    for (const auto& [at, cell] : made.table) {
        if (!test::placeSeen(look, at, cell)) continue;
        double enter = 0, leave = 1e30;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double a = (at[axis] - origin[axis]) / direction[axis], b = (at[axis] + 1 - origin[axis]) / direction[axis];
            enter = std::max(enter, std::min(a, b));
            leave = std::min(leave, std::max(a, b));
        }
        if (enter <= leave && (!best || enter < best->second)) best = {at, enter};
    }
    return best;
}

}  // namespace

class tst_Picking : public QObject {
    Q_OBJECT

private slots:
    void nearestCellAgainstBruteForce() {
        Random random(5);
        int hits = 0;
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const test::RandomCells made(seed, sceneBox(14, 11, 10), seed % 2 == 0 ? 0.02 : 0.2);
            const SceneCells cells(made.box, made.cells);
            for (int round = 0; round < 200; ++round) {
                const SceneLook look = test::randomLook(random, made.box);
                Camera camera;
                camera.setViewport(400, 300);
                camera.setPose(test::randomPose(random, made.box));
                const Ray ray = camera.ray(random.uniform() * 400, random.uniform() * 300, made.box.radius());
                const auto expected = bruteForce(made, look, ray);
                const auto found = pick(cells, look, ray);
                QCOMPARE(found.has_value(), expected.has_value());
                if (!found) continue;
                ++hits;
                QVERIFY(std::abs(found->distance - expected->second) < 1e-9);
                QCOMPARE(found->cell, expected->first);
            }
        }
        QVERIFY2(hits > 200, qPrintable(QString::number(hits)));
    }

    /// Flat views look along the grid, where rays have no part in two of the axes.
    void flatViews() {
        const test::RandomCells made(9, sceneBox(14, 11, 10), 0.2);
        const SceneCells cells(made.box, made.cells);
        SceneLook look;
        look.layers.resize(3);
        Camera camera;
        camera.setViewport(400, 300);
        camera.setPose(presetPose(CameraPreset::TimeNote, made.box, 400, 300, 10));
        for (int x = 0; x < 14; ++x)
            for (int y = 0; y < 11; ++y) {
                int nearest = -1;
                for (int z = 9; z >= 0; --z)
                    if (made.table.contains({x, y, z})) nearest = z;
                const ScreenPoint at = camera.project(made.box.toWorld({x + 0.4, y + 0.6, 0}));
                const auto found = pick(cells, look, camera.ray(at.x, at.y, made.box.radius()));
                QCOMPARE(found.has_value(), nearest >= 0);
                if (found) QCOMPARE(found->cell, (std::array<int, 3>{x, y, nearest}));
            }
    }

    void rubberBandAgainstBruteForce() {
        Random random(11);
        const test::RandomCells made(4, sceneBox(14, 11, 10), 0.2);
        const SceneCells cells(made.box, made.cells);
        for (int round = 0; round < 40; ++round) {
            const SceneLook look = test::randomLook(random, made.box);
            Camera camera;
            camera.setViewport(400, 300);
            camera.setPose(test::randomPose(random, made.box));
            const double left = random.uniform() * 200, top = random.uniform() * 150, right = left + 150, bottom = top + 100;
            const BoxSelection found = cellsIn(cells, look, camera, right, bottom, left, top);
            std::size_t expected = 0;
            double sum = 0;
            for (const auto& [at, cell] : made.table) {
                if (!test::placeSeen(look, at, cell)) continue;
                const ScreenPoint p = camera.project(made.box.toWorld({at[0] + 0.5, at[1] + 0.5, at[2] + 0.5}));
                if (p.w <= 0 || p.x < left || p.x > right || p.y < top || p.y > bottom) continue;
                ++expected;
                sum += static_cast<double>(cell.value);
                for (std::size_t axis = 0; axis < 3; ++axis)
                    QVERIFY(at[axis] >= found.range.first[axis] && at[axis] <= found.range.last[axis]);
            }
            QCOMPARE(found.cells, expected);
            QVERIFY(std::abs(found.sum - sum) < 1e-6);
        }
    }

    void nothingIsHitWhereNothingIs() {
        Camera camera;
        camera.setViewport(100, 100);
        QVERIFY(!pick(SceneCells(), SceneLook(), camera.ray(50, 50, 2)));
    }
};

QTEST_APPLESS_MAIN(tst_Picking)
#include "tst_Picking.moc"
