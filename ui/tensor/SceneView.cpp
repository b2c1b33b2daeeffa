// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/SceneView.h"

#include "ui/tensor/GlProbe.h"
#include "ui/tensor/SceneInk.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr Margins margins{84, 28, 32, 60};  // for the labels
constexpr int journeyMs = 180;
constexpr int restMs = 140;

}  // namespace

SceneView::SceneView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("sceneView"));
    setAccessibleName(tr("Tensor in three dimensions"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    frame_.font = font();
    rest_.setSingleShot(true);
    rest_.setInterval(restMs);
    connect(&rest_, &QTimer::timeout, this, [this] {
        frame_.moving = false;
        redraw();
    });
    journey_.setStartValue(0.0);
    journey_.setEndValue(1.0);
    journey_.setDuration(journeyMs);
    journey_.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&journey_, &QVariantAnimation::valueChanged, this, [this](const QVariant& at) {
        const double share = at.toDouble();
        frame_.camera.setPose(share >= 1.0 ? destination_ : between(departure_, destination_, share));
        cameraMoved();
    });
}

SceneView::~SceneView() = default;

void SceneView::takeCanvas() {
    if (canvas_ && !canvas_->failed()) return;
    const bool gl = glRequested() && !canvas_;
    canvas_ = gl ? makeGlCanvas(this) : makePainterCanvas(this);
    canvas_->setFrame(&frame_);
    canvas_->widget().setAttribute(Qt::WA_TransparentForMouseEvents);
    canvas_->widget().setGeometry(rect());
    canvas_->widget().setVisible(frame_.scene != nullptr);
}

void SceneView::redraw() {
    if (!canvas_) return;
    takeCanvas();
    canvas_->widget().setVisible(frame_.scene != nullptr);
    canvas_->widget().update();
}

void SceneView::cameraMoved() {
    ++frame_.viewState;
    frame_.moving = true;
    rest_.start();
    redraw();
}

CameraPose SceneView::poseOf(CameraPreset preset) const {
    if (!frame_.scene) return {};
    return presetPose(preset, frame_.scene->cells.box(), frame_.camera.width(), frame_.camera.height(), margins);
}

void SceneView::travel(const CameraPose& to) {
    destination_ = to;
    departure_ = frame_.camera.pose();
    if (!isVisible() || style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0 || !frame_.scene) {
        journey_.stop();
        frame_.camera.setPose(to);
        cameraMoved();
        return;
    }
    journey_.stop();
    journey_.start();
}

void SceneView::setPose(const CameraPose& pose) {
    journey_.stop();
    preset_.reset();
    destination_ = pose;
    frame_.camera.setPose(pose);
    cameraMoved();
}

void SceneView::setScene(std::shared_ptr<const TensorScene> scene) {
    const bool shape = !frame_.scene || !scene || frame_.scene->cells.box() != scene->cells.box();
    frame_.scene = std::move(scene);
    ++frame_.cellsState;
    ++frame_.viewState;
    frame_.hovered.reset();
    if (shape) {
        if (frame_.box) clearBox();
        if (!preset_) preset_ = flat_ ? nearestFlat(frame_.camera.pose()) : CameraPreset::Home;
        journey_.stop();
        destination_ = poseOf(*preset_);
        frame_.camera.setPose(destination_);
    }
    redraw();
    update();
}

void SceneView::setLook(const SceneLook& look) {
    if (frame_.look == look) return;
    frame_.look = look;
    ++frame_.cellsState;
    redraw();
}

void SceneView::setHint(const QString& hint) {
    hint_ = hint;
    update();
}

void SceneView::setPlayhead(std::optional<double> step) {
    if (frame_.playhead == step) return;
    frame_.playhead = step;
    redraw();
}

void SceneView::setSelected(std::optional<std::array<int, 3>> cell) {
    if (frame_.selected == cell) return;
    frame_.selected = cell;
    redraw();
}

void SceneView::setSeen(std::optional<std::array<int, 3>> cell) {
    if (frame_.seen == cell) return;
    frame_.seen = cell;
    redraw();
}

