#include "ui/pianoroll/RollView.h"

#include "ui/Words.h"
#include "ui/pianoroll/BarBeat.h"
#include "ui/pianoroll/Gestures.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace ricercar {

RollView::RollView(QWidget* parent) : QWidget(parent), theme_(Theme::current()) {
    setObjectName(QStringLiteral("rollView"));
    setAccessibleName(tr("Piano roll"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 160);
}

RollView::~RollView() = default;

void RollView::setRoll(const PianoRoll& roll, int primerSteps) {
    content_.roll = roll;
    content_.notes = NoteIndex(notesOf(roll));
    content_.primerSteps = primerSteps;
    geometry_.steps = roll.steps();
    geometry_.range = roll.range();
    playhead_ = 0.0;
    fit();
}

void RollView::growRoll(const PianoRoll& roll) {
    content_.roll = roll;
    content_.notes = NoteIndex(notesOf(roll));
    geometry_.steps = roll.steps();
    fitted_ = false;
    if (follow_) geometry_.scrollX = geometry_.contentWidth() - geometry_.notes().width();
    geometry_.clamp();
    changed();
}

void RollView::setHint(const QString& hint) {
    hint_ = hint;
    update();
}

void RollView::setPlayhead(double step) {
    if (step == playhead_) return;
    const QRect before = playheadRect(playhead_);
    playhead_ = step;
    const double x = geometry_.xOf(step);
    const QRect area = geometry_.notes();
    if (follow_ && !gesture_ && (x > area.right() || x < area.left())) {
        geometry_.scrollX = step * geometry_.stepWidth - area.width() * 0.05;
        geometry_.clamp();
        changed();
    }
    update(before);
    update(playheadRect(playhead_));
}

void RollView::setLoop(std::optional<RollContent::Loop> loop, bool on) {
    if (content_.loop == loop && content_.loopOn == on) return;
    content_.loop = loop;
    content_.loopOn = on;
    changed();
}

void RollView::scrollTo(double x, double y) {
    fitted_ = false;
    geometry_.scrollX = x;
    geometry_.scrollY = y;
    geometry_.clamp();
    changed();
}

void RollView::zoomTime(double factor) {
    const QRect area = geometry_.notes();
    fitted_ = false;
    const double head = geometry_.xOf(playhead_);
    geometry_.zoomTime(factor, head >= area.left() && head <= area.right() ? head : area.center().x());
    changed();
}

void RollView::zoomPitch(double factor) {
    fitted_ = false;
    geometry_.zoomPitch(factor, geometry_.notes().center().y());
    changed();
}

void RollView::fit() {
    int low = 127, high = 0;
    for (const RollNote& note : content_.notes.notes()) {
        low = std::min(low, note.pitch);
        high = std::max(high, note.pitch);
    }
    if (low > high) std::tie(low, high) = std::pair(48, 84);
    geometry_.size = size();
    geometry_.fit(0, std::max(64, content_.roll.steps()), low, high);
    fitted_ = true;
    changed();
}

void RollView::pressKey(int pitch) {
    if (!geometry_.range.contains(pitch)) pitch = -1;
    if (pitch == content_.pressedKey) return;
    const int before = std::exchange(content_.pressedKey, pitch);
    if (before >= 0) emit keyReleased(before);
    if (pitch >= 0) emit keyPressed(pitch);
    changed();
}

void RollView::changed() {
    groundValid_ = false;
    update();
    emit viewChanged();
}

void RollView::renderGround() {
    const qreal scale = devicePixelRatioF();
    const QSize pixels = size() * scale;
    if (ground_.size() != pixels) ground_ = QPixmap(pixels);
    ground_.setDevicePixelRatio(scale);
    QPainter painter(&ground_);
    painter.setFont(font());
    const RollPaint paint{painter, geometry_, content_, theme_};
    paintGrid(paint);
    paintNotes(paint);
    paintRuler(paint);
    paintKeyboard(paint);
    groundValid_ = true;
}

QRect RollView::playheadRect(double step) const {
    return {static_cast<int>(std::round(geometry_.xOf(step))) - 7, 0, 15, height()};
}

void RollView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    if (content_.roll.steps() == 0) {
        painter.fillRect(event->rect(), theme_.outside);
        painter.setPen(theme_.mutedText);
        painter.drawText(rect().adjusted(48, 0, -48, 0), Qt::AlignCenter | Qt::TextWordWrap, hint_);
        return;
    }
    if (!groundValid_ || ground_.size() != size() * devicePixelRatioF()) renderGround();
    const QRect part = event->rect();
    const qreal scale = ground_.devicePixelRatio();
    painter.drawPixmap(QRectF(part), ground_,
                       QRectF(part.left() * scale, part.top() * scale, part.width() * scale, part.height() * scale));
    paintPlayhead({painter, geometry_, content_, theme_}, playhead_);
}

