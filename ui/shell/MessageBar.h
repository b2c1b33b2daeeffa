// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Notices.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;
class QTimer;

namespace ricercar {

class IconLabel;

/// A sentence that floats over the foot of the stage and moves nothing: the newest of the notices that stand. It goes with a
/// click, when it is withdrawn, and by itself where it tells of something that is over; then the one before it is seen again.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget& stage);

    void post(const Notice& notice);
    void withdraw(About about);
    /// Another workspace is open: what was about the last one is over.
    void leaveWorkspace();
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void dismiss();
    void showLast();

    QWidget& stage_;
    IconLabel* sign_;
    QLabel* text_;
    QTimer* timer_;
    QPushButton* act_;
    std::vector<Notice> standing_;
    Severity severity_ = Severity::Info;
};

}  // namespace ricercar
