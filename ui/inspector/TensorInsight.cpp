#include "ui/inspector/TensorInsight.h"

#include "ui/features3d/FeatureTensor.h"
#include "ui/features3d/FeatureWords.h"
#include "ui/features3d/TensorPanel.h"
#include "ui/inspector/Insight.h"
#include "ui/session/Session.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace ricercar {

TensorInsight::TensorInsight(TensorPanel& panel, Insight& insight, Session& session)
    : QObject(&panel), panel_(panel), insight_(insight), session_(session), order_(new QComboBox) {
    order_->setObjectName(QStringLiteral("unitOrder"));
    order_->setToolTip(tr("How the units are sorted: the strongest first"));
    order_->setAccessibleName(order_->toolTip());
    order_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    order_->setMinimumContentsLength(14);
    order_->addItem(tr("By variance"));
    offerOrders();
    panel_.addControl(order_);
    connect(order_, &QComboBox::currentIndexChanged, this, &TensorInsight::offerSources);

    const auto showOrder = [this] { order_->setVisible(!panel_.source().isEmpty() && panel_.source() != tr("Saliency")); };
    connect(&panel_, &TensorPanel::sourceChosen, this, showOrder);
    connect(&panel_, &TensorPanel::seen, this, [this](bool seen) { insight_.setPredictionsWanted(seen); });
    connect(&session_, &Session::cellSelected, this, &TensorInsight::offerSources);
    connect(&panel_, &TensorPanel::cellClicked, this,
            [this](int, int, int unit) { insight_.selectFeature(unit < panel_.featureUnits() ? unit : -1); });
    connect(&insight_, &Insight::featureSelected, &panel_, &TensorPanel::setSeenUnit);
    connect(&insight_.reading(), &PieceReading::modelChanged, this, &TensorInsight::offerSources);
    connect(&insight_.reading(), &PieceReading::begun, this, [this] {
        offerSources();
        panel_.setPredictions({});
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
    const std::shared_ptr<Trail> trail = insight_.reading().trail();
    std::vector<TensorSource> sources;
    if (model && trail) {
        const QString music = QString::number(reinterpret_cast<quintptr>(trail.get()), 16);
        for (const LayerName& layer : layersOf(model->checkpoint.config.model)) {
            const QString name =
                layer.noteAxis ? tr("Note layer %1").arg(layer.layer + 1) : tr("Time layer %1").arg(layer.layer + 1);
            sources.push_back({name, music + QStringLiteral(" %1").arg(order_->currentIndex()),
                               [trail, layer, name, order = order()](const PianoRoll&, int first, int steps, const Task& task) {
                                   return layerTensor(*trail, layer, name, order, first, steps, task);
                               }});
        }
        const std::optional<CellRef> cell = session_.selectedCell();
        const QString of = cell ? QStringLiteral(" %1 %2").arg(cell->step).arg(cell->pitch) : QStringLiteral(" none");
        sources.push_back(
            {tr("Saliency"), music + of, [model, trail, cell](const PianoRoll&, int first, int steps, const Task& task) {
                 return saliencyTensor(*model, trail->roll(), cell, first, steps, task);
             }});
    }
    panel_.setSources(std::move(sources));
}

void TensorInsight::offerPredictions() {
    const Expectation& expectation = insight_.reading().expectation();
    if (expectation.steps < session_.shown().roll.steps()) return;  // more is on its way
    const std::shared_ptr<const AskedModel> model = insight_.reading().model();
    panel_.setPredictions(Predictions{expectation.range, expectation.steps, expectation.play,
                                      model ? model->checkpoint.config.model.layout : FeatureLayout::Seed});
}

}  // namespace ricercar
