// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/AxisLayout.h"

#include "tests/core/scene/SceneFixtures.h"

#include <QTest>

using namespace ricercar;

class tst_AxisLayout : public QObject {
    Q_OBJECT

    static std::array<SceneAxis, 3> axes() {
        std::array<SceneAxis, 3> made;
        made[0].name = "Bars";
        for (int bar = 0; bar < 8; ++bar) made[0].ticks.push_back({bar * 16.0, std::to_string(bar + 1), 0, true});
        made[1].name = "Notes";
        for (int pitch = 3; pitch < 88; pitch += 12)
            made[1].ticks.push_back({pitch + 0.5, "C" + std::to_string(pitch / 12 + 1), 0, true});
        made[2].name = "Features";
        made[2].regular = false;
        for (const auto& [at, name] :
             {std::pair(25.0, "vicinity"), {50.5, "MIDI value"}, {57.0, "pitch class"}, {69.0, "counts"}, {77.0, "beat"}})
            made[2].ticks.push_back({at, name, 0, false});
        return made;
    }
    static std::pair<double, double> measure(const std::string& text, bool) {
        return {7.0 * static_cast<double>(text.size()), 14};
    }

private slots:
    void labelsNeverOverlap() {
        Random random(31);
        const SceneBox box = sceneBox(128, 88, 79);
        Camera camera;
        camera.setViewport(800, 600);
        for (int round = 0; round < 400; ++round) {
            camera.setPose(test::randomPose(random, box));
            const AxisPlan plan = planAxes(camera, box, axes(), measure);
            for (std::size_t i = 0; i < plan.labels.size(); ++i) {
                const PlacedLabel& a = plan.labels[i];
                QVERIFY(a.x - a.width / 2 >= -1e-6 && a.x + a.width / 2 <= 800 + 1e-6);
                QVERIFY(a.y - a.height / 2 >= -1e-6 && a.y + a.height / 2 <= 600 + 1e-6);
                for (std::size_t j = 0; j < i; ++j) {
                    const PlacedLabel& b = plan.labels[j];
                    QVERIFY(std::abs(a.x - b.x) >= (a.width + b.width) / 2 || std::abs(a.y - b.y) >= (a.height + b.height) / 2);
                }
            }
        }
    }

    /// From home all three axes have a name and labels; a flat view has two, the one along the view none.
    void everyAxisIsNamed() {
        const SceneBox box = sceneBox(128, 88, 79);
        Camera camera;
        camera.setViewport(800, 600);
        const auto counts = [&](CameraPreset preset) {
            camera.setPose(presetPose(preset, box, 800, 600, 70));
            std::array<int, 6> found{};
            for (const PlacedLabel& label : planAxes(camera, box, axes(), measure).labels)
                ++found[static_cast<std::size_t>(label.axis) + (label.title ? 3 : 0)];
            return found;
        };
        const auto home = counts(CameraPreset::Home);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            QVERIFY(home[axis] >= 3);
            QCOMPARE(home[axis + 3], 1);
        }
        const auto front = counts(CameraPreset::TimeNote);
        QCOMPARE(front[0], 8);
        QCOMPARE(front[1], 8);
        QCOMPARE(front[2], 0);
        QCOMPARE(front[5], 0);
        QCOMPARE(counts(CameraPreset::TimeFeature)[1], 0);
        QCOMPARE(counts(CameraPreset::NoteFeature)[0], 0);
    }

    /// A label stands beside its tick: in a flat view straight below it.
    void labelsStandAtTheirTicks() {
        const SceneBox box = sceneBox(128, 88, 79);
        Camera camera;
        camera.setViewport(800, 600);
        camera.setPose(presetPose(CameraPreset::TimeNote, box, 800, 600, 70));
        for (const PlacedLabel& label : planAxes(camera, box, axes(), measure).labels) {
            if (label.axis != 0 || label.title) continue;
            const ScreenPoint at = camera.project(box.toWorld({(std::stoi(label.text) - 1) * 16.0, 0, 0}));
            QVERIFY(std::abs(at.x - label.x) < 1e-6 && label.y > at.y);
        }
        // In perspective, too, ticks are where the grid is.
        camera.setPose(presetPose(CameraPreset::Home, box, 800, 600, 70));
        for (const PlacedLabel& label : planAxes(camera, box, axes(), measure).labels) {
            if (label.axis != 0 || label.title) continue;
            const ScreenPoint at = camera.project(box.toWorld({(std::stoi(label.text) - 1) * 16.0, 0, 0}));
            QVERIFY(std::hypot(at.x - label.x, at.y - label.y) < 40);
        }
    }

    void wallsStandBehind() {
        const SceneBox box = sceneBox(128, 88, 79);
        Camera camera;
        camera.setViewport(800, 600);
        camera.setPose(presetPose(CameraPreset::Home, box, 800, 600, 70));
        QCOMPARE(planAxes(camera, box, axes(), measure).walls.size(), std::size_t{3});
        camera.setPose(presetPose(CameraPreset::TimeNote, box, 800, 600, 70));
        QCOMPARE(planAxes(camera, box, axes(), measure).walls.size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(tst_AxisLayout)
#include "tst_AxisLayout.moc"
