// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;
class QTabBar;

namespace ricercar {

/// The titles of a window's docks: hidden where a tab says the same; a double click on that tab makes the dock float. One that
/// floats is put on the screen with its title bar.
class DockTitles : public QObject {
    Q_OBJECT

public:
    explicit DockTitles(QMainWindow& window);
    /// A dock of the window, from now on.
    void add(QDockWidget* dock);

private:
    void later();
    void update();
    void watch(QTabBar* bar);
    static void putOnScreen(QDockWidget& dock);

    QMainWindow& window_;
    QList<QDockWidget*> docks_;
    bool due_ = false;
};

}  // namespace ricercar
