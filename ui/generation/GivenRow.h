// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/DrawEffects.h"

#include <QWidget>

class QLabel;
class QSpinBox;

namespace ricercar {

class GivenCells;

/// The cells that the next take is to keep, in words, and how many candidates are weighed by them. Hidden where there are none.
class GivenRow : public QWidget {
    Q_OBJECT

public:
    explicit GivenRow(GivenCells& given, QWidget* parent = nullptr);

    [[nodiscard]] int particles() const;
    void setParticles(int particles);
    /// Of the last take.
    void setEffects(const DrawEffects& effects);

signals:
    void changed();

private:
    void show();

    GivenCells& given_;
    QLabel* words_;
    QSpinBox* particles_;
    QLabel* effective_;
};

}  // namespace ricercar
