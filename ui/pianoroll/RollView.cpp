// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollView.h"

#include "ui/pianoroll/RollAccessible.h"
#include "ui/pianoroll/layers/BarRuler.h"
#include "ui/pianoroll/layers/GhostLayer.h"
#include "ui/pianoroll/layers/GridLayer.h"
#include "ui/pianoroll/layers/KeyboardLayer.h"
#include "ui/pianoroll/layers/LoopLayer.h"
#include "ui/pianoroll/layers/MiniMap.h"
#include "ui/pianoroll/layers/NoteLayer.h"
#include "ui/pianoroll/layers/PlayheadLayer.h"
#include "ui/pianoroll/layers/SelectionLayer.h"
#include "ui/pianoroll/layers/TempoRuler.h"
#include "ui/pianoroll/layers/VelocityLane.h"
#include "ui/words/Words.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {

RollView::RollView(QWidget* parent) : QWidget(parent), navigator_(content_), theme_(Theme::current()) {
    setObjectName(QStringLiteral("rollView"));
    RollAccessible::install();
    setAccessibleName(tr("Piano roll"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 200);
    grabGesture(Qt::PinchGesture);
    layers_.push_back(std::make_unique<GridLayer>());
    layers_.push_back(std::make_unique<GhostLayer>());
    layers_.push_back(std::make_unique<NoteLayer>());
    layers_.push_back(std::make_unique<SelectionLayer>());
    layersAboveNotes_ = layers_.size();
    layers_.push_back(std::make_unique<BarRuler>());
    layers_.push_back(std::make_unique<TempoRuler>());
    layers_.push_back(std::make_unique<LoopLayer>());
    layers_.push_back(std::make_unique<KeyboardLayer>());
    layers_.push_back(std::make_unique<VelocityLane>());
    layers_.push_back(std::make_unique<MiniMap>());
    layers_.push_back(std::make_unique<PlayheadLayer>());
    input_ = std::make_unique<RollInput>(*this);
    navigator_.setCalm(style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) == 0);
    connect(&navigator_, &RollNavigator::changed, this, &RollView::changed);
}

RollView::~RollView() = default;

void RollView::takeContent(RollContent content) {
    content.loop = content_.loop;
    content.loopOn = content_.loopOn;
    content.keysDown = content_.keysDown;
    content_ = std::move(content);
    ++revision_;
}

void RollView::setContent(RollContent content, bool fitted) {
    if (fitted) {
        input_->cancel();
        playhead_ = 0.0;
    }
    const bool chosen = !(content.selection == content_.selection);
    if (!fitted) content.area = content_.area;
    takeContent(std::move(content));
    navigator_.setLaneHeight(laneHeightNow());
    navigator_.contentChanged(fitted);
    emit contentChanged();
    if (chosen) emit selectionChanged();
}

void RollView::setRoll(const PianoRoll& roll, int primerSteps) { setContent(gridContent(roll, primerSteps), true); }

void RollView::growContent(RollContent content) {
    content.scale = content_.scale;
    content.snap = content_.snap;
    takeContent(std::move(content));
    navigator_.followEnd();
    navigator_.contentChanged(false);
    navigator_.followEnd();
    emit contentChanged();
}

void RollView::markArea(std::optional<RollContent::Area> area) {
    if (content_.area == area) return;
    content_.area = area;
    update();
    emit selectionChanged();
}

void RollView::setHint(const QString& hint) {
    hint_ = hint;
    update();
}

void RollView::setPlayhead(double step) {
    if (step == playhead_) return;
    const RollGeometry& g = geometryOfRoll();
    const double before = std::exchange(playhead_, step);
    update(PlayheadLayer::columnAt(g, before));
    if (!input_->busy()) navigator_.followTo(step);
    update(PlayheadLayer::columnAt(g, step));
    update(PlayheadLayer::mapColumnAt(g, before));
    update(PlayheadLayer::mapColumnAt(g, step));
}

void RollView::setLoop(std::optional<RollContent::Loop> loop, bool on) {
    if (content_.loop == loop && content_.loopOn == on) return;
    content_.loop = loop;
    content_.loopOn = on;
    changed();
    emit selectionChanged();
}

void RollView::setScale(std::optional<Scale> scale) {
    content_.scale = scale;
    changed();
}

