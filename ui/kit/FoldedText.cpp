// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FoldedText.h"

#include <QLabel>
#include <QScrollBar>

namespace ricercar {

FoldedText::FoldedText(int mostLines, QWidget* parent) : QScrollArea(parent), label_(new QLabel), mostLines_(mostLines) {
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::PlainText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label_->setMargin(4);
    label_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label_->setMinimumWidth(1);  // wraps rather than scrolls sideways
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setWidgetResizable(true);
    setWidget(label_);
    viewport()->setAutoFillBackground(false);
    label_->setAutoFillBackground(false);
    hide();
}

void FoldedText::setText(const QString& text) {
    setVisible(!text.isEmpty());
    if (text == label_->text()) return;
    label_->setText(text);
    verticalScrollBar()->setValue(0);
    fit();
}

void FoldedText::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void FoldedText::fit() {
    const int most = mostLines_ * fontMetrics().lineSpacing() + 2 * label_->margin();
    setFixedHeight(qBound(0, label_->heightForWidth(viewport()->width()), most));
}

}  // namespace ricercar
