// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scene/SceneFixtures.h"

#include <QTest>

#include <numbers>

using namespace ricercar;

class tst_Camera : public QObject {
    Q_OBJECT

    static constexpr std::array presets{CameraPreset::Home, CameraPreset::TimeNote, CameraPreset::TimeFeature,
                                        CameraPreset::NoteFeature};

private slots:
    void gridAndWorldGoBothWays() {
        const SceneBox box = sceneBox(128, 88, 79);
        for (const Vector3& at : {Vector3{0, 0, 0}, Vector3{128, 88, 79}, Vector3{3.25, 40.5, 70}}) {
            const Vector3 back = box.toGrid(box.toWorld(at));
            QVERIFY(length(back - at) < 1e-9);
        }
        QVERIFY(length(box.toWorld({64, 44, 39.5})) < 1e-12);
    }

    /// A world point, drawn, and the ray through its pixel: the ray passes through the point.
    void raysMeetWhatWasProjected() {
        Random random(7);
        const SceneBox box = sceneBox(96, 60, 79);
        Camera camera;
        for (int i = 0; i < 500; ++i) {
            camera.setViewport(200 + random.uniform() * 900, 200 + random.uniform() * 700);
            camera.setPose(test::randomPose(random, box));
            const Vector3 at = box.toWorld({random.uniform() * 96, random.uniform() * 60, random.uniform() * 79});
            const ScreenPoint screen = camera.project(at);
            if (screen.w <= 0.01) continue;
            const Ray ray = camera.ray(screen.x, screen.y, box.radius());
            const Vector3 from = at - ray.origin;
            const double along = dot(from, ray.direction) / dot(ray.direction, ray.direction);
            QVERIFY(along >= -1e-9);  // the ray begins before it
            QVERIFY2(length(from - ray.direction * along) < 1e-7, qPrintable(QString::number(i)));
        }
    }

    /// The matrix that a graphics card gets draws points where project() says, nearer ones with less depth.
    void matrixAndProjectionAgree() {
        Random random(8);
        const SceneBox box = sceneBox(40, 30, 20);
        Camera camera;
        camera.setViewport(640, 480);
        for (int i = 0; i < 300; ++i) {
            camera.setPose(test::randomPose(random, box));
            const Matrix4 m = camera.gridToClip(box);
            const auto clip = [&](const Vector3& g) {
                std::array<double, 4> c{};
                for (std::size_t r = 0; r < 4; ++r) c[r] = m[r] * g.x + m[4 + r] * g.y + m[8 + r] * g.z + m[12 + r];
                return c;
            };
            const Vector3 grid{random.uniform() * 40, random.uniform() * 30, random.uniform() * 20};
            const ScreenPoint at = camera.project(box.toWorld(grid));
            if (at.w <= 0.01) continue;
            const auto c = clip(grid);
            QVERIFY(std::abs((c[0] / c[3] + 1) / 2 * 640 - at.x) < 1e-6);
            QVERIFY(std::abs((1 - c[1] / c[3]) / 2 * 480 - at.y) < 1e-6);
            QVERIFY(std::abs(c[2] / c[3]) <= 1.0 + 1e-6);  // between near and far
            const Vector3 nearer = box.toGrid(box.toWorld(grid) + camera.toEye() * 1e-3);
            const auto n = clip(nearer);
            QVERIFY(n[2] / n[3] < c[2] / c[3]);
        }
    }

    void presetsSeeTheirAxes() {
        const SceneBox box = sceneBox(128, 88, 79);
        Camera camera;
        camera.setViewport(800, 600);
        const auto moves = [&](CameraPreset preset, const Vector3& grid) {
            camera.setPose(presetPose(preset, box, 800, 600, 40));
            const ScreenPoint a = camera.project(box.toWorld({10, 10, 10}));
            const ScreenPoint b = camera.project(box.toWorld(Vector3{10, 10, 10} + grid));
            return QPointF(b.x - a.x, b.y - a.y);
        };
        const auto points = [](QPointF p, bool right, bool up) {
            return (right ? p.x() > 1 : std::abs(p.x()) < 1e-6) && (up ? p.y() < -1 : std::abs(p.y()) < 1e-6);
        };
        QVERIFY(points(moves(CameraPreset::TimeNote, {20, 0, 0}), true, false));
        QVERIFY(points(moves(CameraPreset::TimeNote, {0, 20, 0}), false, true));
        QVERIFY(points(moves(CameraPreset::TimeNote, {0, 0, 20}), false, false));
        QVERIFY(points(moves(CameraPreset::TimeFeature, {20, 0, 0}), true, false));
        QVERIFY(points(moves(CameraPreset::TimeFeature, {0, 0, 20}), false, true));
        QVERIFY(points(moves(CameraPreset::NoteFeature, {0, 0, 20}), true, false));
        QVERIFY(points(moves(CameraPreset::NoteFeature, {0, 20, 0}), false, true));
    }