void RollView::setSnap(Snap snap) {
    content_.snap = snap;
    changed();
}

void RollView::setKeyDown(int pitch, bool down) {
    if (pitch < 0 || pitch > 127 || content_.keysDown.test(static_cast<std::size_t>(pitch)) == down) return;
    content_.keysDown.set(static_cast<std::size_t>(pitch), down);
    changed();
}

void RollView::setLaneShown(bool shown) {
    laneShown_ = shown;
    navigator_.setLaneHeight(laneHeightNow());
}

void RollView::setLaneHeight(int height) {
    laneHeight_ = height;
    navigator_.setLaneHeight(laneHeightNow());
}

void RollView::setMainTool(std::unique_ptr<RollTool> tool) {
    input_->setMainTool(std::move(tool));
    showCursor();
    update();
}

void RollView::addLayer(std::unique_ptr<RollLayer> layer) {
    layers_.insert(layers_.begin() + static_cast<std::ptrdiff_t>(layersAboveNotes_++), std::move(layer));
    changed();
}

void RollView::select(const NoteSet& notes) {
    if (notes == content_.selection) return;
    content_.selection = notes;
    changed();
    tellValue();
    emit selectionChanged();
}

void RollView::setCurrent(std::optional<NoteId> note) {
    if (note == content_.current) return;
    content_.current = note;
    if (const ShownNote* shown = note ? content_.notes.find(*note) : nullptr)
        navigator_.reveal(shown->start, shown->end, shown->pitch);
    changed();
    tellValue();
}

void RollView::tellValue() {
    if (!QAccessible::isActive()) return;
    QAccessibleValueChangeEvent told(this, QAccessible::queryAccessibleInterface(this)->text(QAccessible::Value));
    QAccessible::updateAccessibility(&told);
}

void RollView::zoomTime(double factor) {
    const QRect area = geometryOfRoll().notes();
    const double head = geometryOfRoll().xOf(playhead_);
    navigator_.zoomTime(factor, head >= area.left() && head <= area.right() ? head : area.center().x());
}

void RollView::zoomPitch(double factor) { navigator_.zoomPitch(factor, geometryOfRoll().notes().center().y()); }

void RollView::pressKey(int pitch) {
    if (!content_.range.contains(pitch)) pitch = -1;
    if (pitch == pressedKey_) return;
    const int before = std::exchange(pressedKey_, pitch);
    if (before >= 0) emit keyReleased(before);
    if (pitch >= 0) emit keyPressed(pitch);
    setKeyDown(before, false);
    setKeyDown(pitch, true);
}

void RollView::changed() {
    groundValid_ = false;
    update();
    emit viewChanged();
}

RollPaint RollView::paintWith(QPainter& painter, double scale) const {
    return {painter, geometryOfRoll(), content_, theme_, playhead_, scale, revision_};
}

void RollView::renderGround() {
    const qreal scale = devicePixelRatioF();
    const QSize pixels = size() * scale;
    if (ground_.size() != pixels) ground_ = QPixmap(pixels);
    ground_.setDevicePixelRatio(scale);
    QPainter painter(&ground_);
    painter.setFont(font());
    for (const auto& layer : layers_)
        if (!layer->overlay()) layer->paint(paintWith(painter, scale));
    groundValid_ = true;
}

void RollView::paintAll(QPainter& painter, double scale) {
    for (const bool overlay : {false, true})
        for (const auto& layer : layers_)
            if (layer->overlay() == overlay) layer->paint(paintWith(painter, scale));
}

void RollView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    if (content_.empty()) {
        painter.fillRect(event->rect(), theme_.outside);
        painter.setPen(theme_.mutedText);
        painter.drawText(rect().adjusted(48, 0, -48, 0), Qt::AlignCenter | Qt::TextWordWrap, hint_);
        return;
    }
    if (!groundValid_ || ground_.size() != size() * devicePixelRatioF()) renderGround();
    const qreal scale = ground_.devicePixelRatio();
    for (const QRect& part : event->region())
        painter.drawPixmap(QRectF(part), ground_,
                           QRectF(part.left() * scale, part.top() * scale, part.width() * scale, part.height() * scale));
    const RollPaint paint = paintWith(painter, scale);
    input_->paint(paint);
    for (const auto& layer : layers_)
        if (layer->overlay()) layer->paint(paint);
}