void SceneView::clearBox() {
    frame_.box.reset();
    emit boxChanged({});
    redraw();
}

void SceneView::showPreset(CameraPreset preset) {
    const bool flat = preset != CameraPreset::Home && flat_;
    preset_ = preset;
    travel(poseOf(preset));
    emit presetShown(preset);
    if (flat != flat_) {
        flat_ = flat;
        emit flatChanged(flat_);
    }
}

void SceneView::setFlat(bool flat) {
    if (flat == flat_) return;
    flat_ = flat;
    preset_ = flat ? nearestFlat(destination_) : CameraPreset::Home;
    travel(poseOf(*preset_));
    emit presetShown(*preset_);
    emit flatChanged(flat_);
}

void SceneView::zoomBy(double factor) {
    journey_.stop();
    frame_.camera.zoom(factor, frame_.camera.width() / 2, frame_.camera.height() / 2);
    preset_.reset();
    destination_ = frame_.camera.pose();
    cameraMoved();
}

std::optional<Picked> SceneView::pickAt(QPointF at) const {
    if (!frame_.scene) return std::nullopt;
    return pick(frame_.scene->cells, frame_.look, frame_.camera.ray(at.x(), at.y(), frame_.scene->cells.box().radius()));
}

void SceneView::hoverAt(QPointF at) {
    std::optional<std::array<int, 3>> cell;
    if (const auto found = pickAt(at)) cell = found->cell;
    if (cell == frame_.hovered) return;
    frame_.hovered = cell;
    if (cell)
        emit hovered((*cell)[0], (*cell)[1], (*cell)[2]);
    else
        emit hovered(-1, -1, -1);
    redraw();
}

void SceneView::showEvent(QShowEvent*) {
    takeCanvas();
    redraw();
}

void SceneView::resizeEvent(QResizeEvent*) {
    frame_.camera.setViewport(width(), height());
    ++frame_.viewState;
    if (preset_ && frame_.scene) {
        journey_.stop();
        destination_ = poseOf(*preset_);
        frame_.camera.setPose(destination_);
    }
    if (canvas_) canvas_->widget().setGeometry(rect());
    redraw();
}

void SceneView::paintEvent(QPaintEvent*) {
    if (frame_.scene) return;
    QPainter painter(this);
    painter.fillRect(rect(), frame_.theme.outside);
    painter.setPen(frame_.theme.mutedText);
    painter.drawText(rect().adjusted(48, 0, -48, 0), Qt::AlignCenter | Qt::TextWordWrap, hint_);
}

void SceneView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        frame_.theme = Theme::current();
        frame_.font = font();
        ++frame_.viewState;
        redraw();
    }
    QWidget::changeEvent(event);
}

void SceneView::mousePressEvent(QMouseEvent* event) {
    if (!frame_.scene || drag_ != Drag::None) return;
    pressed_ = last_ = event->position();
    const Qt::KeyboardModifiers keys = event->modifiers();
    if (event->button() == Qt::LeftButton)
        wanted_ = keys.testFlag(Qt::ShiftModifier)              ? Drag::Band
                  : keys.testFlag(Qt::ControlModifier) || flat_ ? Drag::Pan
                                                                : Drag::Orbit;
    else if (event->button() == Qt::MiddleButton || event->button() == Qt::RightButton)
        wanted_ = Drag::Pan;
    else
        return;
    drag_ = event->button() == Qt::LeftButton ? Drag::Click : wanted_;
}

void SceneView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (drag_ == Drag::None) {
        hoverAt(at);
        return;
    }
    if (drag_ == Drag::Click) {
        if ((at - pressed_).manhattanLength() < QApplication::startDragDistance()) return;
        drag_ = wanted_;
        last_ = pressed_;
    }
    const QPointF by = at - last_;
    last_ = at;
    if (drag_ == Drag::Band) {
        frame_.band = QRectF(pressed_, at).normalized();
        redraw();
        return;
    }
    journey_.stop();
    if (drag_ == Drag::Orbit)
        frame_.camera.orbit(by.x(), by.y());
    else
        frame_.camera.pan(by.x(), by.y());
    preset_.reset();
    destination_ = frame_.camera.pose();
    cameraMoved();
}

