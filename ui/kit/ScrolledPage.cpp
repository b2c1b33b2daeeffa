// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ScrolledPage.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace ricercar {
namespace {

constexpr int leastLines = 4;

}  // namespace

ScrolledPage::ScrolledPage(QWidget* page, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
}

QSize ScrolledPage::sizeHint() const {
    QSize page = widget()->sizeHint();
    if (widget()->hasHeightForWidth()) page.setHeight(widget()->heightForWidth(viewport()->width()));
    return {page.width() + verticalScrollBar()->sizeHint().width(), page.height()};
}

void ScrolledPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && widget()->hasHeightForWidth()) updateGeometry();
}

QSize ScrolledPage::minimumSizeHint() const {
    const QSize page = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    return {page.width() + verticalScrollBar()->sizeHint().width(),
            std::min(page.height(), leastLines * fontMetrics().lineSpacing())};
}

bool ScrolledPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

}  // namespace ricercar
