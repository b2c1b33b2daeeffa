// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSize>

namespace ricercar {

/// The parts of the widget.
enum class RollRegion { Corner, Bars, Tempo, Keyboard, Notes, LaneEdge, Lane, Map };

/// Where a step and a pitch are on the screen: zoom and scroll of the roll. Pixels are logical ones of the widget.
struct RollGeometry {
    static constexpr int keyboardWidth = 60;
    static constexpr int barsHeight = 26;
    static constexpr int tempoHeight = 18;
    static constexpr int rulerHeight = barsHeight + tempoHeight;
    static constexpr int laneEdgeHeight = 5;
    static constexpr int mapHeight = 40;
    static constexpr double minStepWidth = 0.25, maxStepWidth = 160.0;
    static constexpr double minRowHeight = 3.0, maxRowHeight = 40.0;

    QSize size;
    double steps = 0.0;
    PitchRange range = pianoRange;
    double stepWidth = 8.0;
    double rowHeight = 10.0;
    double scrollX = 0.0;
    double scrollY = 0.0;
    int laneHeight = 0;  ///< of the velocities; 0: hidden
    bool mapShown = true;

    [[nodiscard]] QRect bars() const;
    [[nodiscard]] QRect tempo() const;
    [[nodiscard]] QRect keyboard() const;
    [[nodiscard]] QRect notes() const;
    [[nodiscard]] QRect laneEdge() const;  ///< to be dragged
    [[nodiscard]] QRect lane() const;
    [[nodiscard]] QRect map() const;
    [[nodiscard]] RollRegion regionAt(QPointF at) const;

    [[nodiscard]] double contentWidth() const { return steps * stepWidth; }
    [[nodiscard]] double contentHeight() const { return range.size() * rowHeight; }

    [[nodiscard]] double xOf(double step) const { return keyboardWidth + step * stepWidth - scrollX; }
    /// Upper edge of a pitch's row; the highest pitch is on top.
    [[nodiscard]] double yOf(int pitch) const { return rulerHeight + (range.highest - pitch) * rowHeight - scrollY; }
    [[nodiscard]] double stepAt(double x) const { return (x - keyboardWidth + scrollX) / stepWidth; }
    [[nodiscard]] int pitchAt(double y) const;
    /// In the lane: where a velocity's top is, and the velocity there, 1 .. 127.
    [[nodiscard]] double yOfVelocity(int velocity) const;
    [[nodiscard]] int velocityAt(double y) const;
    /// In the mini-map, which shows all steps.
    [[nodiscard]] double mapX(double step) const;
    [[nodiscard]] double stepAtMap(double x) const;

    /// All pitches fill the window at least.
    [[nodiscard]] double leastRowHeight() const;
    /// All steps fit into the window.
    [[nodiscard]] double leastStepWidth() const;
    /// Keeps the content in the window.
    void clamp();
    /// The step under `x` stays there.
    void zoomTime(double factor, double x);
    /// The pitch under `y` stays there.
    void zoomPitch(double factor, double y);
    /// Steps and pitches, with a margin, fill the window.
    void fit(double firstStep, double lastStep, int lowestPitch, int highestPitch);
    /// Steps alone.
    void fitTime(double firstStep, double lastStep);

    friend bool operator==(const RollGeometry&, const RollGeometry&) = default;
};

[[nodiscard]] bool isBlackKey(int pitch);

}  // namespace ricercar
