// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/Takes.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace ricercar {

class PitchBox;
class ScaleKeys;

/// What every new note keeps to: pitches, scale, voices, lengths.
class ConstraintsForm : public QWidget {
    Q_OBJECT

public:
    explicit ConstraintsForm(QWidget* parent = nullptr);

    void show(const TakeRequest& request);
    void applyTo(TakeRequest& request) const;
    /// What is set; empty: nothing.
    [[nodiscard]] QString summary() const;
    /// The key of the primer can be asked for.
    void setPrimer(bool there);

signals:
    void changed();

private:
    void fillScales();
    void chooseScale();
    /// The choices that say what the keys show.
    void nameScale();
    [[nodiscard]] bool fromPrimer() const;
    [[nodiscard]] QString scaleWords() const;

    PitchBox* lowest_;
    PitchBox* highest_;
    QComboBox* mode_;
    QComboBox* tonic_;
    ScaleKeys* keys_;
    QSpinBox* voices_;
    QSpinBox* shortest_;
    QSpinBox* longest_;
};

}  // namespace ricercar
