#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QTabWidget;

namespace ricercar {

class Insight;
class MapLegend;
class Session;

/// What a model makes of the music that is shown: over the roll, for the piece, for the selected cell, and if it were
/// otherwise.
class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    InspectorPanel(Insight& insight, Session& session, QWidget* parent = nullptr);

signals:
    /// Notes that were all but there are shown as ghosts.
    void nearMissesChosen(bool on);

private:
    void fillModels();
    void updateMaps();

    Insight& insight_;
    Session& session_;
    QComboBox *model_, *other_, *map_;
    QCheckBox* misses_;
    MapLegend* legend_;
    QTabWidget* pages_;
};

}  // namespace ricercar
