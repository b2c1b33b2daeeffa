// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/TensorScene.h"

#include "ui/words/BarBeat.h"
#include "ui/words/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

struct TensorSceneWords {
    Q_DECLARE_TR_FUNCTIONS(TensorSceneWords)
};

SceneCells cellsOf(const Tensor& tensor) {
    const SceneBox box = sceneBox(tensor.steps, tensor.range.size(), tensor.units());
    const int notes = tensor.range.size(), units = tensor.units();
    const auto value = [&](int x, int y, int z) {
        return tensor.values[(static_cast<std::size_t>(x) * static_cast<std::size_t>(notes) + static_cast<std::size_t>(y)) *
                                 static_cast<std::size_t>(units) +
                             static_cast<std::size_t>(z)];
    };
    std::vector<SceneCell> cells;
    const auto add = [&](int x, int y, int z, int length, int along) {
        const float v = value(x, y, z);
        if (v != 0.0F)
            cells.push_back({static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y), static_cast<std::uint16_t>(z),
                             static_cast<std::uint16_t>(length), static_cast<std::uint8_t>(along),
                             tensor.group[static_cast<std::size_t>(z)], v});
    };
    for (int z = 0; z < units; ++z) {
        const UnitShape shape = tensor.shape.empty() ? UnitShape::Cells : tensor.shape[static_cast<std::size_t>(z)];
        if (tensor.steps == 0) break;
        if (shape == UnitShape::AlongNotes) {
            for (int x = 0; x < tensor.steps; ++x) add(x, 0, z, notes, 1);
            continue;
        }
        for (int y = 0; y < notes; ++y) {
            if (shape == UnitShape::AlongTime) {
                add(0, y, z, tensor.steps, 0);
                continue;
            }
            for (int x = 0; x < tensor.steps; ++x) add(x, y, z, 1, 0);
        }
    }
    return {box, std::move(cells)};
}

SceneAxis timeAxis(const Tensor& tensor, const PianoRoll& roll) {
    SceneAxis axis;
    axis.name = toUtf8(TensorSceneWords::tr("Bars"));
    const int beat = beatSteps(roll);
    for (int step = tensor.first; step < tensor.first + tensor.steps; ++step) {
        const int inBar = roll.stepInBar(step);
        const double at = step - tensor.first;
        if (inBar == 0)
            axis.ticks.push_back({at, std::to_string(barNumber(roll, step)), 0, true});
        else if (inBar % beat == 0 && tensor.steps <= 64)
            axis.ticks.push_back({at, toUtf8(barBeat(roll, step)), 1, false});
    }
    return axis;
}

SceneAxis noteAxis(const Tensor& tensor) {
    SceneAxis axis;
    axis.name = toUtf8(TensorSceneWords::tr("Notes"));
    for (int pitch = tensor.range.lowest; pitch <= tensor.range.highest; ++pitch) {
        const double at = pitch - tensor.range.lowest;
        const int pitchClass = pitch % 12;
        if (pitchClass == 0) axis.ticks.push_back({at, {}, 3, true});
        const int level = pitchClass == 0 ? 0 : pitchClass == 7 ? 1 : 2;
        if (level < 2 || tensor.range.size() <= 40) axis.ticks.push_back({at + 0.5, toUtf8(pitchName(pitch)), level, false});
    }
    return axis;
}

/// Groups by their names, with a line where one begins; those that are off at first give way. Of a single group some of its
/// units.
SceneAxis unitAxis(const Tensor& tensor) {
    SceneAxis axis;
    axis.name = toUtf8(tensor.unitAxis);
    const int units = tensor.units();
    if (tensor.groupNames.size() < 2) {
        int every = 1;
        while (units / every > 24) every *= 2;
        for (int z = 0; z < units; z += every)
            axis.ticks.push_back({z + 0.5, toUtf8(tensor.unitNames.value(z, QString::number(z + 1))), 0, false});
        return axis;
    }
    axis.regular = false;
    std::vector<std::pair<int, int>> spans(static_cast<std::size_t>(tensor.groupNames.size()), {units, 0});
    for (int z = 0; z < units; ++z) {
        auto& [first, end] = spans[tensor.group[static_cast<std::size_t>(z)]];
        first = std::min(first, z);
        end = z + 1;
    }
    for (std::size_t group = 0; group < spans.size(); ++group) {
        const auto [first, end] = spans[group];
        const bool off = group < tensor.off.size() && tensor.off[group];
        const std::string name = toUtf8(tensor.groupNames[static_cast<qsizetype>(group)]);
        if (first >= end) continue;
        if (first > 0) axis.ticks.push_back({static_cast<double>(first), {}, 3, true});
        axis.ticks.push_back({(first + end) / 2.0, name, off ? 1 : 0, false});
    }
    std::ranges::stable_sort(axis.ticks, {}, &AxisTick::at);
    return axis;
}

}  // namespace

std::shared_ptr<const TensorScene> tensorScene(Tensor tensor, const PianoRoll& roll) {
    auto scene = std::make_shared<TensorScene>();
    scene->cells = cellsOf(tensor);
    scene->axes = {timeAxis(tensor, roll), noteAxis(tensor), unitAxis(tensor)};
    scene->tensor = std::move(tensor);
    return scene;
}

QString placeWords(const PianoRoll& roll, int step, int pitch) {
    const int beat = beatSteps(roll), inBar = roll.stepInBar(step);
    return TensorSceneWords::tr("Bar %1, beat %2.%3 · %4 (%5)")
        .arg(barNumber(roll, step))
        .arg(inBar / beat + 1)
        .arg(inBar % beat + 1)
        .arg(pitchName(pitch))
        .arg(pitch);
}

QString cellWords(const TensorScene& scene, const PianoRoll& roll, int step, int pitch, int unit) {
    const Tensor& tensor = scene.tensor;
    if (!tensor.holds(step, pitch, unit)) return {};
    const float value = tensor.at(step, pitch, unit);
    const QString what =
        tensor.words ? tensor.words(pitch, unit, value)
                     : TensorSceneWords::tr("%1 = %2").arg(tensor.unitNames.value(unit), figure(static_cast<double>(value)));
    return placeWords(roll, step, pitch) + QStringLiteral(" · ") + what +
           (tensor.aside ? tensor.aside(tensor, step, pitch, unit) : QString());
}

}  // namespace ricercar
