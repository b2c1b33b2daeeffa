// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/SetPage.h"

#include "ui/dataset/RulesForm.h"
#include "ui/dataset/SetPlots.h"
#include "ui/dataset/SplitForm.h"
#include "ui/kit/Heading.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/services/Curation.h"
#include "ui/words/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ricercar {
namespace {

constexpr int leastForms = 308;  // pixels

QScrollArea* scrolling(QWidget* content) {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

}  // namespace

SetPage::SetPage(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, QWidget* parent)
    : QWidget(parent),
      curation_(curation),
      name_(heading({})),
      effect_(new QLabel),
      apply_(new QPushButton(tr("Apply"))),
      discard_(new QPushButton(tr("Discard"))) {
    setObjectName(QStringLiteral("setPage"));
    name_->setObjectName(QStringLiteral("setName"));
    name_->setTextFormat(Qt::PlainText);
    effect_->setObjectName(QStringLiteral("draftEffect"));
    effect_->setWordWrap(true);
    QSizePolicy given(QSizePolicy::Ignored, QSizePolicy::Preferred);  // its width is what the forms want
    given.setHeightForWidth(true);
    effect_->setSizePolicy(given);
    apply_->setObjectName(QStringLiteral("applyDraft"));
    discard_->setObjectName(QStringLiteral("discardDraft"));
    auto* forms = new QWidget;
    auto* column = new QVBoxLayout(forms);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(name_);
    column->addSpacing(4);
    column->addWidget(heading(tr("Rules")));
    column->addWidget(new RulesForm(curation));
    column->addSpacing(8);
    column->addWidget(heading(tr("Split")));
    column->addWidget(new SplitForm(curation));
    auto* subset = new QWidget;
    subset->setMinimumWidth(leastForms);
    auto* left = new QVBoxLayout(subset);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addWidget(new ScrolledPage(forms));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->setSpacing(8);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(apply_);
    buttons->addWidget(discard_);
    foot->addWidget(effect_);
    foot->addLayout(buttons);
    left->addLayout(foot);
    left->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(subset);
    auto* plots = new SetPlots(jobs, store, notices, curation);
    auto* right = scrolling(plots);
    right->setMinimumWidth(plots->minimumSizeHint().width() + right->verticalScrollBar()->sizeHint().width());
    row->addWidget(right, 1);

    connect(apply_, &QPushButton::clicked, &curation_, &Curation::applyDraft);
    connect(discard_, &QPushButton::clicked, &curation_, [this] { curation_.setDraft({}); });
    connect(&curation_, &Curation::draftChanged, this, &SetPage::refresh);
    connect(&curation_, &Curation::datasetsChanged, this, &SetPage::refresh);
    connect(&curation_, &Curation::planChanged, this, &SetPage::refresh);
    refresh();
}

QString SetPage::lopsidedWords() const {
    const DatasetSummary& summary = curation_.summary();
    if (!isLopsided(summary)) return {};
    const auto& pieces = curation_.facts().pieces;
    const auto largest =
        std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.id == summary.largest; });
    if (largest == pieces.end()) return {};
    return QLatin1Char('\n') + tr("“%1” alone is %2 % of what is trained on.")
                                   .arg(fromUtf8(largest->title), QLocale().toString(100 * summary.largestShare, 'f', 0));
}

void SetPage::refresh() {
    name_->setText(fromUtf8(curation_.dataset().name));
    const auto& preview = curation_.draftPreview();
    apply_->setEnabled(preview.has_value());
    discard_->setEnabled(preview.has_value());
    const QString why = preview ? QString() : tr("Nothing was changed");
    apply_->setToolTip(why);
    discard_->setToolTip(why);
    if (!preview) {
        effect_->setText(tr("%Ln pieces are in the set; the rules take out %1.", nullptr, curation_.summary().total().pieces)
                             .arg(whole(curation_.summary().ruledOut)) +
                         lopsidedWords());
        return;
    }
    const int now = curation_.summary().total().pieces;
    QStringList words;
    const double share = now > 0 ? 100.0 * preview->taken / now : 0.0;
    if (preview->taken > 0)
        words << tr("This takes out %Ln pieces (%1 %).", nullptr, preview->taken).arg(QLocale().toString(share, 'f', 1));
    if (preview->given > 0) words << tr("It brings in %Ln pieces.", nullptr, preview->given);
    if (words.isEmpty()) words << tr("This takes no piece out.");
    effect_->setText(words.join(QLatin1Char(' ')));
}

}  // namespace ricercar
