// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/NatsStrip.h"

#include "ui/canvas/RollSurface.h"
#include "ui/kit/Theme.h"
#include "ui/words/BarBeat.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int margin = 4;
constexpr double narrowestFigure = 34.0;  // pixels
constexpr double most = 40.0;             // nats that are shown

}  // namespace

NatsStrip::NatsStrip(RollSurface& roll, QWidget* parent) : QWidget(parent), view_(roll) {
    setObjectName(QStringLiteral("natsStrip"));
    setAccessibleName(tr("Nats of each step"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&view_, &RollSurface::viewChanged, this, qOverload<>(&QWidget::update));
    hide();
}

void NatsStrip::setExpectation(const Expectation* expectation, const PianoRoll& roll) {
    expectation_ = expectation;
    roll_ = roll;
    if (!expectation || expectation->steps < static_cast<int>(nats_.size())) {
        nats_.clear();
        highest_ = 1.0;
    }
    while (expectation && static_cast<int>(nats_.size()) < expectation->steps) {
        nats_.push_back(expectation->natsOf(static_cast<int>(nats_.size())));
        highest_ = std::min(std::max(highest_, nats_.back()), most);
    }
    setVisible(expectation != nullptr);
    update();
}

void NatsStrip::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::current();
    const RollGeometry& g = view_.geometry();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(0, 0, width(), 1, theme.barLine);
    const QRect area(g.notes().left(), 1, g.notes().width(), height() - 1);
    painter.fillRect(0, 1, area.left(), height() - 1, theme.window);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    if (!expectation_) return;
    const double top = highest_, room = area.height() - 2.0 * margin - painter.fontMetrics().height();
    const double bottom = area.bottom() - margin;
    painter.setPen(theme.mutedText);
    painter.drawText(QRect(2, 0, area.left() - 6, height()), Qt::AlignRight | Qt::AlignVCenter | Qt::TextWordWrap,
                     tr("nats a step"));
    painter.setClipRect(area);
    const int first = std::max(0, static_cast<int>(g.stepAt(area.left())));
    const int end = std::min(expectation_->steps, static_cast<int>(g.stepAt(area.right())) + 2);
    const double gap = g.stepWidth >= 4 ? 1.0 : 0.0;
    for (int step = first; step < end; ++step) {
        const double tall = std::min(1.0, nats_[static_cast<std::size_t>(step)] / top) * room;
        painter.fillRect(QRectF(g.xOf(step), bottom - tall, g.stepWidth - gap, tall), theme.trainFaint);
    }
    const int pickup = roll_.barOffset() == 0 ? 0 : roll_.barSteps() - roll_.barOffset();
    for (int bar = pickup > 0 ? pickup - roll_.barSteps() : 0; bar < end; bar += roll_.barSteps()) {
        const int from = std::max(bar, 0), to = std::min(bar + roll_.barSteps(), expectation_->steps);
        if (to <= first || to <= from) continue;
        const double mean = expectation_->natsPerStep(from, to), y = bottom - std::min(1.0, mean / top) * room;
        painter.fillRect(QRectF(g.xOf(from), y - 1, (to - from) * g.stepWidth - 1, 2), theme.train);
        if ((to - from) * g.stepWidth < narrowestFigure) continue;
        painter.setPen(theme.text);
        painter.drawText(QRectF(g.xOf(from) + 3, margin - 2, (to - from) * g.stepWidth, painter.fontMetrics().height()),
                         Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(mean, 'f', 1));
    }
}

void NatsStrip::mousePressEvent(QMouseEvent* event) {
    const int step = static_cast<int>(std::floor(view_.geometry().stepAt(event->position().x())));
    if (expectation_ && step >= 0 && step < expectation_->steps) emit stepPressed(step);
}

bool NatsStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int step = static_cast<int>(std::floor(view_.geometry().stepAt(help->pos().x())));
    if (expectation_ && step >= 0 && step < expectation_->steps)
        QToolTip::showText(
            help->globalPos(),
            tr("Bar %1: %2 nats").arg(barBeat(roll_, step), QLocale().toString(expectation_->natsOf(step), 'f', 2)), this);
    else
        QToolTip::hideText();
    return true;
}

}  // namespace ricercar
