// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Insight.h"

#include <QImage>
#include <QObject>

class QShortcut;

namespace ricercar {

class InsightLayer;
class NatsStrip;
class RollSurface;
class Selection;
class Stage;

/// Ties what the model makes of the music to the roll: the map over the notes, the strip beneath, the selected cell.
class RollInsight : public QObject {
    Q_OBJECT

public:
    /// The roll goes before the stage and the insight.
    RollInsight(RollSurface& roll, Insight& insight, Stage& stage, Selection& selection);

    void setNearMisses(bool shown);
    /// As far as it is painted, a pixel a cell, the highest pitch above; transparent from there on. Null: no map.
    [[nodiscard]] const QImage& map() const { return image_; }

private:
    /// Other music, another model or map.
    void begin();
    /// The place that the model has in mind: painted, and in the view.
    void showPlace();
    void growMap();
    void paintAll();

    RollSurface& roll_;
    Insight& insight_;
    Stage& stage_;
    Selection& selection_;
    InsightLayer* layer_;  ///< the view's
    NatsStrip* strip_;
    QShortcut* hidePlace_;
    bool misses_ = false;
    QImage image_;     ///< of the map, a pixel a cell
    int painted_ = 0;  ///< steps of it
};

}  // namespace ricercar
