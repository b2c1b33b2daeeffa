// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/CellPage.h"

#include "ui/inspector/FeatureTable.h"
#include "ui/inspector/MemoryList.h"
#include "ui/inspector/ShareBar.h"
#include "ui/kit/Heading.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Insight.h"
#include "ui/services/Selection.h"
#include "ui/services/Stage.h"
#include "ui/words/InsightWords.h"
#include "ui/words/Words.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

namespace ricercar {
namespace {

/// No text sets the panel's width.
QLabel* wrapped(QLabel* label) {
    label->setWordWrap(true);
    return label;
}

QString number(double value) { return QLocale().toString(value, 'f', 3); }

}  // namespace

CellPage::CellPage(Insight& insight, Stage& stage, Selection& selection, QWidget* parent)
    : QWidget(parent),
      insight_(insight),
      stage_(stage),
      selection_(selection),
      title_(heading({})),
      state_(new MutedLabel),
      hint_(new MutedLabel),
      facts_(new QWidget),
      play_(new ShareBar),
      articulate_(new ShareBar),
      surprise_(new QLabel),
      drawing_(new QLabel),
      branch_(new QPushButton),
      memoryPart_(new QWidget),
      memory_(new MemoryList),
      completions_(new QTreeWidget),
      features_(new FeatureTable) {
    setObjectName(QStringLiteral("cellPage"));
    title_->setObjectName(QStringLiteral("cellTitle"));
    title_->setWordWrap(true);
    drawing_->setObjectName(QStringLiteral("drawing"));
    drawing_->setWordWrap(true);
    hint_->setWordWrap(true);
    branch_->setObjectName(QStringLiteral("branch"));
    branch_->setAccessibleName(tr("Change this draw"));
    play_->setObjectName(QStringLiteral("play"));
    play_->setAccessibleName(tr("Probability of play"));
    articulate_->setAccessibleName(tr("Probability of articulate"));
    completions_->setObjectName(QStringLiteral("completions"));
    completions_->setAccessibleName(tr("Likeliest completions of the step"));
    completions_->setHeaderLabels({tr("From here upwards"), tr("Probability"), tr("ln p")});
    completions_->setRootIsDecorated(false);
    completions_->setFrameShape(QFrame::NoFrame);
    completions_->header()->setStretchLastSection(false);
    completions_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2}) completions_->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    completions_->setMinimumHeight(completions_->fontMetrics().height() * 8);
    completions_->setToolTip(tr("Each probability is exact, given the notes below. Notes in brackets are held."));

    auto* rows = new QFormLayout;
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(8);
    rows->addRow(tr("Play"), play_);
    rows->addRow(tr("Articulate"), articulate_);
    rows->addRow(tr("Surprise"), surprise_);
    auto* facts = new QVBoxLayout(facts_);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(4);
    facts->addLayout(rows);
    facts->addWidget(drawing_);
    facts->addWidget(branch_);
    auto* remembered = new QVBoxLayout(memoryPart_);
    remembered->setContentsMargins(0, 8, 0, 0);
    remembered->setSpacing(4);
    remembered->addWidget(wrapped(heading(tr("What it has in mind"))));
    remembered->addWidget(memory_);
    facts->addWidget(memoryPart_);
    facts->addSpacing(8);
    facts->addWidget(wrapped(heading(tr("What else the step might have been"))));
    auto* beam = new MutedLabel;
    beam->setText(tr("The likeliest that a beam of %1 finds, given the notes below").arg(completionBeam));
    beam->setWordWrap(true);
    facts->addWidget(beam);
    facts->addWidget(completions_);
    facts->addSpacing(8);
    facts->addWidget(wrapped(heading(tr("What the model saw, a step before"))));
    facts->addWidget(features_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 4);
    column->setSpacing(4);
    column->addWidget(title_);
    column->addWidget(state_);
    column->addWidget(hint_);
    column->addWidget(facts_, 1);
    column->addStretch(0);

    connect(&insight_, &Insight::storyChanged, this, &CellPage::refresh);
    connect(&insight_.reading(), &PieceReading::modelChanged, this, &CellPage::refresh);
    connect(branch_, &QPushButton::clicked, this, [this] {
        const auto& story = insight_.story();
        if (story) insight_.branch((story->there & playBit) != 0 ? Cell{0} : Cell{playBit | articulateBit});
    });
    connect(memory_, &MemoryList::placeRequested, &insight_, &Insight::showPlace);
    connect(&insight_, &Insight::placeShown, memory_, [this] { memory_->choose(insight_.place()); });
    connect(features_, &FeatureTable::featureChosen, &insight_, &Insight::selectFeature);
    connect(&insight_, &Insight::featureSelected, features_, &FeatureTable::choose);
    refresh();
}

