// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QTabWidget;

namespace ricercar {

class Insight;
class MapLegend;
class Selection;
class Stage;
class WorkspaceStore;

/// What a model makes of the music that is shown: over the roll, for the piece, for the selected cell, and if it were
/// otherwise.
class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    InspectorPanel(Insight& insight, WorkspaceStore& store, Stage& stage, Selection& selection, QWidget* parent = nullptr);

    /// Asks this model, unless a person has chosen one, or none.
    void suggestModel(const std::filesystem::path& path);

signals:
    /// Notes that were all but there are shown as ghosts.
    void nearMissesChosen(bool on);

private:
    void fillModels();
    void updateMaps();

    Insight& insight_;
    WorkspaceStore& store_;
    Stage& stage_;
    Selection& selection_;
    QComboBox *model_, *other_, *map_;
    QCheckBox* misses_;
    MapLegend* legend_;
    QTabWidget* pages_;
    bool chosen_ = false;  ///< by a person
};

}  // namespace ricercar
