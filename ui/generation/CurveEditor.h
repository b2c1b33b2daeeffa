// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/DrawRule.h"

#include <QWidget>

namespace ricercar {

/// A value over the bars, drawn by hand: a click adds a point, a drag moves it, a right click removes it. With the keyboard:
/// Insert adds, Delete removes, arrows move the point, Ctrl with Left and Right goes to another one.
class CurveEditor : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString remembered READ remembered WRITE remember)

public:
    CurveEditor(const char* name, const QString& title, QWidget* parent = nullptr);

    /// Empty: the number holds.
    [[nodiscard]] const DrawCurve& points() const { return points_; }
    void setPoints(const DrawCurve& points);
    /// How long the result is; points may lie beyond.
    void setBars(int bars);
    /// The number that holds while there are no points.
    void setLevel(double level);

    [[nodiscard]] QString remembered() const;
    void remember(const QString& points);

    /// Where a point is drawn, and what is drawn there.
    [[nodiscard]] QPointF place(const CurvePoint& point) const;
    [[nodiscard]] CurvePoint pointAt(QPointF place) const;
    [[nodiscard]] QSize sizeHint() const override { return {168, 72}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {100, 72}; }

signals:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] double lastBar() const;
    [[nodiscard]] std::pair<double, double> limits() const;
    [[nodiscard]] int indexAt(QPointF place) const;
    /// The new point's index; -1: there is no room for it.
    int add(CurvePoint point);
    void move(int index, CurvePoint to);
    void remove(int index);
    void tell();

    DrawCurve points_;
    int bars_ = 16;
    double level_ = 1.0;
    int current_ = -1;
    bool dragging_ = false;
};

}  // namespace ricercar
