// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/DrawEffects.h"
#include "core/workbench/Takes.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;

namespace ricercar {

class CurveEditor;

/// How notes are drawn, but the temperature's number: conservativity, floors, density, guards, curves.
class DrawForm : public QWidget {
    Q_OBJECT

public:
    explicit DrawForm(QWidget* parent = nullptr);

    void show(const SampleSettings& settings);
    void applyTo(SampleSettings& settings) const;
    /// Where the form still shows the one, it shows the other.
    void follow(const SampleSettings& before, const SampleSettings& now);
    /// What is set that the model does not want by itself; empty: nothing.
    [[nodiscard]] QString summary(const SampleSettings& usual) const;
    /// Of the last take: what guards and density did.
    void setEffects(const DrawEffects& effects);
    /// Of the result; and the number that the temperature's curve stands in place of.
    void setBars(int bars);
    void setTemperature(double temperature);
    [[nodiscard]] bool curvesTemperature() const;

signals:
    void changed();

private:
    QDoubleSpinBox* conservativity_;
    QDoubleSpinBox* floor_;
    QDoubleSpinBox* keyFloor_;
    QDoubleSpinBox* density_;
    QCheckBox* densityGuard_;
    QCheckBox* silenceGuard_;
    QLabel* effects_;
    CurveEditor* temperatureCurve_;
    CurveEditor* conservativityCurve_;
};

}  // namespace ricercar
