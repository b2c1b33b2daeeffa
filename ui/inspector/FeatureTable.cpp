#include "ui/inspector/FeatureTable.h"

#include "core/learning/FeatureLayout.h"
#include "ui/features3d/FeatureTensor.h"
#include "ui/inspector/CellStory.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace ricercar {

FeatureTable::FeatureTable(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("featureTable"));
    setAccessibleName(tr("Feature values"));
    setHeaderLabels({tr("Feature"), tr("Value"), tr("Gradient")});
    headerItem()->setToolTip(2, tr("How the logit of play changes with the value"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    setMinimumHeight(fontMetrics().height() * 8);
    QList<QTreeWidgetItem*> items;
    for (int feature = 0; feature < featureCount; ++feature) {
        auto* item = new QTreeWidgetItem({featureWords(feature)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        items << item;
    }
    addTopLevelItems(items);
    connect(this, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem* item) { emit featureChosen(item != nullptr ? indexOfTopLevelItem(item) : -1); });
}

void FeatureTable::choose(int feature) {
    const QSignalBlocker quiet(this);
    setCurrentItem(feature >= 0 ? topLevelItem(feature) : nullptr);
    if (feature >= 0) scrollToItem(topLevelItem(feature));
}

void FeatureTable::show(const CellStory& story) {
    const Saliency& saliency = story.saliency;
    // Of the last step, which stands right before the cell.
    const bool there = saliency.steps > 0;
    const std::size_t last =
        there
            ? (static_cast<std::size_t>(saliency.steps - 1) * static_cast<std::size_t>(saliency.range.size()) + story.index()) *
                  featureCount
            : 0;
    for (int feature = 0; feature < featureCount; ++feature) {
        const auto at = static_cast<std::size_t>(feature);
        QTreeWidgetItem* item = topLevelItem(feature);
        item->setText(1, QLocale().toString(static_cast<double>(story.features[at]), 'g', 4));
        item->setText(2, there ? QLocale().toString(static_cast<double>(saliency.values[last + at]), 'f', 3) : QString());
        QFont font = this->font();
        font.setBold(story.features[at] != 0.0F);
        item->setFont(1, font);
    }
}

}  // namespace ricercar
