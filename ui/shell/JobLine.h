// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QProgressBar;
class QToolButton;

namespace ricercar {

class ElidedLabel;
class Jobs;

/// The running job in a line: what, how far, how long still, stop. More than one: a button that lists them, upwards.
class JobLine : public QWidget {
    Q_OBJECT

public:
    explicit JobLine(Jobs& jobs, QWidget* parent = nullptr);

private:
    void update();
    void fillMenu();

    Jobs& jobs_;
    ElidedLabel* title_;
    QProgressBar* bar_;
    ElidedLabel* left_;
    QToolButton* stop_;
    QToolButton* more_;
    QMenu* menu_;
    int shown_ = 0;
};

}  // namespace ricercar
