// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/SplitForm.h"

#include "ui/dataset/PieceColumns.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Curation.h"
#include "ui/words/PieceWords.h"
#include "ui/words/Words.h"

#include <QGridLayout>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace ricercar {

SplitForm::SplitForm(Curation& curation, QWidget* parent)
    : QWidget(parent), curation_(curation), seed_(new QSpinBox), between_(new QLabel) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const std::array<const char*, 2> names{"shareValidation", "shareTest"};
    for (std::size_t i = 0; i < 2; ++i) {
        const QString title = subsetName(i == 0 ? Subset::Validation : Subset::Test);
        QSlider* slider = sliders_[i] = new QSlider(Qt::Horizontal);
        QSpinBox* share = shares_[i] = new QSpinBox;
        slider->setObjectName(QLatin1String(names[i]));
        slider->setAccessibleName(title);
        slider->setRange(0, 50);
        share->setObjectName(QLatin1String(names[i]) + QStringLiteral("Percent"));
        share->setAccessibleName(title);
        share->setRange(0, 50);
        share->setSuffix(tr(" %"));
        grid->addWidget(new QLabel(title), static_cast<int>(i), 0);
        grid->addWidget(slider, static_cast<int>(i), 1);
        grid->addWidget(share, static_cast<int>(i), 2);
        connect(slider, &QSlider::valueChanged, share, &QSpinBox::setValue);
        connect(share, &QSpinBox::valueChanged, slider, &QSlider::setValue);
        connect(share, &QSpinBox::valueChanged, this, &SplitForm::edited);
    }
    seed_->setObjectName(QStringLiteral("splitSeed"));
    seed_->setRange(0, 999'999'999);
    seed_->setToolTip(tr("Another seed draws other pieces. New files never move those that are there"));
    auto* label = new QLabel(tr("Seed"));
    label->setBuddy(seed_);
    grid->addWidget(label, 2, 0);
    grid->addWidget(seed_, 2, 1, 1, 2);
    connect(seed_, &QSpinBox::valueChanged, this, &SplitForm::edited);
    for (std::size_t subset = 0; subset < 4; ++subset) {
        counts_[subset] = new MutedLabel;
        counts_[subset]->setObjectName(QStringLiteral("count%1").arg(subset));
        grid->addWidget(new MutedLabel(subsetName(static_cast<Subset>(subset))), 3 + static_cast<int>(subset), 0);
        grid->addWidget(counts_[subset], 3 + static_cast<int>(subset), 1, 1, 2, Qt::AlignRight);
    }
    between_->setObjectName(QStringLiteral("between"));
    between_->setWordWrap(true);
    between_->setTextFormat(Qt::PlainText);
    grid->addWidget(between_, 7, 0, 1, 3);
    connect(&curation_, &Curation::planChanged, this, &SplitForm::refresh);
    connect(&curation_, &Curation::draftChanged, this, &SplitForm::refresh);
    connect(&curation_, &Curation::datasetsChanged, this, &SplitForm::refresh);
    refresh();
}

void SplitForm::refresh() {
    const Dataset& now = curation_.draft() ? *curation_.draft() : curation_.dataset();
    const auto& preview = curation_.draftPreview();
    const DatasetSummary& summary = preview ? preview->summary : curation_.summary();
    const auto& plan = preview ? preview->plan : curation_.plan();
    showing_ = true;
    shares_[0]->setValue(static_cast<int>(std::lround(now.shares.validation * 100)));
    shares_[1]->setValue(static_cast<int>(std::lround(now.shares.test * 100)));
    seed_->setValue(static_cast<int>(std::min<std::uint64_t>(now.seed, 999'999'999)));
    showing_ = false;
    for (std::size_t subset = 0; subset < 4; ++subset)
        counts_[subset]->setText(tr("%Ln pieces", nullptr, summary.subsets[subset].pieces) + QStringLiteral(" · ") +
                                 tr("%Ln bars", nullptr, static_cast<int>(summary.subsets[subset].bars)));
    QStringList flagged;
    for (const Piece& piece : curation_.facts().pieces) {
        const auto found = plan.find(piece.id);
        if (found == plan.end()) continue;
        for (const Message& reason : found->second.reasons)
            if (reason.id == MessageId::SplitTwoSides && flagged.size() < 3)
                flagged << QStringLiteral("%1: %2").arg(fromUtf8(piece.title), text(reason));
    }
    between_->setVisible(!flagged.isEmpty());
    between_->setText(QStringLiteral("⚠ ") + tr("%Ln pieces stand between two sides.", nullptr, summary.split) +
                      QLatin1Char('\n') + flagged.join(QLatin1Char('\n')));
}

void SplitForm::edited() {
    if (showing_) return;
    Dataset changed = curation_.draft() ? *curation_.draft() : curation_.dataset();
    // what was not touched keeps its digits
    const auto take = [](double& share, const QSpinBox* box) {
        if (std::lround(share * 100) != box->value()) share = box->value() / 100.0;
    };
    take(changed.shares.validation, shares_[0]);
    take(changed.shares.test, shares_[1]);
    if (std::min<std::uint64_t>(changed.seed, 999'999'999) != static_cast<std::uint64_t>(seed_->value()))
        changed.seed = static_cast<std::uint64_t>(seed_->value());
    curation_.setDraft(changed);
}

}  // namespace ricercar
