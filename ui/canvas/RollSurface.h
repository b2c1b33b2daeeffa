// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollGeometry.h"
#include "ui/canvas/RollLayer.h"

#include <QObject>

#include <memory>

class QMenu;
class QWidget;

namespace ricercar {

/// What another panel can do on the roll: paint over the notes, put a strip beneath them, follow what is in view. UI thread.
class RollSurface : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const RollGeometry& geometry() const = 0;
    /// What it shows, with what is selected.
    [[nodiscard]] virtual const RollContent& content() const = 0;
    /// In steps.
    [[nodiscard]] virtual double playhead() const = 0;
    /// Painted after the layers that are there.
    virtual void addLayer(std::unique_ptr<RollLayer> layer) = 0;
    virtual void repaint() = 0;
    /// Between the notes and the scroll bar, on their time axis; shown and hidden by whoever made it.
    virtual void addStrip(QWidget* strip) = 0;
    /// Scrolls as far as it takes to see steps first .. end-1 at the pitch.
    virtual void reveal(double first, double end, int pitch) = 0;
    /// For shortcuts that hold while the roll has the focus.
    [[nodiscard]] virtual QWidget* widget() = 0;

signals:
    /// Zoomed, scrolled or resized.
    void viewChanged();
    void cellPressed(int step, int pitch);
    /// Other music, notes, loop or place.
    void selectionChanged();
    /// The context menu of the notes is about to open: entries may be added.
    void menuOpening(QMenu* menu);
};

}  // namespace ricercar
