// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/QuantiseDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

namespace ricercar {

QuantiseDialog::QuantiseDialog(QWidget* parent)
    : QDialog(parent),
      starts_(new QCheckBox(tr("The &starts of notes"))),
      ends_(new QCheckBox(tr("Their &ends"))),
      strength_(new QSpinBox) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("quantiseDialog"));
    setWindowTitle(tr("Quantise"));
    starts_->setObjectName(QStringLiteral("quantiseStarts"));
    ends_->setObjectName(QStringLiteral("quantiseEnds"));
    strength_->setObjectName(QStringLiteral("quantiseStrength"));
    starts_->setChecked(true);
    strength_->setRange(1, 100);
    strength_->setValue(100);
    strength_->setSuffix(tr(" %"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton* go = buttons->button(QDialogButtonBox::Ok);
    go->setText(tr("&Quantise"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(24, 20, 24, 16);
    form->setSpacing(10);
    form->addRow(tr("To the snap grid:"), starts_);
    form->addRow(QString(), ends_);
    form->addRow(tr("St&rength:"), strength_);
    form->addRow(buttons);
    const auto sensible = [this, go] { go->setEnabled(starts_->isChecked() || ends_->isChecked()); };
    connect(starts_, &QCheckBox::toggled, this, sensible);
    connect(ends_, &QCheckBox::toggled, this, sensible);
    connect(buttons, &QDialogButtonBox::accepted, this, &QuantiseDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void QuantiseDialog::choose() {
    emit chosen({starts_->isChecked(), ends_->isChecked(), strength_->value() / 100.0, 1});
    accept();
}

}  // namespace ricercar
