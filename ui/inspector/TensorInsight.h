#pragma once

#include <QObject>

namespace ricercar {

class Insight;
class Session;
class TensorPanel;

/// Brings what the asked model makes of the music into the tensor view: P(play) as a layer beside the features, and the layers
/// of the network as sources of their own, units by their variance.
class TensorInsight : public QObject {
    Q_OBJECT

public:
    TensorInsight(TensorPanel& panel, Insight& insight, Session& session);

private:
    void offerLayers();
    void offerPredictions();

    TensorPanel& panel_;
    Insight& insight_;
    Session& session_;
};

}  // namespace ricercar
