// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollNavigator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ricercar {
namespace {

constexpr double slowest = 30.0;  // pixels a second: it rests
constexpr double fastest = 20'000.0;
constexpr double brake = 0.35;        // seconds in which the speed falls to 1/e
constexpr double pageMargin = 0.05;   // of the width, before the playhead on a new page
constexpr double smoothPlace = 0.35;  // of the width, where the playhead stays
constexpr double fewestSteps = 64.0;  // shown of short music

}  // namespace

RollNavigator::RollNavigator(const RollContent& content, QObject* parent) : QObject(parent), content_(content) {
    gliding_.setInterval(16);
    gliding_.setTimerType(Qt::PreciseTimer);
    connect(&gliding_, &QTimer::timeout, this, &RollNavigator::glideOn);
}

void RollNavigator::moved() {
    geometry_.clamp();
    emit changed();
}

void RollNavigator::contentChanged(bool fitted) {
    geometry_.steps = content_.steps;
    geometry_.range = content_.range;
    if (fitted || fitted_) {
        rest();
        fit();
    } else {
        moved();
    }
}

void RollNavigator::resize(QSize size) {
    geometry_.size = size;
    if (fitted_ && !content_.empty())
        fit();
    else
        moved();
}

void RollNavigator::setLaneHeight(int height) {
    geometry_.laneHeight = height;
    resize(geometry_.size);
}

void RollNavigator::setMapShown(bool shown) {
    geometry_.mapShown = shown;
    resize(geometry_.size);
}

void RollNavigator::scrollTo(double x, double y) {
    fitted_ = false;
    geometry_.scrollX = x;
    geometry_.scrollY = y;
    moved();
}

void RollNavigator::zoomTime(double factor, double x) {
    rest();
    fitted_ = false;
    geometry_.zoomTime(factor, x);
    moved();
}

void RollNavigator::zoomPitch(double factor, double y) {
    rest();
    fitted_ = false;
    geometry_.zoomPitch(factor, y);
    moved();
}

void RollNavigator::fit() {
    int low = 127, high = 0;
    for (const NoteIndex* notes : {&content_.notes, &content_.ghosts})
        for (const ShownNote& note : notes->notes()) {
            low = std::min<int>(low, note.pitch);
            high = std::max<int>(high, note.pitch);
        }
    if (low > high) {
        low = 48;
        high = 84;
    }
    geometry_.fit(0.0, std::max(fewestSteps, content_.steps), low, high);
    fitted_ = true;
    moved();
}

void RollNavigator::fitSteps(double from, double to) {
    rest();
    fitted_ = false;
    const double margin = (to - from) * 0.04;
    geometry_.fitTime(from - margin, to + margin);
    moved();
}

void RollNavigator::showSteps(double from, double to) {
    rest();
    fitted_ = false;
    geometry_.stepWidth = geometry_.notes().width() / std::max(0.1, to - from);
    geometry_.stepWidth = std::clamp(geometry_.stepWidth, geometry_.leastStepWidth(), RollGeometry::maxStepWidth);
    geometry_.scrollX = from * geometry_.stepWidth;
    moved();
}

void RollNavigator::fitSelection() {
    if (content_.selection.empty()) {
        fit();
        return;
    }
    double from = std::numeric_limits<double>::max(), to = 0.0;
    int low = 127, high = 0;
    for (const ShownNote& note : content_.notes.notes()) {
        if (!content_.selection.contains(note.id)) continue;
        from = std::min(from, note.start);
        to = std::max(to, note.end);
        low = std::min<int>(low, note.pitch);
        high = std::max<int>(high, note.pitch);
    }
    if (low > high) return;
    rest();
    fitted_ = false;
    const double margin = std::max(1.0, (to - from) * 0.04);
    geometry_.fit(from - margin, to + margin, low, high);
    moved();
}

void RollNavigator::fitLoop() {
    if (content_.loop) fitSteps(content_.loop->from, content_.loop->to);
}

void RollNavigator::reveal(double from, double to, int pitch) {
    const QRect area = geometry_.notes();
    const double left = from * geometry_.stepWidth, right = std::min(to * geometry_.stepWidth, left + area.width() - 24.0);
    const double top = (geometry_.range.highest - pitch) * geometry_.rowHeight, bottom = top + geometry_.rowHeight;
    double x = geometry_.scrollX, y = geometry_.scrollY;
    constexpr double margin = 12.0;
    if (left < x + margin) x = left - margin;
    if (right > x + area.width() - margin) x = right - area.width() + margin;
    if (top < y + margin) y = top - margin;
    if (bottom > y + area.height() - margin) y = bottom - area.height() + margin;
    if (x != geometry_.scrollX || y != geometry_.scrollY) scrollTo(x, y);
}

void RollNavigator::glide(QPointF speed) {
    speed_ = {std::clamp(speed.x(), -fastest, fastest), std::clamp(speed.y(), -fastest, fastest)};
    if (calm_ || std::hypot(speed_.x(), speed_.y()) < slowest * 4) return;
    since_.start();
    gliding_.start();
}

void RollNavigator::glideOn() {
    const double seconds = std::min(0.1, static_cast<double>(since_.restart()) / 1000.0);
    const QPointF before(geometry_.scrollX, geometry_.scrollY);
    scrollBy(speed_.x() * seconds, speed_.y() * seconds);
    speed_ *= std::exp(-seconds / brake);
    const bool stuck = seconds > 0.0 && before == QPointF(geometry_.scrollX, geometry_.scrollY);
    if (stuck || std::hypot(speed_.x(), speed_.y()) < slowest) rest();
}

void RollNavigator::followTo(double step) {
    if (follow_ == Follow::Off || gliding_.isActive()) return;
    const double x = geometry_.xOf(step);
    const QRect area = geometry_.notes();
    const double at = step * geometry_.stepWidth;
    double wanted = geometry_.scrollX;
    if (follow_ == Follow::Smooth)
        wanted = at - area.width() * smoothPlace;
    else if (x > area.right() || x < area.left())
        wanted = at - area.width() * pageMargin;
    RollGeometry next = geometry_;
    next.scrollX = wanted;
    next.clamp();
    if (std::abs(next.scrollX - geometry_.scrollX) < 0.25) return;
    geometry_ = next;
    emit changed();
}

void RollNavigator::followEnd() {
    if (follow_ != Follow::Off) geometry_.scrollX = geometry_.contentWidth() - geometry_.notes().width();
    fitted_ = false;
    moved();
}

}  // namespace ricercar
