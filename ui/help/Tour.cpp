// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/Tour.h"

#include "ui/help/Callout.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace ricercar {

Tour::Tour(QWidget& window, std::vector<TourStop> stops, QObject* parent)
    : QObject(parent), window_(window), stops_(std::move(stops)) {}

Tour::~Tour() { delete callout_; }

void Tour::start() {
    stop();
    if (stops_.empty()) return;
    callout_ = new Callout(window_);
    connect(callout_, &Callout::skipPressed, this, &Tour::stop);
    connect(callout_, &Callout::nextPressed, this, &Tour::next);
    qApp->installEventFilter(this);
    at_ = 0;
    place();
}

void Tour::stop() {
    if (!callout_) return;
    qApp->removeEventFilter(this);
    callout_->hide();
    callout_->setParent(nullptr);
    callout_->deleteLater();
    callout_ = nullptr;
    part_ = nullptr;
    emit ended();
}

void Tour::next() {
    if (++at_ < stops_.size())
        place();
    else
        stop();
}

void Tour::place() {
    const TourStop& stop = stops_[at_];
    part_ = stop.show ? stop.show() : nullptr;
    callout_->say(stop.title, stop.words, tr("%1 of %2").arg(at_ + 1).arg(stops_.size()), at_ + 1 == stops_.size());
    point();
    callout_->takeFocus();
}

void Tour::point() {
    const bool here = part_ && part_->isVisible() && part_->window() == &window_;
    callout_->pointAt(here ? QRect(part_->mapTo(&window_, QPoint()), part_->size()) : QRect());
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (moved && (watched == &window_ || (part_ && watched == part_)))
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (callout_) point();
            },
            Qt::QueuedConnection);
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && QApplication::activeWindow() == &window_) {
        event->accept();
        if (event->type() == QEvent::KeyPress) stop();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace ricercar
