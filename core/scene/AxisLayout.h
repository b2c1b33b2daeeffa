// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/Camera.h"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace ricercar {

struct AxisTick {
    double at = 0;  ///< grid units: the middle of cell i is i + 0.5
    std::string label;
    int level = 0;      ///< lower ones are placed first
    bool line = false;  ///< a line at `at` on the walls behind
};

struct SceneAxis {
    std::string name;
    std::vector<AxisTick> ticks;  ///< sorted by place
    bool regular = true;          ///< where labels lack room every second is left out, or more; else the one that has no room
};

struct ScreenLine {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    bool strong = false;  ///< an edge of the box
};

struct PlacedLabel {
    double x = 0, y = 0;  ///< of its middle
    double width = 0, height = 0;
    std::string text;
    int axis = 0;
    bool title = false;
};

/// Width and height of a text in pixels.
using Measure = std::function<std::pair<double, double>(const std::string& text, bool title)>;

/// What is drawn around the cells: the walls behind them with lines, and labels along the outline, none over another.
struct AxisPlan {
    std::vector<std::array<ScreenPoint, 4>> walls;
    std::vector<ScreenLine> lines;
    std::vector<PlacedLabel> labels;
};

AxisPlan planAxes(const Camera& camera, const SceneBox& box, const std::array<SceneAxis, sceneAxes>& axes,
                  const Measure& measure);

}  // namespace ricercar
