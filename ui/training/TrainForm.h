// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelConfig.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace ricercar {

/// What a run is to be: preset, limits, seed; the rest in a fold.
class TrainForm : public QWidget {
    Q_OBJECT

public:
    explicit TrainForm(QWidget* parent = nullptr);

    [[nodiscard]] TrainConfig config() const;
    void setPreset(const QString& name);
    /// Of the dataset: presets may follow its size. Epochs do until a person sets them.
    void setTrainSteps(std::int64_t steps);
    /// What it will take; shown below the preset.
    void setEstimate(const QString& words);
    void setEditable(bool on);

signals:
    void changed();

private:
    void fillChoices();
    void explain();
    void explainAdvanced();
    void layOut();
    void applyPreset();
    /// What the schedule does not use is greyed.
    void updateWarmup();
    void suggestEpochs();
    /// The preset for the dataset.
    [[nodiscard]] TrainConfig preset() const;

    QComboBox* preset_;
    QLabel* explanation_;
    QLabel* estimate_;
    QSpinBox* epochs_;
    QDoubleSpinBox* minutes_;
    QSpinBox* seed_;
    QToolButton* fold_;
    QWidget* advanced_;
    QDoubleSpinBox* rate_;
    QSpinBox* batch_;
    QSpinBox* window_;
    QSpinBox* patience_;
    QComboBox* featureLayout_;
    QComboBox* schedule_;
    QSpinBox* warmup_;
    QDoubleSpinBox* weightDecay_;
    QDoubleSpinBox* inputDropout_;
    QComboBox* pitches_;
    QSpinBox* threads_;
    QComboBox* precision_;
    std::int64_t trainSteps_ = 0;
    bool suggesting_ = false;
};

}  // namespace ricercar
