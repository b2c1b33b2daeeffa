// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/PiecePage.h"

#include "ui/kit/Heading.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Insight.h"
#include "ui/services/Selection.h"
#include "ui/words/BarBeat.h"
#include "ui/words/Words.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ricercar {
namespace {

constexpr std::size_t listed = 40;
enum Role { StepRole = Qt::UserRole, PitchRole };

}  // namespace

PiecePage::PiecePage(Insight& insight, Selection& selection, QWidget* parent)
    : QWidget(parent),
      insight_(insight),
      selection_(selection),
      figure_(new QLabel),
      words_(new MutedLabel),
      notes_(new QTreeWidget) {
    setObjectName(QStringLiteral("piecePage"));
    QFont large = figure_->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    figure_->setFont(large);
    figure_->setObjectName(QStringLiteral("natsPerStep"));
    words_->setWordWrap(true);
    notes_->setObjectName(QStringLiteral("surprisingNotes"));
    notes_->setAccessibleName(tr("Most surprising notes"));
    notes_->setHeaderLabels({tr("Bar"), tr("Note"), tr("Nats")});
    notes_->setRootIsDecorated(false);
    notes_->setUniformRowHeights(true);
    notes_->setFrameShape(QFrame::NoFrame);
    notes_->setMinimumHeight(48);
    notes_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 4);
    column->setSpacing(4);
    column->addWidget(figure_);
    column->addWidget(words_);
    column->addSpacing(8);
    column->addWidget(heading(tr("Most surprising notes")));
    column->addWidget(notes_, 1);
    connect(notes_, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (item) selection_.selectCell(CellRef{item->data(0, StepRole).toInt(), item->data(0, PitchRole).toInt()});
    });
    connect(&insight_.reading(), &PieceReading::begun, this, &PiecePage::refresh);
    connect(&insight_.reading(), &PieceReading::grew, this, &PiecePage::refresh);
    refresh();
}

void PiecePage::showEvent(QShowEvent*) { insight_.setListsWanted(true); }

void PiecePage::hideEvent(QHideEvent*) { insight_.setListsWanted(false); }

void PiecePage::refresh() {
    const Expectation& expectation = insight_.reading().expectation();
    const auto& cache = insight_.reading().cache();
    if (!cache || expectation.steps == 0) {
        notes_->clear();
        figure_->setText(QStringLiteral("–"));
        words_->setText(!insight_.reading().model() ? tr("Choose a model above to see how well it knows this music.")
                        : cache                     ? tr("Reading the piece …")
                                                    : tr("Show a piece or a take in the roll."));
        return;
    }
    const PianoRoll& roll = cache->roll();
    figure_->setText(tr("%1 nats a step").arg(figure(expectation.natsPerStep(0, expectation.steps))));
    const bool all = expectation.steps >= roll.steps();
    words_->setText(all ? tr("-ln p of all the notes of a step, on average. Less is better known.")
                        : tr("%1 of %2 steps read …").arg(whole(expectation.steps), whole(roll.steps())));
    if (!all && notes_->topLevelItemCount() > 0) return;  // the list is sorted once it is complete
    const QSignalBlocker quiet(notes_);
    notes_->clear();
    for (const NotedCell& note : surprisingNotes(expectation, roll, listed)) {
        auto* item =
            new QTreeWidgetItem({barBeat(roll, note.step), pitchName(note.pitch), QLocale().toString(note.value, 'f', 2)});
        item->setData(0, StepRole, note.step);
        item->setData(0, PitchRole, note.pitch);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        notes_->addTopLevelItem(item);
    }
}

}  // namespace ricercar
