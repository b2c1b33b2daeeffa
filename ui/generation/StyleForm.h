// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/PlayingStyle.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace ricercar {

/// How takes are played: instrument, strengths, swing, legato.
class StyleForm : public QWidget {
    Q_OBJECT

public:
    explicit StyleForm(QWidget* parent = nullptr);

    void show(const PlayingStyle& style);
    [[nodiscard]] PlayingStyle style() const;
    [[nodiscard]] QString summary() const;
    /// Strengths are to be those of the dataset; which have to be found first where the profile has other steps to a bar.
    [[nodiscard]] bool wantsProfile(int barSteps) const;
    /// Empty: the dataset tells none, which `words` say.
    void setProfile(std::vector<int> profile, const QString& words);

signals:
    void changed();

private:
    void update();
    [[nodiscard]] Velocities velocities() const;

    QComboBox* program_;
    QComboBox* velocities_;
    QLabel* source_;
    QSpinBox* velocity_;
    QSpinBox* accent_;
    QDoubleSpinBox* swing_;
    QDoubleSpinBox* legato_;
    std::vector<int> profile_;
};

}  // namespace ricercar
