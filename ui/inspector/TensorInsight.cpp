// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/TensorInsight.h"

#include "ui/services/FeatureTensor.h"
#include "ui/services/Insight.h"
#include "ui/services/Selection.h"
#include "ui/services/Stage.h"
#include "ui/services/TensorSurface.h"
#include "ui/words/FeatureWords.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace ricercar {

TensorInsight::TensorInsight(TensorSurface& tensor, Insight& insight, Stage& stage, Selection& selection)
    : QObject(&tensor), tensor_(tensor), insight_(insight), stage_(stage), selection_(selection), order_(new QComboBox) {
    order_->setObjectName(QStringLiteral("unitOrder"));
    order_->setToolTip(tr("How the units are sorted: the strongest first"));
    order_->setAccessibleName(order_->toolTip());
    order_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    order_->setMinimumContentsLength(14);
    order_->addItem(tr("By variance"));
    offerOrders();
    tensor_.addControl(order_);
    connect(order_, &QComboBox::currentIndexChanged, this, &TensorInsight::offerSources);

    const auto showOrder = [this] { order_->setVisible(!tensor_.source().isEmpty() && tensor_.source() != tr("Saliency")); };
    connect(&tensor_, &TensorSurface::sourceChosen, this, showOrder);
    connect(&tensor_, &TensorSurface::seen, this, [this](bool seen) { insight_.setPredictionsWanted(seen); });
    connect(&selection_, &Selection::cellSelected, this, &TensorInsight::offerSources);
    connect(&tensor_, &TensorSurface::cellClicked, this,
            [this](int, int, int unit) { insight_.selectFeature(unit < tensor_.featureUnits() ? unit : -1); });
    connect(&insight_, &Insight::featureSelected, &tensor_, &TensorSurface::setSeenUnit);
    connect(&insight_.reading(), &PieceReading::modelChanged, this, &TensorInsight::offerSources);
    connect(&insight_.reading(), &PieceReading::begun, this, [this] {
        offerSources();
        tensor_.setPredictions({});
    });
    connect(&insight_.reading(), &PieceReading::grew, this, &TensorInsight::offerPredictions);
    showOrder();
    offerSources();
}

void TensorInsight::offerOrders() {
    const std::shared_ptr<const AskedModel> model = insight_.reading().model();
    const FeatureLayout layout = model ? model->checkpoint.config.model.layout : FeatureLayout::Seed;
    if (ordersOf_ == layout) return;
    ordersOf_ = layout;
    const QSignalBlocker quiet(order_);
    while (order_->count() > 1) order_->removeItem(order_->count() - 1);
    for (int feature = 0; feature < shownFeatures(layout); ++feature)
        order_->addItem(tr("By correlation: %1").arg(featureWords(layout, feature)), feature);
}

UnitOrder TensorInsight::order() const {
    const QVariant feature = order_->currentData();
    return {feature.isValid() ? std::optional(feature.toInt()) : std::nullopt};
}

void TensorInsight::offerSources() {
    offerOrders();
    const std::shared_ptr<const AskedModel> model = insight_.reading().model();
    const std::shared_ptr<InferenceCache> cache = insight_.reading().cache();
    std::vector<TensorSource> sources;
    if (model && cache) {
        const QString music = QString::number(reinterpret_cast<quintptr>(cache.get()), 16);
        for (const LayerName& layer : layersOf(model->checkpoint.config.model)) {
            const QString name =
                layer.noteAxis ? tr("Note layer %1").arg(layer.layer + 1) : tr("Time layer %1").arg(layer.layer + 1);
            sources.push_back({name, music + QStringLiteral(" %1").arg(order_->currentIndex()),
                               [cache, layer, name, order = order()](const PianoRoll&, int first, int steps, const Task& task) {
                                   return layerTensor(*cache, layer, name, order, first, steps, task);
                               }});
        }
        const std::optional<CellRef> cell = selection_.selectedCell();
        const QString of = cell ? QStringLiteral(" %1 %2").arg(cell->step).arg(cell->pitch) : QStringLiteral(" none");
        sources.push_back(
            {tr("Saliency"), music + of, [model, cache, cell](const PianoRoll&, int first, int steps, const Task& task) {
                 return saliencyTensor(*model, cache->roll(), cell, first, steps, task);
             }});
    }
    tensor_.setSources(std::move(sources));
}

void TensorInsight::offerPredictions() {
    const Expectation& expectation = insight_.reading().expectation();
    if (expectation.steps < stage_.shown().roll.steps()) return;  // more is on its way
    const std::shared_ptr<const AskedModel> model = insight_.reading().model();
    tensor_.setPredictions(Predictions{expectation.range, expectation.steps, expectation.play,
                                       model ? model->checkpoint.config.model.layout : FeatureLayout::Seed});
}

}  // namespace ricercar
