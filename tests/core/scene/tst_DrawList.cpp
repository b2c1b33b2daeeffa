// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/DrawList.h"

#include "core/scene/Picking.h"
#include "tests/core/scene/SceneFixtures.h"

#include <QTest>

using namespace ricercar;

class tst_DrawList : public QObject {
    Q_OBJECT

private slots:
    void holdsExactlyWhatIsSeen() {
        Random random(21);
        const test::RandomCells made(3, sceneBox(16, 12, 10), 0.25);
        const SceneCells cells(made.box, made.cells);
        std::vector<PaintedCell> list;
        for (int round = 0; round < 60; ++round) {
            const SceneLook look = test::randomLook(random, made.box);
            Camera camera;
            camera.setViewport(400, 300);
            camera.setPose(test::randomPose(random, made.box));
            for (const bool split : {false, true}) {
                drawList(cells, look, eyeCell(camera, made.box), split, list);
                std::map<std::array<int, 3>, int> drawn;
                for (const PaintedCell& cell : list) {
                    QVERIFY(!split || cell.length == 1);
                    for (int i = 0; i < cell.length; ++i)
                        ++drawn[{cell.x + (cell.along == 0 ? i : 0), cell.y + (cell.along == 1 ? i : 0), cell.z}];
                }
                for (const auto& [at, cell] : made.table)
                    QCOMPARE(drawn.contains(at) ? drawn[at] : 0, test::placeSeen(look, at, cell) ? 1 : 0);
            }
        }
    }

    /// Painted one over another in this order, the last cell at a pixel is the nearest one: what picking finds there.
    void nearCellsComeLast() {
        Random random(22);
        int met = 0;
        for (int round = 0; round < 60; ++round) {
            const test::RandomCells made(100 + static_cast<std::uint64_t>(round), sceneBox(12, 10, 10), 0.15);
            const SceneCells cells(made.box, made.cells);
            SceneLook look;
            look.layers.resize(3);
            Camera camera;
            camera.setViewport(400, 300);
            camera.setPose(test::randomPose(random, made.box));
            std::vector<PaintedCell> list;
            drawList(cells, look, eyeCell(camera, made.box), false, list);
            std::map<std::array<int, 3>, std::size_t> place;
            for (std::size_t i = 0; i < list.size(); ++i)
                for (int k = 0; k < list[i].length; ++k)
                    place[{list[i].x + (list[i].along == 0 ? k : 0), list[i].y + (list[i].along == 1 ? k : 0), list[i].z}] = i;
            for (int shot = 0; shot < 40; ++shot) {
                const Ray ray = camera.ray(random.uniform() * 400, random.uniform() * 300, made.box.radius());
                const auto nearest = pick(cells, look, ray);
                if (!nearest) continue;
                ++met;
                // Everything else that the ray meets is drawn earlier.
                const Vector3 o = made.box.toGrid(ray.origin), d = made.box.directionToGrid(ray.direction);
                for (double t = nearest->distance; t < nearest->distance + 4; t += 0.01) {
                    const std::array<int, 3> at{static_cast<int>(std::floor(o.x + d.x * t)),
                                                static_cast<int>(std::floor(o.y + d.y * t)),
                                                static_cast<int>(std::floor(o.z + d.z * t))};
                    const auto other = place.find(at);
                    if (other != place.end()) QVERIFY(other->second <= place.at(nearest->cell));
                }
            }
        }
        QVERIFY(met > 300);
    }

    void coloursComeFromLayers() {
        SceneLook look;
        look.layers = {{true, {10, 20, 30, 255}, false, 0.5}, {true, {}, true, 1.0}};
        look.lowest = 0;
        look.highest = 4;
        QVERIFY((look.colorOf({0, 0, 0, 1, 0, 0, 1}) == SceneColor{10, 20, 30, 128}));
        QVERIFY(look.colorOf({0, 0, 0, 1, 0, 1, 4}) == cividis(1));
        QVERIFY(look.colorOf({0, 0, 0, 1, 0, 1, 2}) == cividis(0.5));
        QVERIFY(look.translucent());
        look.layers[0].visible = false;
        QVERIFY(!look.translucent());
        QVERIFY(!look.seen({0, 0, 0, 1, 0, 0, 1}, sceneBox(1, 1, 1)));
        QVERIFY(!look.seen({0, 0, 0, 1, 0, 7, 1}, sceneBox(1, 1, 1)));
        QVERIFY(look.seen({0, 0, 0, 1, 0, 1, 1}, sceneBox(1, 1, 1)).has_value());
        QVERIFY(primitiveFor(100, 100) == Primitive::Cubes && primitiveFor(101, 100) == Primitive::Points);
    }
};

QTEST_APPLESS_MAIN(tst_DrawList)
#include "tst_DrawList.moc"
