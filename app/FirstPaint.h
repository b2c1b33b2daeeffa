// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace ricercar {

/// For measuring how quickly the program starts: says on stdout when `window` has been painted for the first time, its widgets
/// with it, and closes it.
class FirstPaint : public QObject {
    Q_OBJECT

public:
    explicit FirstPaint(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void painted();

    QWidget* window_;
    bool begun_ = false;
};

}  // namespace ricercar
