// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/FeatureTensor.h"

#include <QObject>

#include <optional>
#include <vector>

class QWidget;

namespace ricercar {

/// What another panel can show in the tensor view. UI thread.
class TensorSurface : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// What else can be shown than the features: activations, gradients. Replaces what was given before; the choice stays where
    /// its name does.
    virtual void setSources(std::vector<TensorSource> sources) = 0;
    /// The name of the chosen source; empty: the features.
    [[nodiscard]] virtual QString source() const = 0;
    /// A control that stands beside the choice of the source.
    virtual void addControl(QWidget* control) = 0;
    /// Units of the tensor that are features; they come first.
    [[nodiscard]] virtual int featureUnits() const = 0;
    /// The feature that is looked at in the selected column; -1: all of it.
    virtual void setSeenUnit(int unit) = 0;
    /// P(play) for what is shown; forgotten when something else is shown. Nothing: there are none.
    virtual void setPredictions(std::optional<Predictions> predictions) = 0;

signals:
    /// A cell was clicked: step and pitch of the piece, unit of the tensor.
    void cellClicked(int step, int pitch, int unit);
    void sourceChosen();
    /// The view is seen now, or no longer.
    void seen(bool seen);
};

}  // namespace ricercar
