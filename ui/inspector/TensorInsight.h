// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/NetworkTensors.h"

#include <QObject>

class QComboBox;

namespace ricercar {

class Insight;
class TensorSurface;

/// Brings what the asked model makes of the music into the tensor view: P(play) as a layer beside the features, and as sources
/// of their own the layers of the network, their units sorted, and the gradients of the selected cell's prediction.
class TensorInsight : public QObject {
    Q_OBJECT

public:
    TensorInsight(TensorSurface& tensor, Insight& insight, Stage& stage, Selection& selection);

private:
    /// Orders by correlation with each feature that the asked model sees.
    void offerOrders();
    void offerSources();
    void offerPredictions();
    [[nodiscard]] UnitOrder order() const;

    TensorSurface& tensor_;
    Insight& insight_;
    Stage& stage_;
    Selection& selection_;
    QComboBox* order_;
    std::optional<FeatureLayout> ordersOf_;
};

}  // namespace ricercar
