// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ricercar {

/// A label in the quieter text colour; follows the theme.
class MutedLabel : public QLabel {
    Q_OBJECT

public:
    explicit MutedLabel(QWidget* parent = nullptr);
    explicit MutedLabel(const QString& text, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void tint();
};

}  // namespace ricercar