void SceneView::mouseReleaseEvent(QMouseEvent* event) {
    const Drag drag = std::exchange(drag_, Drag::None);
    if (drag == Drag::Band) endBand();
    if (drag == Drag::Click) {
        if (const auto found = pickAt(event->position()))
            emit clicked(found->cell[0], found->cell[1], found->cell[2]);
        else
            emit clicked(-1, -1, -1);
    }
}

void SceneView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !pickAt(event->position()))
        showPreset(flat_ ? nearestFlat(destination_) : CameraPreset::Home);
    else
        mousePressEvent(event);
}

void SceneView::endBand() {
    const QRectF band = std::exchange(frame_.band, {});
    const BoxSelection found =
        cellsIn(frame_.scene->cells, frame_.look, frame_.camera, band.left(), band.top(), band.right(), band.bottom());
    frame_.box.reset();
    if (found.cells > 0) frame_.box = found.range;
    emit boxChanged(found);
    redraw();
}

void SceneView::leaveEvent(QEvent*) {
    if (!frame_.hovered) return;
    frame_.hovered.reset();
    emit hovered(-1, -1, -1);
    redraw();
}

void SceneView::wheelEvent(QWheelEvent* event) {
    if (!frame_.scene) return;
    const QPoint turned = event->angleDelta();
    const int turn = turned.y() != 0 ? turned.y() : turned.x();
    if (event->modifiers().testFlag(Qt::AltModifier) || event->modifiers().testFlag(Qt::ControlModifier)) {
        const int cells = turn > 0 ? 1 : -1;
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            emit sliceGrown(cells);
        else
            emit sliceMoved(cells);
        event->accept();
        return;
    }
    journey_.stop();
    frame_.camera.zoom(std::pow(1.15, turn / 120.0), event->position().x(), event->position().y());
    preset_.reset();
    destination_ = frame_.camera.pose();
    cameraMoved();
    event->accept();
}

void SceneView::keyPressEvent(QKeyEvent* event) {
    constexpr double step = 24;
    const bool pan = flat_ || event->modifiers().testFlag(Qt::ShiftModifier);
    const auto move = [&](double dx, double dy) {
        journey_.stop();
        if (pan)
            frame_.camera.pan(-dx, -dy);
        else
            frame_.camera.orbit(-dx, -dy);
        preset_.reset();
        destination_ = frame_.camera.pose();
        cameraMoved();
    };
    switch (event->key()) {
        case Qt::Key_Left: move(-step, 0); return;
        case Qt::Key_Right: move(step, 0); return;
        case Qt::Key_Up: move(0, -step); return;
        case Qt::Key_Down: move(0, step); return;
        case Qt::Key_Home:
        case Qt::Key_F: showPreset(flat_ ? nearestFlat(destination_) : CameraPreset::Home); return;
        case Qt::Key_1: showPreset(CameraPreset::TimeNote); return;
        case Qt::Key_2: showPreset(CameraPreset::TimeFeature); return;
        case Qt::Key_3: showPreset(CameraPreset::NoteFeature); return;
        case Qt::Key_D: setFlat(!flat_); return;
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoomBy(1.25); return;
        case Qt::Key_Minus: zoomBy(0.8); return;
        case Qt::Key_PageDown:
        case Qt::Key_PageUp: {
            const int cells = event->key() == Qt::Key_PageUp ? 1 : -1;
            if (event->modifiers().testFlag(Qt::ShiftModifier))
                emit sliceGrown(cells);
            else
                emit sliceMoved(cells);
            return;
        }
        case Qt::Key_BracketLeft: emit sliceMoved(-1); return;
        case Qt::Key_BracketRight: emit sliceMoved(1); return;
        case Qt::Key_BraceLeft: emit sliceGrown(-1); return;
        case Qt::Key_BraceRight: emit sliceGrown(1); return;
        case Qt::Key_Escape:
            if (frame_.box)
                clearBox();
            else
                emit clicked(-1, -1, -1);
            return;
        default: QWidget::keyPressEvent(event);
    }
}

}  // namespace ricercar
