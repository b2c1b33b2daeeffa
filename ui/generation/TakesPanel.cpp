// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/TakesPanel.h"

#include "ui/generation/TakeDelegate.h"
#include "ui/generation/TakeModel.h"
#include "ui/kit/Icons.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"

#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ricercar {

TakesPanel::TakesPanel(WorkspaceStore& store, Stage& stage, QWidget* parent)
    : QWidget(parent),
      store_(store),
      stage_(stage),
      model_(new TakeModel(store, this)),
      cards_(new TakeDelegate(store, this)),
      line_(new QBoxLayout(QBoxLayout::TopToBottom, this)),
      pages_(new QStackedWidget),
      list_(new QListView),
      midi_(new QPushButton(icon(QStringLiteral("export")), tr("Export MIDI …"))),
      wav_(new QPushButton(icon(QStringLiteral("export")), tr("Export sound …"))) {
    setObjectName(QStringLiteral("takesPanel"));
    auto* empty = new MutedLabel(tr("Takes are kept here. Press Generate to make the first one."));
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    empty->setMargin(8);
    list_->setObjectName(QStringLiteral("takes"));
    list_->setAccessibleName(tr("Takes"));
    list_->setModel(model_);
    list_->setItemDelegate(cards_);
    list_->setWrapping(false);
    list_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    pages_->addWidget(empty);
    pages_->addWidget(list_);
    auto* buttons = new QVBoxLayout;
    buttons->setContentsMargins(4, 4, 4, 4);
    buttons->setSpacing(4);
    buttons->addWidget(midi_);
    buttons->addWidget(wav_);
    buttons->addStretch(1);
    line_->setContentsMargins(0, 0, 0, 0);
    line_->setSpacing(0);
    line_->addWidget(pages_, 1);
    line_->addLayout(buttons);

    connect(list_, &QListView::clicked, this,
            [this](const QModelIndex& row) { stage_.showTake(row.data(TakeModel::IdRole).toLongLong()); });
    connect(list_, &QListView::activated, this,
            [this](const QModelIndex& row) { stage_.showTake(row.data(TakeModel::IdRole).toLongLong()); });
    connect(list_, &QListView::customContextMenuRequested, this, &TakesPanel::showMenu);
    connect(midi_, &QPushButton::clicked, this, &TakesPanel::exportMidiRequested);
    connect(wav_, &QPushButton::clicked, this, &TakesPanel::exportWavRequested);
    connect(&stage_, &Stage::shownChanged, this, &TakesPanel::follow);
    connect(&store_, &WorkspaceStore::takesChanged, this, &TakesPanel::follow);
    follow();
}

void TakesPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool strip = width() > 2 * height();
    line_->setDirection(strip ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    cards_->setStrip(strip);
    list_->setFlow(strip ? QListView::LeftToRight : QListView::TopToBottom);
    list_->setVerticalScrollBarPolicy(strip ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    list_->setHorizontalScrollBarPolicy(strip ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    list_->doItemsLayout();
}

void TakesPanel::setFileOf(std::function<QString(const Take&)> fileOf) {
    model_->setFileOf(std::move(fileOf));
    list_->setDragEnabled(true);
    list_->setDragDropMode(QAbstractItemView::DragOnly);
}

std::int64_t TakesPanel::current() const { return list_->currentIndex().data(TakeModel::IdRole).toLongLong(); }

void TakesPanel::follow() {
    pages_->setCurrentIndex(model_->rowCount() > 0 ? 1 : 0);
    const StageContent& shown = stage_.shown();
    if (shown.kind == StageContent::Kind::Take) {
        const int row = model_->rowOf(shown.id);
        if (row >= 0) list_->setCurrentIndex(model_->index(row));
    } else {
        list_->clearSelection();
        list_->setCurrentIndex({});
    }
    const bool music = shown.kind != StageContent::Kind::Draft && shown.roll.steps() > 0;
    for (QPushButton* button : {midi_, wav_}) {
        button->setEnabled(music);
        button->setToolTip(music ? tr("Exports what the roll shows") : tr("Show a take or a piece in the roll first"));
    }
}

void TakesPanel::showMenu(const QPoint& at) {
    const QModelIndex row = list_->indexAt(at);
    if (!row.isValid()) return;
    const auto id = row.data(TakeModel::IdRole).toLongLong();
    stage_.showTake(id);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Use as primer"), this, [this, id] { emit primerRequested(id); });
    menu->addAction(tr("Use its setup"), this, [this, id] { emit setupRequested(id); });
    menu->addAction(tr("Add to the dataset"), this, [this, id] { emit datasetRequested(id); });
    menu->addAction(icon(QStringLiteral("export")), tr("Export MIDI …"), this, &TakesPanel::exportMidiRequested);
    menu->addAction(icon(QStringLiteral("export")), tr("Export sound …"), this, &TakesPanel::exportWavRequested);
    menu->addSeparator();
    if (WorkspaceStore::isUnsaved(id)) menu->addAction(tr("Save now"), this, [this] { store_.saveUnsaved(); });
    menu->addAction(icon(QStringLiteral("trash")), tr("Remove take"), this, [this, id] { store_.removeTake(id); });
    menu->popup(list_->viewport()->mapToGlobal(at));
}

}  // namespace ricercar
