// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/WhatIfPage.h"

#include "ui/inspector/ContextGrid.h"
#include "ui/kit/Heading.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Insight.h"
#include "ui/words/BarBeat.h"
#include "ui/words/InsightWords.h"
#include "ui/words/Words.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ricercar {
namespace {

constexpr std::size_t listedWays = 16;

/// The same notes with its bars elsewhere.
PianoRoll withOffset(const PianoRoll& roll, int offset) {
    PianoRoll moved(roll.range(), roll.steps(), roll.meter(), offset);
    for (int step = 0; step < roll.steps(); ++step) std::ranges::copy(roll.row(step), moved.row(step).begin());
    return moved;
}

/// A note that was cut in two begins anew behind the cut.
void toggleCell(PianoRoll& roll, int step, int pitch) {
    roll.set(step, pitch, roll.plays(step, pitch) ? Cell{0} : Cell{playBit | articulateBit});
    if (step + 1 < roll.steps() && roll.plays(step + 1, pitch) && !roll.plays(step, pitch))
        roll.set(step + 1, pitch, playBit | articulateBit);
}

}  // namespace

WhatIfPage::WhatIfPage(Insight& insight, QWidget* parent)
    : QWidget(parent),
      insight_(insight),
      title_(new QLabel),
      hint_(new MutedLabel),
      content_(new QWidget),
      grid_(new ContextGrid),
      place_(new QSpinBox),
      reset_(new QPushButton(tr("As it is"))),
      answer_(new QTreeWidget) {
    setObjectName(QStringLiteral("whatIfPage"));
    makeHeading(*title_);
    title_->setWordWrap(true);
    hint_->setWordWrap(true);
    place_->setObjectName(QStringLiteral("placeInBar"));
    place_->setToolTip(tr("Where in its bar the step stands, in 16ths"));
    reset_->setObjectName(QStringLiteral("asItIs"));
    answer_->setObjectName(QStringLiteral("whatIfAnswer"));
    answer_->setAccessibleName(tr("Probabilities of play before and after the change"));
    answer_->setHeaderLabels({tr("Note"), tr("Now"), tr("Then")});
    answer_->setRootIsDecorated(false);
    answer_->setFrameShape(QFrame::NoFrame);
    answer_->header()->setStretchLastSection(false);
    answer_->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto* place = new QHBoxLayout;
    place->addWidget(new QLabel(tr("Step in the bar")));
    place->addWidget(place_);
    place->addStretch(1);
    place->addWidget(reset_);
    auto* content = new QVBoxLayout(content_);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(8);
    content->addWidget(grid_);
    content->addLayout(place);
    content->addWidget(answer_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 4);
    column->setSpacing(4);
    column->addWidget(title_);
    column->addWidget(hint_);
    column->addWidget(content_, 1);
    column->addStretch(0);

    connect(grid_, &ContextGrid::toggled, this, &WhatIfPage::toggle);
    connect(place_, &QSpinBox::valueChanged, this, &WhatIfPage::placeInBar);
    connect(reset_, &QPushButton::clicked, this, &WhatIfPage::reset);
    connect(&insight_, &Insight::storyChanged, this, &WhatIfPage::begin);
    connect(&insight_, &Insight::whatIfAnswered, this, &WhatIfPage::showAnswer);
    begin();
}

void WhatIfPage::begin() {
    const auto& story = insight_.story();
    content_->setVisible(story.has_value());
    hint_->setText(story ? tr("Click to add or remove notes before the step; the list shows what the model then expects of it.")
                         : tr("Choose a model above and click a cell: then its past can be changed."));
    title_->setText(story ? tr("What if, before bar %1").arg(barBeat(insight_.reading().cache()->roll(), story->cell.step))
                          : tr("What if"));
    if (story && (story->saliency.steps == 0 || changed_.steps() == 0)) reset();
}

void WhatIfPage::reset() {
    const auto& story = insight_.story();
    if (!story) return;
    changed_ = insight_.reading().cache()->roll();
    firstChange_ = story->cell.step;
    {
        const QSignalBlocker quiet(place_);
        place_->setRange(1, changed_.barSteps());
        place_->setValue(changed_.stepInBar(story->cell.step) + 1);
    }
    ask();
}

void WhatIfPage::toggle(int step, int pitch) {
    toggleCell(changed_, step, pitch);
    firstChange_ = std::min(firstChange_, step);
    ask();
}

void WhatIfPage::placeInBar(int place) {
    const auto& story = insight_.story();
    if (!story) return;
    const int by = place - 1 - changed_.stepInBar(story->cell.step);
    changed_ = withOffset(changed_, (changed_.barOffset() + by + changed_.barSteps()) % changed_.barSteps());
    ask();
}

void WhatIfPage::ask() {
    const auto& story = insight_.story();
    if (!story) return;
    grid_->setMusic(insight_.reading().cache()->roll(), changed_, story->cell);
    insight_.askWhatIf({changed_, firstChange_, story->cell.step});
}

void WhatIfPage::showAnswer() {
    const auto& story = insight_.story();
    const StepExpectation& then = insight_.whatIf();
    if (!story || then.play.size() != story->step.play.size()) return;
    const auto& now = story->step.play;
    std::vector<std::size_t> order(now.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
        return std::abs(then.play[i] - now[i]) + 0.001F * std::max(then.play[i], now[i]);
    });
    answer_->clear();
    for (std::size_t i = 0; i < std::min(order.size(), listedWays); ++i) {
        const std::size_t at = order[i];
        auto* item =
            new QTreeWidgetItem({pitchName(story->range.lowest + static_cast<int>(at)),
                                 percentWords(static_cast<double>(now[at])), percentWords(static_cast<double>(then.play[at]))});
        for (const int column : {1, 2}) item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        QFont font = answer_->font();
        font.setBold(std::abs(then.play[at] - now[at]) >= 0.01F);
        item->setFont(2, font);
        answer_->addTopLevelItem(item);
    }
}

}  // namespace ricercar
