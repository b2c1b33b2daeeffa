// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/Takes.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace ricercar {

/// Which parts return, in what meter and how fast.
class StructureForm : public QWidget {
    Q_OBJECT

public:
    explicit StructureForm(QWidget* parent = nullptr);

    /// `firstBar`: of the new music. Bars that return as no letters say are kept as they are, until a form is chosen.
    void show(const TakeRequest& request, int firstBar);
    void applyTo(TakeRequest& request) const;
    [[nodiscard]] QString summary() const;
    /// Whether a primer says the meter.
    void setMusic(bool primer);
    /// Nothing: as the model's music.
    void setMeter(const std::optional<Meter>& meter);

signals:
    void changed();

private:
    void showUsed();
    [[nodiscard]] QString formText() const;

    QComboBox* form_;
    QLabel* free_;
    QDoubleSpinBox* looseness_;
    QComboBox* meter_;
    QDoubleSpinBox* tempo_;
    std::vector<BarReturn> returns_;  ///< that no letters say
};

}  // namespace ricercar