    void presetsShowEverything() {
        for (const CameraPreset preset : presets)
            for (const int steps : {16, 128, 256})
                for (const auto& [width, height] : {std::pair(800.0, 600.0), {300.0, 900.0}, {1600.0, 300.0}}) {
                    const SceneBox box = sceneBox(steps, 88, 79);
                    Camera camera;
                    camera.setViewport(width, height);
                    camera.setPose(presetPose(preset, box, width, height, 40));
                    double widest = 0;
                    for (int corner = 0; corner < 8; ++corner) {
                        const ScreenPoint p = camera.project(
                            box.toWorld({(corner & 1) * 1.0 * steps, (corner >> 1 & 1) * 88.0, (corner >> 2) * 79.0}));
                        QVERIFY(p.w > 0);
                        QVERIFY(p.x >= 39 && p.x <= width - 39 && p.y >= 39 && p.y <= height - 39);
                        widest = std::max({widest, std::abs(p.x - width / 2) / (width / 2 - 40),
                                           std::abs(p.y - height / 2) / (height / 2 - 40)});
                    }
                    QVERIFY(widest > 0.97);  // and uses the room
                }
    }

    void zoomKeepsThePointUnderThePointer() {
        Camera camera;
        camera.setViewport(800, 600);
        CameraPose pose;
        pose.yaw = 0.4;
        pose.pitch = 0.3;
        camera.setPose(pose);
        const Vector3 at = camera.right() * 0.4 + camera.up() * -0.2;
        const ScreenPoint before = camera.project(at);
        camera.zoom(1.7, before.x, before.y);
        const ScreenPoint after = camera.project(at);
        QVERIFY(std::hypot(after.x - before.x, after.y - before.y) < 1e-9);
        camera.pan(30, -20);
        const ScreenPoint panned = camera.project(at);
        QVERIFY(std::hypot(panned.x - after.x - 30, panned.y - after.y + 20) < 1e-9);
    }

    void orbitStaysUpright() {
        Camera camera;
        camera.setViewport(800, 600);
        for (int i = 0; i < 50; ++i) camera.orbit(37, 91);
        QCOMPARE(camera.pose().pitch, std::numbers::pi / 2);
        QVERIFY(std::abs(camera.pose().yaw) <= std::numbers::pi);
        QVERIFY(std::abs(length(camera.up()) - 1) < 1e-9);
    }

    void transitionsGoTheShortWay() {
        CameraPose a, b;
        a.yaw = 3.0;
        b.yaw = -3.0;
        b.halfHeight = 4;
        const CameraPose half = between(a, b, 0.5);
        QVERIFY(std::abs(std::abs(half.yaw) - std::numbers::pi) < 1e-9);
        QVERIFY(std::abs(half.halfHeight - 2) < 1e-9);
        QVERIFY(between(a, b, 0) == a);
        QVERIFY(std::abs(std::remainder(between(a, b, 1).yaw - b.yaw, 2 * std::numbers::pi)) < 1e-9);
    }

    void flatViewsAreFound() {
        for (const CameraPreset preset : {CameraPreset::TimeNote, CameraPreset::TimeFeature, CameraPreset::NoteFeature})
            QVERIFY(nearestFlat(presetPose(preset, sceneBox(64, 88, 79), 800, 600, 40)) == preset);
    }
};

QTEST_APPLESS_MAIN(tst_Camera)
#include "tst_Camera.moc"
