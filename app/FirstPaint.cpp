// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FirstPaint.h"

#include <QEvent>
#include <QMetaObject>
#include <QWidget>

#include <cstdio>

namespace ricercar {

FirstPaint::FirstPaint(QWidget* window) : QObject(window), window_(window) { window->installEventFilter(this); }

bool FirstPaint::eventFilter(QObject* watched, QEvent* event) {
    if (watched == window_ && event->type() == QEvent::Paint && !begun_) {
        begun_ = true;
        // Window and widgets are painted and flushed in one go; what is queued runs after that.
        QMetaObject::invokeMethod(this, &FirstPaint::painted, Qt::QueuedConnection);
    }
    return false;
}

void FirstPaint::painted() {
    std::puts("first paint");
    std::fflush(stdout);
    window_->close();
}

}  // namespace ricercar