void CellPage::refresh() {
    const auto& cell = selection_.selectedCell();
    const auto& story = insight_.story();
    const StageContent& shown = stage_.shown();
    title_->setText(cell ? cellWords(shown.roll, cell->step, cell->pitch) : tr("No cell is selected"));
    facts_->setVisible(story.has_value());
    hint_->setVisible(!story);
    hint_->setText(!cell                         ? tr("Click a note or a cell in the roll or in the tensor.")
                   : !insight_.reading().model() ? tr("Choose a model above to see what it makes of this cell.")
                   : insight_.storyAwaited()     ? tr("Asking the model …")
                                                 : tr("The model does not know this pitch or step."));
    state_->setVisible(cell.has_value());
    if (cell) {
        const bool plays = shown.roll.plays(cell->step, cell->pitch);
        state_->setText(!plays                                            ? tr("silent")
                        : shown.roll.articulates(cell->step, cell->pitch) ? tr("struck here")
                                                                          : tr("held"));
    }
    if (!story) return;
    showProbabilities();
    showDrawing();
    showCompletions();
    memoryPart_->setVisible(!story->memory.empty());
    memory_->setPlaces(story->memory, shown.roll);
    features_->setStory(*story);
}

void CellPage::showProbabilities() {
    const CellStory& story = *insight_.story();
    const std::size_t at = story.index();
    const auto& cells = story.drawing ? story.drawing->cells : std::vector<CellDrawing>();
    play_->setShare(static_cast<double>(story.step.play[at]), cells.empty() ? -1.0 : cells[at].draws.play);
    articulate_->setShare(static_cast<double>(story.step.articulate[at]),
                          cells.empty() || !cells[at].free ? -1.0 : cells[at].draws.articulate);
    surprise_->setText(tr("%1 nats").arg(QLocale().toString(static_cast<double>(story.step.nats[at]), 'f', 2)));
}

void CellPage::showDrawing() {
    const CellStory& story = *insight_.story();
    const bool take = stage_.shown().kind == StageContent::Kind::Take;
    branch_->setVisible(take);
    drawing_->setVisible(take);
    if (!take) return;
    branch_->setText((story.there & playBit) != 0 ? tr("Silence this note and go on") : tr("Play this note and go on"));
    branch_->setEnabled(insight_.canBranch());
    branch_->setToolTip(insight_.canBranch() ? tr("Another take: the same up to here, then drawn with the same numbers")
                                             : tr("Choose the model that generated this take, and a cell behind its primer"));
    if (!story.drawing) {
        drawing_->setText(tr("Given, not drawn, or another model drew it."));
        return;
    }
    const StepDrawing& drawing = *story.drawing;
    const CellDrawing& cell = drawing.cells[story.index()];
    QString words = cell.forced ? tr("Set by hand.")
                                : (cell.draws.play < cell.play ? tr("Drawn %1, below %2: it plays.")
                                                               : tr("Drawn %1, not below %2: it is silent."))
                                      .arg(number(cell.draws.play), number(cell.play));
    if (cell.free && (cell.drawn & playBit) != 0)
        words += QLatin1Char(' ') +
                 ((cell.drawn & articulateBit) != 0 ? tr("Struck anew: %1 is below %2.") : tr("Held: %1 is not below %2."))
                     .arg(number(cell.draws.articulate), number(cell.articulate));
    words += QLatin1Char('\n') + tr("Temperature %1, conservativity %2")
                                     .arg(QLocale().toString(drawing.rule.temperature, 'f', 2),
                                          QLocale().toString(drawing.rule.conservativity, 'f', 2));
    if (drawing.rule.floor > 0) words += tr(", floor %1").arg(QLocale().toString(drawing.rule.floor, 'f', 3));
    if (drawing.rule != drawing.set) words += QLatin1Char(' ') + tr("(moved by a guard)");
    if (!cell.forced && cell.drawn != cell.cell) words += QLatin1Char('\n') + tr("It was edited since.");
    drawing_->setText(words);
}

void CellPage::showCompletions() {
    const CellStory& story = *insight_.story();
    completions_->clear();
    for (const Completion& completion : story.completions) {
        auto* item = new QTreeWidgetItem({completionWords(completion, story.cell.pitch),
                                          percentWords(std::exp(completion.logProbability)),
                                          QLocale().toString(completion.logProbability, 'f', 2)});
        for (const int column : {1, 2}) item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        completions_->addTopLevelItem(item);
    }
}

}  // namespace ricercar
