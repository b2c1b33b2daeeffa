// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/RunsPanel.h"

#include "ui/kit/Icons.h"
#include "ui/kit/TwoLineDelegate.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/training/RunModel.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

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
        if (current() != 0) emit chosen(current());
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
    menu->addAction(icon(QStringLiteral("train")), tr("Go on training"), this, [this, run] { emit resumeRequested(run); });
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("trash")), tr("Remove from the list …"), this, [this, run] { remove(run); });
    menu->popup(list_->viewport()->mapToGlobal(at));
}

void RunsPanel::remove(std::int64_t run) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Remove run"),
                                tr("Remove this run and its curve? Its checkpoint files stay where they are."),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = box->addButton(tr("Remove"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this, [this, run] { store_.removeRun(run); });
    box->open();
}

}  // namespace ricercar
