// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/Raster.h"

#include "core/scene/Picking.h"
#include "tests/core/scene/SceneFixtures.h"

#include <QTest>

using namespace ricercar;

class tst_Raster : public QObject {
    Q_OBJECT

    struct Picture {
        std::vector<std::uint32_t> pixels;
        int width, height;
        Picture(int w, int h) : pixels(static_cast<std::size_t>(w * h), 0xFFFFFFFFU), width(w), height(h) {}
        PixelView view() { return {pixels.data(), width, height, width}; }
        [[nodiscard]] std::uint32_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }
    };

private slots:
    void pixelsAreThoseWhoseMiddleIsInside() {
        Random random(41);
        for (int round = 0; round < 200; ++round) {
            Picture picture(40, 30);
            const auto some = [&](double size) { return random.uniform() * size * 1.6 - size * 0.3; };
            // A parallelogram, partly outside.
            const double x = some(40), y = some(30), ux = some(20), uy = some(20), vx = some(20), vy = some(20);
            fillFace(picture.view(),
                     {{ScreenPoint{x, y}, {x + ux, y + uy}, {x + ux + vx, y + uy + vy}, {x + vx, y + vy}}, {1, 2, 3, 255}});
            const double det = ux * vy - uy * vx;
            for (int py = 0; py < 30; ++py)
                for (int px = 0; px < 40; ++px) {
                    const double dx = px + 0.5 - x, dy = py + 0.5 - y;
                    const double a = (dx * vy - dy * vx) / det, b = (ux * dy - uy * dx) / det;
                    const double inside = std::min({a, b, 1 - a, 1 - b});
                    if (std::abs(inside) < 1e-9) continue;
                    QCOMPARE(picture.at(px, py), inside > 0 ? 0xFF010203U : 0xFFFFFFFFU);
                }
        }
    }

    /// At the middle of a pixel the picture shows the cell that picking finds there.
    void picturesAndPickingAgree() {
        Random random(42);
        int cellsMet = 0, differ = 0;
        for (int round = 0; round < 20; ++round) {
            test::RandomCells made(50 + static_cast<std::uint64_t>(round), sceneBox(12, 10, 10), 0.1);
            const SceneCells cells(made.box, made.cells);
            SceneLook look;
            look.layers.resize(3);
            for (std::size_t i = 0; i < 3; ++i)
                look.layers[i].color = {static_cast<std::uint8_t>(250 - 90 * i), static_cast<std::uint8_t>(80 * i), 99, 255};
            Camera camera;
            camera.setViewport(200, 150);
            camera.setPose(test::randomPose(random, made.box));
            std::vector<PaintedCell> list;
            drawList(cells, look, eyeCell(camera, made.box), false, list);
            Picture picture(200, 150);
            rasterCells(picture.view(), list, CellFaces(camera, made.box), Primitive::Cubes);
            for (int y = 0; y < 150; y += 3)
                for (int x = 0; x < 200; x += 3) {
                    const auto found = pick(cells, look, camera.ray(x + 0.5, y + 0.5, made.box.radius()));
                    if (!found) {
                        QCOMPARE(picture.at(x, y), 0xFFFFFFFFU);
                        continue;
                    }
                    ++cellsMet;
                    const SceneColor color = look.colorOf(cells.all()[found->index]);
                    bool some = false;
                    for (const double light : faceLight)
                        some = some || std::abs(static_cast<int>(picture.at(x, y) >> 16U & 255U) - color.r * light) < 2;
                    if (!some) ++differ;  // seen through the gap that is left around a cell
                }
        }
        QVERIFY(cellsMet > 2000);
        QVERIFY2(differ < cellsMet / 4, qPrintable(QString("%1 of %2").arg(differ).arg(cellsMet)));
    }

    void translucentFacesMix() {
        Picture picture(4, 4);
        const CellFace face{{ScreenPoint{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {255, 0, 0, 128}};
        fillFace(picture.view(), face);
        const std::uint32_t mixed = picture.at(1, 1);
        QCOMPARE(mixed >> 24U, 255U);
        QCOMPARE(mixed >> 16U & 255U, 255U);
        QVERIFY(std::abs(static_cast<int>(mixed >> 8U & 255U) - 127) <= 1);
        QVERIFY(std::abs(static_cast<int>(mixed & 255U) - 127) <= 1);
    }

    void pointsAreSquares() {
        const SceneBox box = sceneBox(8, 8, 8);
        Camera camera;
        camera.setViewport(100, 100);
        camera.setPose(presetPose(CameraPreset::TimeNote, box, 100, 100, 10));
        Picture picture(100, 100);
        PaintedCell cell{3, 3, 3, 1, {9, 9, 9, 255}, 0};
        rasterCells(picture.view(), std::span(&cell, 1), CellFaces(camera, box), Primitive::Points);
        const auto filled = std::count(picture.pixels.begin(), picture.pixels.end(), 0xFF090909U);
        const double edge = pointSize(camera, box);
        QVERIFY(std::abs(static_cast<double>(filled) - edge * edge) < 2.5 * edge);
        const ScreenPoint middle = camera.project(box.toWorld({3.5, 3.5, 3.5}));
        QCOMPARE(picture.at(static_cast<int>(middle.x), static_cast<int>(middle.y)), 0xFF090909U);
    }

    void wildNumbersDoNoHarm() {
        Picture picture(10, 10);
        const double nan = std::nan(""), inf = 1e300;
        fillFace(picture.view(), {{ScreenPoint{nan, nan}, {nan, 3}, {4, nan}, {1, 1}}, {1, 1, 1, 255}});
        fillFace(picture.view(), {{ScreenPoint{-inf, -inf}, {inf, -inf}, {inf, inf}, {-inf, inf}}, {1, 1, 1, 255}});
        fillFace(picture.view(), {{ScreenPoint{-1e6, -1e6}, {1e6, -1e6}, {1e6, 1e6}, {-1e6, 1e6}}, {1, 1, 1, 255}});
        QCOMPARE(picture.at(5, 5), 0xFF010101U);
    }
};

QTEST_APPLESS_MAIN(tst_Raster)
#include "tst_Raster.moc"
