// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/FloatingTab.h"

#include <QEvent>
#include <QScreen>
#include <QTabWidget>

namespace ricercar {
namespace {

constexpr int frame = 32;  // of a window manager

}  // namespace

FloatingTab::FloatingTab(QTabWidget& tabs, QWidget& page)
    : QObject(&tabs),
      tabs_(tabs),
      page_(page),
      index_(tabs.indexOf(&page)),
      icon_(tabs.tabIcon(index_)),
      title_(tabs.tabText(index_)) {
    page_.installEventFilter(this);
    connect(&tabs_, &QTabWidget::currentChanged, this, [this] {
        if (seen_ && seen_ != &page_) before_ = seen_;
        seen_ = tabs_.currentWidget();
    });
}

void FloatingTab::setFloating(bool floating) {
    if (floating == floating_) return;
    floating_ = floating;
    if (floating) {
        const QSize size = page_.size();
        if (before_ && tabs_.indexOf(before_) >= 0) tabs_.setCurrentWidget(before_);
        tabs_.removeTab(tabs_.indexOf(&page_));
        page_.setParent(tabs_.window(), Qt::Window);
        page_.setWindowTitle(title_);
        const QRect room = tabs_.window()->screen()->availableGeometry().adjusted(0, frame, 0, 0);
        QRect place(QPoint(), size.boundedTo(room.size() * 9 / 10));
        place.moveCenter(room.center());
        page_.setGeometry(place);
        page_.show();
    } else {
        page_.hide();
        page_.setWindowFlags(Qt::Widget);
        tabs_.insertTab(index_, &page_, icon_, title_);
        tabs_.setCurrentWidget(&page_);
    }
    emit changed(floating);
}

void FloatingTab::bring() {
    if (floating_) {
        page_.raise();
        page_.activateWindow();
    } else {
        tabs_.setCurrentWidget(&page_);
    }
}

bool FloatingTab::eventFilter(QObject* watched, QEvent* event) {
    if (floating_ && watched == &page_ && event->type() == QEvent::Close) {
        event->ignore();
        setFloating(false);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace ricercar
