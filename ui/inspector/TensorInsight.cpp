#include "ui/inspector/TensorInsight.h"

#include "core/insight/Activations.h"
#include "ui/features3d/TensorPanel.h"
#include "ui/inspector/Insight.h"
#include "ui/session/Session.h"

#include <algorithm>
#include <numeric>

namespace ricercar {
namespace {

/// A layer's units, the most varied first: those say most.
Tensor unitsOf(Trail& trail, const LayerName& layer, int first, int steps, const Task& task, const QString& axis,
               const QString& name, const QString& unit) {
    const Activations made = activationsOf(trail, layer, first, std::min(steps, trail.roll().steps() - first), task);
    const std::vector<double> variances = unitVariances(made);
    const auto units = static_cast<std::size_t>(layer.units);
    std::vector<std::size_t> order(units);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return variances[a] > variances[b]; });

    Tensor tensor;
    tensor.unitAxis = axis;
    tensor.groupNames = QStringList{name};
    tensor.group.assign(units, 0);
    for (const std::size_t i : order) tensor.unitNames << unit.arg(i + 1);
    tensor.first = made.first;
    tensor.steps = made.steps;
    tensor.range = made.range;
    tensor.values.resize(static_cast<std::size_t>(made.steps) * static_cast<std::size_t>(made.range.size()) * units);
    for (std::size_t cell = 0; cell * units < tensor.values.size(); ++cell)
        for (std::size_t z = 0; z < units; ++z) tensor.values[cell * units + z] = made.values[cell * units + order[z]];
    return tensor;
}

}  // namespace

TensorInsight::TensorInsight(TensorPanel& panel, Insight& insight, Session& session)
    : QObject(&panel), panel_(panel), insight_(insight), session_(session) {
    connect(&insight_.reading(), &PieceReading::modelChanged, this, &TensorInsight::offerLayers);
    connect(&insight_.reading(), &PieceReading::begun, this, [this] {
        offerLayers();
        panel_.setPredictions({});
    });
    connect(&insight_.reading(), &PieceReading::grew, this, &TensorInsight::offerPredictions);
    offerLayers();
}

void TensorInsight::offerLayers() {
    const auto& model = insight_.reading().model();
    const std::shared_ptr<Trail> trail = insight_.reading().trail();
    std::vector<TensorSource> sources;
    if (model && trail)
        for (const LayerName& layer : layersOf(model->checkpoint.config.model)) {
            const QString name =
                layer.noteAxis ? tr("Note layer %1").arg(layer.layer + 1) : tr("Time layer %1").arg(layer.layer + 1);
            sources.push_back({name, [trail, layer, name, axis = tr("Units"), unit = tr("unit %1")](
                                         const PianoRoll&, int first, int steps, const Task& task) {
                                   return unitsOf(*trail, layer, first, steps, task, axis, name, unit);
                               }});
        }
    panel_.setSources(std::move(sources));
}

void TensorInsight::offerPredictions() {
    const Expectation& expectation = insight_.reading().expectation();
    if (expectation.steps < session_.shown().roll.steps()) return;  // more is on its way
    panel_.setPredictions(Predictions{expectation.range, expectation.steps, expectation.play});
}

}  // namespace ricercar
