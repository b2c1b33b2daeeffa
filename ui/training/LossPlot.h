// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Curve.h"

#include <QWidget>

class QCustomPlot;
class QCPGraph;

namespace ricercar {

/// Train and validation loss in one plot. The only place that knows QCustomPlot.
class LossPlot : public QWidget {
    Q_OBJECT

public:
    enum class Axis { Step, Epoch, Time };

    explicit LossPlot(QWidget* parent = nullptr);

    /// Another curve, or the same with other points.
    void setCurve(const Curve& curve);
    /// The same curve with more points behind those that it has.
    void growCurve(const Curve& curve);
    void setAxis(Axis axis);
    void setLogarithmic(bool on);
    /// 0: none .. 0.999
    void setSmoothing(double beta);
    bool savePng(const QString& path);

    [[nodiscard]] int trainPoints() const;
    [[nodiscard]] int validationPoints() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();
    void redraw();
    [[nodiscard]] const std::vector<double>& keys() const;
    [[nodiscard]] double key(const Curve::Mark& mark) const;
    void drawValidation();
    void showAxes();
    void fitAxes();

    QCustomPlot* plot_;
    QCPGraph* raw_;
    QCPGraph* smooth_;
    QCPGraph* validation_;
    QCPGraph* best_;
    Curve curve_;
    std::vector<double> smoothed_;  ///< its loss
    Axis axis_ = Axis::Step;
    bool logarithmic_ = false;
    double beta_ = 0.95;
};

}  // namespace ricercar
