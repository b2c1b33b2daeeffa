// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace ricercar {

/// The keyboard's manners in a window: a number field gives its focus back after Enter or a click elsewhere, so that Space
/// plays; a button reached with Tab and what can be checked in a list keep their Space; and a control that shows a sign alone
/// is named by its tip.
class Keyboard : public QObject {
    Q_OBJECT

public:
    explicit Keyboard(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isHere(const QWidget* widget) const;

    QWidget* window_;
};

/// Names controls below a widget that say nothing themselves by their tips.
void nameByTips(QWidget* parent);

}  // namespace ricercar
