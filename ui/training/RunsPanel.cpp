// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/RunsPanel.h"

#include "ui/kit/Icons.h"
#include "ui/kit/TwoLineDelegate.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/training/RunModel.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ricercar {

RunsPanel::RunsPanel(WorkspaceStore& store, QWidget* parent)
    : QWidget(parent),
      store_(store),
      model_(new RunModel(store, this)),
      pages_(new QStackedWidget(this)),
      list_(new QListView) {
    setObjectName(QStringLiteral("runsPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(pages_);
    auto* empty = new QLabel(tr("No models yet. Press Train in the Training tab: every run is kept here with its curve."));
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    empty->setMargin(24);
    list_->setObjectName(QStringLiteral("runs"));
    list_->setAccessibleName(tr("Training runs"));
    list_->setModel(model_);
    list_->setItemDelegate(new TwoLineDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    pages_->addWidget(empty);
    pages_->addWidget(list_);
    const auto count = [this] { pages_->setCurrentIndex(model_->rowCount() > 0 ? 1 : 0); };
    connect(model_, &QAbstractItemModel::modelReset, this, count);
    connect(model_, &QAbstractItemModel::rowsInserted, this, count);
    count();
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        // Tab into the list makes a row the current one, and chooses none
        if (current() != 0 && list_->selectionModel()->isSelected(list_->currentIndex())) emit chosen(current());
    });
    connect(list_, &QListView::clicked, this, [this] { emit chosen(current()); });
    connect(list_, &QListView::customContextMenuRequested, this, &RunsPanel::showMenu);
}

std::int64_t RunsPanel::current() const { return list_->currentIndex().data(RunModel::IdRole).toLongLong(); }

void RunsPanel::select(std::int64_t run) {
    const int row = model_->rowOf(run);
    const QSignalBlocker quiet(this);
    if (row >= 0) list_->setCurrentIndex(model_->index(row));
}

void RunsPanel::showMenu(const QPoint& at) {
    const QModelIndex index = list_->indexAt(at);
    if (!index.isValid()) return;
    const auto run = index.data(RunModel::IdRole).toLongLong();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(QStringLiteral("generate")), tr("Generate with it"), this,
                    [this, run] { emit generateRequested(run); });
    const auto& runs = store_.runs();
    const auto record = std::find_if(runs.begin(), runs.end(), [run](const Run& one) { return one.id == run; });
    const bool checkpoint = record != runs.end() && !record->lastCheckpoint.empty();
    const bool owned = record != runs.end() && record->owner.has_value();
    menu->addAction(icon(QStringLiteral("resume")), tr("Go on training"), this, [this, run] { emit resumeRequested(run); })
        ->setEnabled(checkpoint && !owned);
    menu->addAction(icon(QStringLiteral("train")), tr("Fine-tune on the dataset"), this,
                    [this, run] { emit fineTuneRequested(run); })
        ->setEnabled(checkpoint);
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("trash")), tr("Remove"), this, [this, run] { store_.removeRun(run); })
        ->setEnabled(!owned);
    menu->popup(list_->viewport()->mapToGlobal(at));
}

}  // namespace ricercar
