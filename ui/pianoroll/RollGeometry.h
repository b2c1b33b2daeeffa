#pragma once

#include "core/music/PianoRoll.h"

#include <QRect>
#include <QSize>

namespace ricercar {

/// Where a step and a pitch are on the screen: zoom and scroll of the roll. Pixels are logical ones of the widget.
struct RollGeometry {
    static constexpr int keyboardWidth = 60;
    static constexpr int rulerHeight = 26;
    static constexpr double minStepWidth = 0.25, maxStepWidth = 80.0;
    static constexpr double minRowHeight = 3.0, maxRowHeight = 40.0;

    QSize size;
    int steps = 0;
    PitchRange range = pianoRange;
    double stepWidth = 8.0;
    double rowHeight = 10.0;
    double scrollX = 0.0;
    double scrollY = 0.0;

    [[nodiscard]] QRect notes() const;
    [[nodiscard]] QRect ruler() const;
    [[nodiscard]] QRect keyboard() const;
    [[nodiscard]] double contentWidth() const { return steps * stepWidth; }
    [[nodiscard]] double contentHeight() const { return range.size() * rowHeight; }

    [[nodiscard]] double xOf(double step) const { return keyboardWidth + step * stepWidth - scrollX; }
    /// Upper edge of a pitch's row; the highest pitch is on top.
    [[nodiscard]] double yOf(int pitch) const { return rulerHeight + (range.highest - pitch) * rowHeight - scrollY; }
    [[nodiscard]] double stepAt(double x) const { return (x - keyboardWidth + scrollX) / stepWidth; }
    [[nodiscard]] int pitchAt(double y) const;

    /// All pitches fill the window at least.
    [[nodiscard]] double leastRowHeight() const;
    /// Keeps the content in the window.
    void clamp();
    /// The step under `x` stays there.
    void zoomTime(double factor, double x);
    /// The pitch under `y` stays there.
    void zoomPitch(double factor, double y);
    /// Steps and pitches, with a margin, fill the window.
    void fit(int firstStep, int lastStep, int lowestPitch, int highestPitch);
};

}  // namespace ricercar
