// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/NetworkTensors.h"

#include "core/learning/Saliency.h"
#include "ui/services/FeatureTensor.h"
#include "ui/words/BarBeat.h"
#include "ui/words/FeatureWords.h"
#include "ui/words/Words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ricercar {
namespace {

struct NetworkTensorsWords {
    Q_DECLARE_TR_FUNCTIONS(NetworkTensorsWords)
};

constexpr double leastActivation = 0.25;  ///< of the largest: or the view is a solid block
constexpr double leastGradient = 0.1;
constexpr int mostSaliencySteps = 256;

}  // namespace

Tensor layerTensor(InferenceCache& cache, const LayerName& layer, const QString& name, UnitOrder order, int first, int steps,
                   const Task& task) {
    const Activations made = activationsOf(cache, layer, first, std::min(steps, cache.roll().steps() - first), task);
    const std::vector<double> figures =
        order.feature ? unitCorrelations(made, cache.roll(), cache.engine().config(), *order.feature) : unitVariances(made);
    const auto units = static_cast<std::size_t>(layer.units);
    std::vector<std::size_t> sorted(units);
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::ranges::stable_sort(sorted, std::greater<>(), [&](std::size_t unit) { return std::abs(figures[unit]); });

    Tensor tensor;
    tensor.unitAxis = NetworkTensorsWords::tr("Units");
    tensor.groupNames = QStringList{name};
    tensor.group.assign(units, 0);
    tensor.least = leastActivation;
    for (const std::size_t unit : sorted)
        tensor.unitNames << (order.feature ? NetworkTensorsWords::tr("unit %1 (r = %2)")
                                           : NetworkTensorsWords::tr("unit %1 (variance %2)"))
                                .arg(unit + 1)
                                .arg(QLocale().toString(figures[unit], 'f', 2));
    tensor.first = made.first;
    tensor.steps = made.steps;
    tensor.range = made.range;
    tensor.values.resize(static_cast<std::size_t>(made.steps) * static_cast<std::size_t>(made.range.size()) * units);
    for (std::size_t cell = 0; cell * units < tensor.values.size(); ++cell)
        for (std::size_t z = 0; z < units; ++z) tensor.values[cell * units + z] = made.values[cell * units + sorted[z]];
    return tensor;
}

Tensor saliencyTensor(const AskedModel& model, const PianoRoll& roll, std::optional<CellRef> cell, int first, int steps,
                      const Task& task) {
    const FeatureLayout layout = model.checkpoint.config.model.layout;
    Tensor tensor = featureAxis(layout);
    tensor.range = roll.range();
    tensor.first = first;
    tensor.least = leastGradient;
    if (!cell || cell->step >= roll.steps() || !roll.range().contains(cell->pitch)) {
        tensor.hint =
            NetworkTensorsWords::tr("Choose a cell in the roll: its prediction's gradients by what the model saw stand here.");
        return tensor;
    }
    const int end = std::min(first + steps, cell->step);
    const QString of = NetworkTensorsWords::tr("P(play) of %1, bar %2").arg(pitchName(cell->pitch), barBeat(roll, cell->step));
    if (end <= first) {
        tensor.hint = NetworkTensorsWords::tr("Nothing in this window lies before the chosen cell: %1.").arg(of);
        return tensor;
    }
    const Saliency saliency = saliencyOf(model.checkpoint, roll, cell->step, cell->pitch, false,
                                         std::clamp(cell->step - first, 1, mostSaliencySteps), task);
    if (saliency.steps == 0) return tensor;
    tensor.steps = std::min(end + 1, first + steps) - first;  // the cell itself, too
    const auto pitches = static_cast<std::size_t>(roll.pitches());
    const auto time = static_cast<std::size_t>(timeFeatures(layout)), note = static_cast<std::size_t>(noteFeatures(layout));
    const auto shown = static_cast<std::size_t>(shownFeatures(layout));
    const std::size_t row = pitches * shown;
    tensor.values.assign(static_cast<std::size_t>(tensor.steps) * row, 0.0F);
    for (int step = std::max(first, saliency.first); step < end; ++step)
        for (std::size_t i = 0; i < pitches; ++i) {
            float* const out = tensor.values.data() + static_cast<std::size_t>(step - first) * row + i * shown;
            std::copy_n(saliency.values.data() + (static_cast<std::size_t>(step - saliency.first) * pitches + i) * time, time,
                        out);
            if (step == cell->step - 1) std::copy_n(saliency.below.data() + i * note, shown - time, out + time);
        }
    tensor.words = [of, layout](int, int unit, float value) {
        return NetworkTensorsWords::tr("%1: gradient of %2 = %3")
            .arg(featureWords(layout, unit), of, QLocale().toString(static_cast<double>(value), 'g', 3));
    };
    return tensor;
}

}  // namespace ricercar
