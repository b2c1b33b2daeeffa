// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ricercar {

/// The scale of magnitudes with the values at its ends.
class ScaleLegend : public QWidget {
    Q_OBJECT

public:
    explicit ScaleLegend(QWidget* parent = nullptr);
    void setRange(double lowest, double highest);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double lowest_ = 0, highest_ = 1;
};

}  // namespace ricercar
