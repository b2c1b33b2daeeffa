// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/Callout.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace ricercar {

/// A place of a tour. `show` brings the part forward and returns it; nullptr: none is pointed at.
struct TourStop {
    std::function<QWidget*()> show;
    QString title;
    QString words;
};

/// Goes from stop to stop through a window. Esc, Skip and the end leave it.
class Tour : public QObject {
    Q_OBJECT

public:
    Tour(QWidget& window, std::vector<TourStop> stops, QObject* parent = nullptr);
    ~Tour() override;

    void start();
    void stop();
    [[nodiscard]] bool running() const { return !callout_.isNull(); }

signals:
    /// However it was left.
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void next();
    void place();
    void point();

    QWidget& window_;
    std::vector<TourStop> stops_;
    std::size_t at_ = 0;
    QPointer<Callout> callout_;
    QWidget* part_ = nullptr;  ///< what is pointed at; lives as long as the window
};

}  // namespace ricercar
