// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FoldingSection.h"

#include "ui/kit/ElidedLabel.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ricercar {

FoldingSection::FoldingSection(const char* name, const QString& title, QWidget* body, QWidget* parent)
    : QWidget(parent), title_(new QToolButton), summary_(new ElidedLabel), body_(body) {
    setObjectName(QLatin1String(name) + QStringLiteral("Section"));
    title_->setObjectName(QLatin1String(name));
    title_->setText(title);
    title_->setCheckable(true);
    title_->setAutoRaise(true);
    title_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    title_->setArrowType(Qt::RightArrow);
    summary_->setObjectName(QLatin1String(name) + QStringLiteral("Summary"));
    summary_->setTextFormat(Qt::PlainText);
    summary_->setMuted(true);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(title_);
    line->addWidget(summary_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(body_);
    body_->hide();
    connect(title_, &QToolButton::toggled, this, [this](bool open) {
        title_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        body_->setVisible(open);
    });
}

void FoldingSection::setOpen(bool open) { title_->setChecked(open); }

bool FoldingSection::isOpen() const { return title_->isChecked(); }

void FoldingSection::setSummary(const QString& words) {
    summary_->setText(words);
    title_->setAccessibleDescription(words);
}

QString FoldingSection::summary() const { return summary_->text(); }

}  // namespace ricercar