void RollView::resizeEvent(QResizeEvent*) {
    geometry_.size = size();
    if (fitted_ && content_.roll.steps() > 0) fit();
    geometry_.clamp();
    changed();
}

void RollView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        theme_ = Theme::current();
        changed();
    }
    QWidget::changeEvent(event);
}

QString RollView::wordsAt(QPointF at) const {
    if (!geometry_.notes().contains(at.toPoint())) return {};
    const int step = static_cast<int>(std::floor(geometry_.stepAt(at.x())));
    const int pitch = geometry_.pitchAt(at.y());
    if (step < 0 || step >= content_.roll.steps() || !geometry_.range.contains(pitch)) return {};
    if (const auto note = content_.notes.at(step, pitch))
        return tr("%1 (%2) · bar %3 · %n steps long", nullptr, note->length)
            .arg(pitchName(pitch))
            .arg(pitch)
            .arg(barBeat(content_.roll, note->start));
    return tr("%1 · bar %2").arg(pitchName(pitch), barBeat(content_.roll, step));
}

bool RollView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int step = static_cast<int>(std::floor(geometry_.stepAt(help->pos().x())));
        const bool note =
            geometry_.notes().contains(help->pos()) && content_.notes.at(step, geometry_.pitchAt(help->pos().y())).has_value();
        if (note)
            QToolTip::showText(help->globalPos(), wordsAt(help->pos()), this);
        else if (geometry_.ruler().contains(help->pos()) && content_.roll.steps() > 0)
            QToolTip::showText(help->globalPos(), tr("Drag to set the loop, double-click to move the playhead"), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void RollView::wheelEvent(QWheelEvent* event) {
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    const double vertical = !pixels.isNull() ? pixels.y() : angle.y() / 120.0 * 60.0;
    const double horizontal = !pixels.isNull() ? pixels.x() : angle.x() / 120.0 * 60.0;
    fitted_ = false;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const double turned = vertical != 0.0 ? vertical : horizontal;
    if (control) {
        const double factor = std::pow(1.2, turned / 60.0);
        if (shift)
            geometry_.zoomPitch(factor, event->position().y());
        else
            geometry_.zoomTime(factor, event->position().x());
    } else if (shift) {
        geometry_.scrollX -= turned;
    } else {
        geometry_.scrollX -= horizontal;
        geometry_.scrollY -= vertical;
    }
    geometry_.clamp();
    changed();
    event->accept();
}

void RollView::mousePressEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (content_.roll.steps() == 0) return;
    if (event->button() == Qt::MiddleButton)
        gesture_ = panGesture(*this, at);
    else if (event->button() == Qt::LeftButton && geometry_.ruler().contains(at.toPoint()))
        gesture_ = loopGesture(*this, at);
    else if (event->button() == Qt::LeftButton && geometry_.keyboard().contains(at.toPoint()))
        gesture_ = keyGesture(*this, at);
}

void RollView::mouseMoveEvent(QMouseEvent* event) {
    if (gesture_) gesture_->move(event->position());
    emit hovered(wordsAt(event->position()));
}

void RollView::mouseReleaseEvent(QMouseEvent* event) {
    if (gesture_) gesture_->release(event->position());
    gesture_.reset();
}

void RollView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !geometry_.ruler().contains(event->position().toPoint())) {
        mousePressEvent(event);
        return;
    }
    emit seekWanted(std::clamp(geometry_.stepAt(event->position().x()), 0.0, static_cast<double>(content_.roll.steps())));
}

void RollView::leaveEvent(QEvent*) { emit hovered({}); }

void RollView::keyPressEvent(QKeyEvent* event) {
    const QRect area = geometry_.notes();
    switch (event->key()) {
        case Qt::Key_Left: scrollTo(geometry_.scrollX - area.width() / 8.0, geometry_.scrollY); return;
        case Qt::Key_Right: scrollTo(geometry_.scrollX + area.width() / 8.0, geometry_.scrollY); return;
        case Qt::Key_Up: scrollTo(geometry_.scrollX, geometry_.scrollY - geometry_.rowHeight * 3); return;
        case Qt::Key_Down: scrollTo(geometry_.scrollX, geometry_.scrollY + geometry_.rowHeight * 3); return;
        default: QWidget::keyPressEvent(event);
    }
}

}  // namespace ricercar
