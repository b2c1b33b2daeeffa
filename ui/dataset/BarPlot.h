// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace ricercar {

/// A histogram: bars with labels beneath, the value of the one under the pointer (or of the largest) above. Arrow keys walk
/// along the bars.
class BarPlot : public QWidget {
    Q_OBJECT

public:
    struct Bar {
        QString label;  ///< beneath it, where there is room
        QString name;   ///< "C♯4": of what the value is
        double value = 0.0;
    };

    /// `unit`: of the values, "notes".
    BarPlot(const QString& title, const QString& unit, QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars);
    [[nodiscard]] const std::vector<Bar>& bars() const { return bars_; }
    /// What stands above the bars now.
    [[nodiscard]] QString reading() const;
    [[nodiscard]] QSize sizeHint() const override { return {260, 140}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    void point(int bar);

    QString title_, unit_;
    std::vector<Bar> bars_;
    double highest_ = 0.0;
    int pointed_ = -1;
};

}  // namespace ricercar
