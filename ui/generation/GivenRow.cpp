// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/GivenRow.h"

#include "core/learning/Sampler.h"
#include "ui/generation/Fields.h"
#include "ui/generation/GivenCells.h"
#include "ui/kit/MutedLabel.h"
#include "ui/words/Words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QToolButton>

namespace ricercar {

GivenRow::GivenRow(GivenCells& given, QWidget* parent)
    : QWidget(parent),
      given_(given),
      words_(new QLabel),
      particles_(wholeField("particles", 1, mostParticles,
                            tr("Drawn side by side and weighed by how likely the fixed cells are after them. More fit them "
                               "better and take longer"))),
      effective_(new MutedLabel) {
    setObjectName(QStringLiteral("givenRow"));
    words_->setObjectName(QStringLiteral("givenWords"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    effective_->setObjectName(QStringLiteral("effective"));
    effective_->setWordWrap(true);
    effective_->hide();
    particles_->setValue(16);
    auto* clear = new QToolButton;
    clear->setObjectName(QStringLiteral("clearGiven"));
    clear->setText(tr("Clear"));
    clear->setToolTip(tr("The next take is free again"));
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(words_, 1);
    line->addWidget(clear, 0, Qt::AlignTop);
    QFormLayout* rows = formRows(this);
    rows->addRow(line);
    rows->addRow(tr("Candidates"), particles_);
    rows->addRow(effective_);
    connect(clear, &QToolButton::clicked, &given_, &GivenCells::clear);
    connect(&given_, &GivenCells::changed, this, &GivenRow::show);
    connect(particles_, &QSpinBox::valueChanged, this, &GivenRow::changed);
    show();
}

int GivenRow::particles() const { return given_.empty() ? 1 : particles_->value(); }

void GivenRow::setParticles(int particles) { particles_->setValue(particles); }

void GivenRow::setEffects(const DrawEffects& effects) {
    effective_->setVisible(effects.weighed > 0);
    effective_->setText(tr("Last time: effective number of candidates at least %1 of %2")
                            .arg(QLocale().toString(effects.least, 'f', 1), whole(effects.particles)));
    effective_->setToolTip(
        tr("How many candidates still counted where they fitted the fixed cells worst. Near 1: one alone fitted, so ask for "
           "more"));
}

void GivenRow::show() {
    setVisible(!given_.empty());
    const int notes = given_.notes();
    words_->setText(notes > 0 ? tr("%Ln fixed notes from “%1”", nullptr, notes).arg(given_.title())
                              : tr("%Ln fixed cells from “%1”", nullptr, given_.count()).arg(given_.title()));
}

}  // namespace ricercar