void RollView::resizeEvent(QResizeEvent*) { navigator_.resize(size()); }

void RollView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        theme_ = Theme::current();
        changed();
    }
    QWidget::changeEvent(event);
}

QString RollView::wordsOf(const ShownNote& note) const {
    const auto steps = std::max(1, static_cast<int>(std::lround(note.end - note.start)));
    QString words = tr("%1 (%2) · bar %3 · %Ln steps long", nullptr, steps)
                        .arg(pitchName(note.pitch))
                        .arg(note.pitch)
                        .arg(QStringLiteral("%1.%2").arg(content_.bars.bar(note.start)).arg(content_.bars.beat(note.start)));
    if (note.velocity > 0) words += tr(" · velocity %1").arg(note.velocity);
    return words;
}

QString RollView::wordsAt(QPointF at) const {
    const RollPointer pointer = input_->pointerAt(at);
    if (pointer.region != RollRegion::Notes || pointer.step < 0.0 || pointer.step >= content_.steps ||
        !content_.range.contains(pointer.pitch))
        return {};
    if (pointer.note) return wordsOf(*pointer.note);
    return tr("%1 · bar %2")
        .arg(pitchName(pointer.pitch),
             QStringLiteral("%1.%2").arg(content_.bars.bar(pointer.step)).arg(content_.bars.beat(pointer.step)));
}

void RollView::showCursor() {
    if (cursor().shape() != input_->cursor()) setCursor(input_->cursor());
}

bool RollView::event(QEvent* event) {
    switch (event->type()) {
        case QEvent::ToolTip: {
            const auto* help = static_cast<QHelpEvent*>(event);
            const RollPointer pointer = input_->pointerAt(help->pos());
            const QString words = content_.empty() ? QString()
                                  : pointer.note   ? wordsOf(*pointer.note)
                                                   : input_->helpAt(help->pos());
            if (words.isEmpty())
                QToolTip::hideText();
            else
                QToolTip::showText(help->globalPos(), words, this);
            return true;
        }
        case QEvent::NativeGesture: input_->nativeGesture(*static_cast<QNativeGestureEvent*>(event)); return true;
        case QEvent::Gesture: {
            const auto* gestures = static_cast<QGestureEvent*>(event);
            if (const auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture)))
                input_->pinch(*pinch, mapFromGlobal(pinch->hotSpot()));
            return true;
        }
        case QEvent::ShortcutOverride:  // Space held down pans; tapped it plays
            if (const auto* key = static_cast<QKeyEvent*>(event);
                key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier)
                event->accept();
            break;
        default: break;
    }
    return QWidget::event(event);
}

void RollView::wheelEvent(QWheelEvent* event) {
    if (!content_.empty()) input_->wheel(*event);
    event->accept();
}

void RollView::mousePressEvent(QMouseEvent* event) {
    if (content_.empty()) return;
    const RollGeometry& g = geometryOfRoll();
    if (event->button() == Qt::LeftButton && g.regionAt(event->position()) == RollRegion::Notes)
        emit cellPressed(static_cast<int>(std::floor(g.stepAt(event->position().x()))), g.pitchAt(event->position().y()));
    input_->press(*event);
    showCursor();
}

void RollView::mouseMoveEvent(QMouseEvent* event) {
    input_->move(*event);
    showCursor();
    emit hovered(wordsAt(event->position()));
}

void RollView::mouseReleaseEvent(QMouseEvent* event) {
    input_->release(*event);
    showCursor();
}

void RollView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (content_.empty()) return;
    input_->doubleClick(*event);
    showCursor();
}

void RollView::leaveEvent(QEvent*) { emit hovered({}); }

void RollView::focusOutEvent(QFocusEvent* event) {
    input_->setSpaceHeld(false);
    if (event->reason() == Qt::ActiveWindowFocusReason) input_->cancel();
    QWidget::focusOutEvent(event);
}

void RollView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat()) input_->setSpaceHeld(true);
        showCursor();
        return;
    }
    if (content_.empty() || !input_->keyPress(*event)) QWidget::keyPressEvent(event);
}

void RollView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (event->isAutoRepeat()) return;
    const bool tapped = !input_->spaceUsed();
    input_->setSpaceHeld(false);
    showCursor();
    if (tapped) emit playRequested();
}

}  // namespace ricercar
