// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/FeatureTable.h"

#include "ui/services/CellStory.h"
#include "ui/words/FeatureWords.h"

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
    setLayoutOf(FeatureLayout::Seed);
    connect(this, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem* item) { emit featureChosen(item != nullptr ? indexOfTopLevelItem(item) : -1); });
}

void FeatureTable::setLayoutOf(FeatureLayout layout) {
    if (layout_ == layout) return;
    layout_ = layout;
    const QSignalBlocker quiet(this);
    clear();
    QList<QTreeWidgetItem*> items;
    for (int feature = 0; feature < shownFeatures(layout); ++feature) {
        auto* item = new QTreeWidgetItem({featureWords(layout, feature)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        items << item;
    }
    addTopLevelItems(items);
}

void FeatureTable::choose(int feature) {
    const QSignalBlocker quiet(this);
    if (feature >= topLevelItemCount()) feature = -1;
    setCurrentItem(feature >= 0 ? topLevelItem(feature) : nullptr);
    if (feature >= 0) scrollToItem(topLevelItem(feature));
}

void FeatureTable::setStory(const CellStory& story) {
    setLayoutOf(story.layout);
    const std::vector<float> gradients =
        story.saliency.steps > 0 ? shownGradients(story.saliency, story.layout, story.cell.pitch) : std::vector<float>();
    for (int feature = 0; feature < topLevelItemCount(); ++feature) {
        const auto at = static_cast<std::size_t>(feature);
        QTreeWidgetItem* item = topLevelItem(feature);
        item->setText(1, QLocale().toString(static_cast<double>(story.features[at]), 'g', 4));
        item->setText(2, gradients.empty() ? QString() : QLocale().toString(static_cast<double>(gradients[at]), 'f', 3));
        QFont font = this->font();
        font.setBold(story.features[at] != 0.0F);
        item->setFont(1, font);
    }
}

}  // namespace ricercar
