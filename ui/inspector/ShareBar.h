// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ricercar {

/// A probability as a bar with its number, and where a draw fell.
class ShareBar : public QWidget {
    Q_OBJECT

public:
    explicit ShareBar(QWidget* parent = nullptr);

    /// 0 .. 1; a negative draw is not shown.
    void setShare(double share, double draw = -1.0);
    [[nodiscard]] double share() const { return share_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double share_ = 0.0;
    double draw_ = -1.0;
};

}  // namespace ricercar
