// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Theme.h"

#include <QLabel>

namespace ricercar {

/// An icon in a colour of the theme, whichever theme there is.
class IconLabel : public QLabel {
public:
    /// An empty name: nothing.
    IconLabel(const QString& name, int size, QColor Theme::*color, QWidget* parent = nullptr);
    void setIcon(const QString& name) { setIcon(name, color_); }
    void setIcon(const QString& name, QColor Theme::*color);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();

    QString name_;
    int size_;
    QColor Theme::*color_;
};

}  // namespace ricercar
