// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Notices.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace ricercar {

class IconLabel;

/// A sentence above the stage: never in the way, gone with a click; information goes by itself.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void post(const Notice& notice);
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IconLabel* sign_;
    QLabel* text_;
    QTimer* timer_;
    QPushButton* act_;
    std::function<void()> run_;
    Severity severity_ = Severity::Info;
};

}  // namespace ricercar
