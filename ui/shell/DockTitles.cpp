// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/DockTitles.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QScreen>
#include <QTabBar>
#include <QTimer>

#include <algorithm>

namespace ricercar {
namespace {

constexpr int managerFrame = 32;  // of a window manager, above and around
constexpr QSize leastFloating(320, 320);

}  // namespace

DockTitles::DockTitles(QMainWindow& window) : QObject(&window), window_(window) {
    connect(&window, &QMainWindow::tabifiedDockWidgetActivated, this, &DockTitles::later);
}

void DockTitles::add(QDockWidget* dock) {
    docks_ << dock;
    connect(dock, &QDockWidget::visibilityChanged, this, &DockTitles::later);
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockTitles::later);
    connect(dock, &QDockWidget::topLevelChanged, this, [this, dock](bool floating) {
        if (floating) QTimer::singleShot(0, dock, [dock] { putOnScreen(*dock); });
        later();
    });
}

void DockTitles::later() {
    if (std::exchange(due_, true)) return;
    QTimer::singleShot(0, this, &DockTitles::update);
}

void DockTitles::update() {
    due_ = false;
    for (QDockWidget* dock : docks_) {
        const auto beside = window_.tabifiedDockWidgets(dock);
        const bool named = !dock->isFloating() && std::any_of(beside.begin(), beside.end(), [](const QDockWidget* other) {
            return !other->isHidden() && !other->isFloating();
        });
        QWidget* own = dock->titleBarWidget();
        if (named == (own != nullptr)) continue;
        dock->setTitleBarWidget(named ? new QWidget(dock) : nullptr);
        delete own;
    }
    for (QTabBar* bar : window_.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) watch(bar);
}

void DockTitles::watch(QTabBar* bar) {
    if (bar->property("watched").toBool()) return;
    bar->setProperty("watched", true);
    connect(bar, &QTabBar::tabBarDoubleClicked, this, [this, bar](int tab) {
        const QString title = bar->tabText(tab);
        const auto dock =
            std::find_if(docks_.begin(), docks_.end(), [&](const QDockWidget* one) { return one->windowTitle() == title; });
        if (dock != docks_.end()) (*dock)->setFloating(true);
    });
}

void DockTitles::putOnScreen(QDockWidget& dock) {
    if (!dock.isFloating()) return;
    const QRect room = dock.screen()->availableGeometry().adjusted(0, managerFrame, 0, 0);
    QRect place = dock.geometry();
    place.setSize(place.size().expandedTo(leastFloating).boundedTo(room.size()));
    place.moveLeft(std::clamp(place.left(), room.left(), std::max(room.left(), room.right() + 1 - place.width())));
    place.moveTop(std::clamp(place.top(), room.top(), std::max(room.top(), room.bottom() + 1 - place.height())));
    dock.setGeometry(place);
}

}  // namespace ricercar
