// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Notices.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace ricercar {

class IconLabel;

/// A sentence that floats over the foot of the stage and moves nothing; gone with a click, information goes by itself.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget& stage);

    void post(const Notice& notice);
    /// What it speaks of is over. Warnings stay: they are of something that goes on.
    void end();
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QWidget& stage_;
    IconLabel* sign_;
    QLabel* text_;
    QTimer* timer_;
    QPushButton* act_;
    std::function<void()> run_;
    Severity severity_ = Severity::Info;
};

}  // namespace ricercar
