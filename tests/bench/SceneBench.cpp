// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchWindow.h"
#include "tests/bench/Benches.h"
#include "tests/bench/Work.h"

#include "core/base/Random.h"
#include "ui/kit/Theme.h"
#include "ui/tensor/GlProbe.h"
#include "ui/tensor/SceneInk.h"
#include "ui/tensor/SceneView.h"

#include <QApplication>

#include <chrono>

namespace ricercar::bench {
namespace {

constexpr double secondsOfARound = 1.0;
constexpr int warmUp = 3;

/// As many cells as wanted, spread over a window of 128 steps x 88 notes x units.
std::shared_ptr<const TensorScene> manyCells(int count) {
    const SceneBox box = sceneBox(128, 88, count > 500'000 ? 256 : 79);
    const double share = static_cast<double>(count) / box.size[0] / box.size[1] / box.size[2];
    Random random(7);
    std::vector<SceneCell> cells;
    cells.reserve(static_cast<std::size_t>(count) + 1);
    for (int z = 0; z < box.size[2]; ++z)
        for (int y = 0; y < box.size[1]; ++y)
            for (int x = 0; x < box.size[0]; ++x)
                if (random.uniform() < share)
                    cells.push_back({static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y),
                                     static_cast<std::uint16_t>(z), 1, 0, static_cast<std::uint8_t>(z % 6), 1.0F});
    auto scene = std::make_shared<TensorScene>();
    scene->cells = SceneCells(box, std::move(cells));
    scene->axes[0].name = "Bars";
    scene->axes[1].name = "Notes";
    scene->axes[2].name = "Features";
    for (int bar = 0; bar < 8; ++bar) scene->axes[0].ticks.push_back({bar * 16.0, std::to_string(bar + 1), 0, true});
    return scene;
}

struct Speed {
    std::size_t cells = 0;
    double framesASecond = 0;
    QString primitive, renderer;
};

/// Frames a second while the view turns, each one painted to the end.
Speed speedOf(int count, const Options& options) {
    SceneView view;
    view.resize(800, 600);
    view.show();
    const auto scene = manyCells(count);
    view.setScene(scene);
    SceneLook look;
    for (const QColor& color : layerColors(Theme::current(), 6)) look.layers.push_back({true, toSceneColor(color), false, 1.0});
    view.setLook(look);
    QApplication::processEvents();
    CameraPose pose = view.frame().camera.pose();
    const auto turn = [&] {
        pose.yaw += 0.02;
        view.setPose(pose);
        view.canvas()->widget().repaint();
        QApplication::processEvents();
    };
    for (int i = 0; i < warmUp; ++i) turn();
    std::vector<double> rates;
    for (int round = 0; round < options.rounds; ++round) {
        const auto begun = std::chrono::steady_clock::now();
        int frames = 0;
        double seconds = 0;
        do {
            turn();
            ++frames;
            seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        } while (seconds < secondsOfARound);
        rates.push_back(frames / seconds);
    }
    return {scene->cells.size(), median(rates),
            view.canvas()->primitive() == Primitive::Cubes ? QStringLiteral("cubes") : QStringLiteral("points"),
            view.canvas()->renderer()};
}

}  // namespace

Report sceneBench(const Options& options) {
    // With a display OpenGL is what people get; without one the software back end.
    const BenchWindow window(qEnvironmentVariableIsEmpty("DISPLAY"));
    const Speed forty = speedOf(40'000, options), million = speedOf(1'000'000, options);

    Report report;
    addMachine(report, options);
    report.add("renderer", forty.renderer.toStdString(), "Drawn by");
    report.add("size", "800x600", "Picture");
    report.add("cells_40k", static_cast<double>(forty.cells), "", "Cells");
    report.add("primitive_40k", forty.primitive.toStdString(), "Drawn as");
    report.add("fps_40k", forty.framesASecond, "/s", "40,000 cells, turning: frames a second");
    report.add("cells_1m", static_cast<double>(million.cells), "", "Cells");
    report.add("primitive_1m", million.primitive.toStdString(), "Drawn as");
    report.add("fps_1m", million.framesASecond, "/s", "1,000,000 cells, turning: frames a second");
    return report;
}

}  // namespace ricercar::bench
