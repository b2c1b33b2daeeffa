// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/InspectorPanel.h"

#include "ui/inspector/CellPage.h"
#include "ui/inspector/MapLegend.h"
#include "ui/inspector/PiecePage.h"
#include "ui/inspector/WhatIfPage.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/services/Insight.h"
#include "ui/services/Selection.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ricercar {
namespace {

QComboBox* combo(const char* name, const QString& tip) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    box->setToolTip(tip);
    return box;
}

}  // namespace

InspectorPanel::InspectorPanel(Insight& insight, WorkspaceStore& store, Stage& stage, Selection& selection, QWidget* parent)
    : QWidget(parent),
      insight_(insight),
      store_(store),
      stage_(stage),
      selection_(selection),
      model_(combo("askedModel", tr("The model that is asked about the music in the roll"))),
      other_(combo("otherModel", tr("Another model, for the map of differences"))),
      map_(combo("map", tr("What is painted over the roll"))),
      misses_(new QCheckBox(tr("Near-misses"))),
      legend_(new MapLegend),
      pages_(new QTabWidget) {
    setObjectName(QStringLiteral("inspectorPanel"));
    misses_->setObjectName(QStringLiteral("nearMisses"));
    misses_->setToolTip(tr("Notes that the model expected, a quarter of the time or more, and that are not there"));
    map_->addItem(tr("Nothing"), static_cast<int>(Map::Off));
    map_->addItem(tr("Surprise"), static_cast<int>(Map::Surprise));
    map_->addItem(tr("Probability of play"), static_cast<int>(Map::Play));
    map_->addItem(tr("Difference of the two"), static_cast<int>(Map::Difference));
    auto* asked = new QWidget;
    auto* form = new QFormLayout(asked);
    form->setContentsMargins(8, 8, 8, 4);
    form->setSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Model"), model_);
    form->addRow(tr("Beside it"), other_);
    form->addRow(tr("Over the roll"), map_);
    form->addRow(legend_);
    form->addRow(misses_);
    pages_->setObjectName(QStringLiteral("inspectorPages"));
    pages_->setDocumentMode(true);
    pages_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);  // what the form above leaves
    pages_->addTab(new PiecePage(insight_, selection_), tr("Piece"));
    pages_->addTab(new ScrolledPage(new CellPage(insight_, stage_, selection_)), tr("Cell"));
    pages_->addTab(new ScrolledPage(new WhatIfPage(insight_)), tr("What if"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new ScrolledPage(asked));
    column->addWidget(pages_, 1);

    const auto chosen = [](const QComboBox* box) { return toPath(box->currentData().toString()); };
    connect(model_, &QComboBox::currentIndexChanged, this, [this, chosen] { insight_.reading().setModel(chosen(model_)); });
    connect(other_, &QComboBox::currentIndexChanged, this, [this, chosen] {
        insight_.other().setModel(chosen(other_));
        updateMaps();
    });
    connect(map_, &QComboBox::currentIndexChanged, this, [this] {
        insight_.setMap(static_cast<Map>(map_->currentData().toInt()));
        legend_->setMap(insight_.map());
    });
    connect(model_, &QComboBox::activated, this, [this] { chosen_ = true; });
    connect(misses_, &QCheckBox::toggled, this, &InspectorPanel::nearMissesChosen);
    connect(&store_, &WorkspaceStore::runsChanged, this, &InspectorPanel::fillModels);
    connect(&selection_, &Selection::cellSelected, this, [this] {
        if (selection_.selectedCell() && pages_->currentIndex() == 0 && !pages_->currentWidget()->hasFocus() &&
            !pages_->currentWidget()->isAncestorOf(focusWidget()))
            pages_->setCurrentIndex(1);
    });
    fillModels();
}

void InspectorPanel::suggestModel(const std::filesystem::path& path) {
    if (chosen_ || model_->currentIndex() > 0) return;
    if (const int index = model_->findData(fromPath(path)); index > 0) model_->setCurrentIndex(index);
}

void InspectorPanel::fillModels() {
    for (QComboBox* box : {model_, other_}) {
        const QString before = box->currentData().toString();
        {
            const QSignalBlocker quiet(box);
            box->clear();
            box->addItem(tr("None"), QString());
            for (const CheckpointChoice& choice : store_.checkpoints()) {
                box->addItem(choice.name, fromPath(choice.path));
                box->setItemData(box->count() - 1, choice.detail, Qt::ToolTipRole);
            }
            const int index = box->findData(before);
            box->setCurrentIndex(index < 0 ? 0 : index);
        }
        if (box->currentData().toString() != before) emit box->currentIndexChanged(box->currentIndex());
    }
    updateMaps();
}

void InspectorPanel::updateMaps() {
    // The difference needs two models.
    const bool two = !other_->currentData().toString().isEmpty();
    const int difference = map_->findData(static_cast<int>(Map::Difference));
    map_->setItemData(difference, two ? QVariant() : QVariant(0), Qt::UserRole - 1);
    map_->setItemData(difference, two ? QString() : tr("Choose a model beside the first one"), Qt::ToolTipRole);
    if (!two && map_->currentIndex() == difference) map_->setCurrentIndex(0);
}

}  // namespace ricercar
