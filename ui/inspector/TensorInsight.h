#pragma once

#include "ui/inspector/NetworkTensors.h"

#include <QObject>

class QComboBox;

namespace ricercar {

class Insight;
class TensorPanel;

/// Brings what the asked model makes of the music into the tensor view: P(play) as a layer beside the features, and as sources
/// of their own the layers of the network, their units sorted, and the gradients of the selected cell's prediction.
class TensorInsight : public QObject {
    Q_OBJECT

public:
    TensorInsight(TensorPanel& panel, Insight& insight, Session& session);

private:
    /// Orders by correlation with each feature that the asked model sees.
    void offerOrders();
    void offerSources();
    void offerPredictions();
    [[nodiscard]] UnitOrder order() const;

    TensorPanel& panel_;
    Insight& insight_;
    Session& session_;
    QComboBox* order_;
    std::optional<FeatureLayout> ordersOf_;
};

}  // namespace ricercar
