// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/AxisLayout.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace ricercar {
namespace {

constexpr double gap = 7;       // pixels between box and label
constexpr double titleGap = 6;  // between labels and title
constexpr double apart = 3;     // between labels
constexpr int farthestRow = 3;

struct Edge {
    ScreenPoint from, to;
    double outX = 0, outY = 0;  // unit vector on the screen, away from the box
};

class Planner {
public:
    Planner(const Camera& camera, const SceneBox& box, const std::array<SceneAxis, sceneAxes>& axes, const Measure& measure)
        : camera_(camera), box_(box), axes_(axes), measure_(measure), eye_(camera.eyeInGrid(box)) {}

    AxisPlan plan() {
        for (int axis = 0; axis < sceneAxes; ++axis)
            for (int side = 0; side < 2; ++side)
                if (!faces(axis, side)) wall(axis, side);
        std::array<std::optional<Edge>, sceneAxes> edges;
        for (int axis = 0; axis < sceneAxes; ++axis) edges[static_cast<std::size_t>(axis)] = edgeFor(axis);
        for (int axis = 0; axis < sceneAxes; ++axis)
            if (edges[static_cast<std::size_t>(axis)]) title(axis, *edges[static_cast<std::size_t>(axis)]);
        for (int level = 0; level < 4; ++level)
            for (int axis = 0; axis < sceneAxes; ++axis)
                if (edges[static_cast<std::size_t>(axis)]) labels(axis, *edges[static_cast<std::size_t>(axis)], level);
        return std::move(plan_);
    }

private:
    [[nodiscard]] int size(int axis) const { return box_.size[static_cast<std::size_t>(axis)]; }
    [[nodiscard]] const SceneAxis& axisOf(int axis) const { return axes_[static_cast<std::size_t>(axis)]; }

    [[nodiscard]] bool faces(int axis, int side) const {
        const double at = eye_[static_cast<std::size_t>(axis)];
        return side == 0 ? at < 0 : at - size(axis) * eye_[3] > 0;
    }

    /// A corner or a place on an edge: two axes at a side, one anywhere.
    [[nodiscard]] ScreenPoint place(int axis, double at, int otherSide, int thirdSide) const {
        std::array<double, 3> grid{};
        const int other = (axis + 1) % 3, third = (axis + 2) % 3;
        grid[static_cast<std::size_t>(axis)] = at;
        grid[static_cast<std::size_t>(other)] = otherSide * size(other);
        grid[static_cast<std::size_t>(third)] = thirdSide * size(third);
        return camera_.project(box_.toWorld({grid[0], grid[1], grid[2]}));
    }

    void line(const ScreenPoint& a, const ScreenPoint& b, bool strong) {
        if (a.w > 0 && b.w > 0) plan_.lines.push_back({a.x, a.y, b.x, b.y, strong});
    }

    /// The corners of a box's edge as a number, the same from whichever wall it is seen.
    [[nodiscard]] static int edgeKey(int along, int otherSide, int thirdSide) { return along * 4 + otherSide * 2 + thirdSide; }

    void wall(int axis, int side) {
        const int u = (axis + 1) % 3, v = (axis + 2) % 3;
        const std::array<ScreenPoint, 4> corners{place(u, 0, 0, side), place(u, size(u), 0, side), place(u, size(u), 1, side),
                                                 place(u, 0, 1, side)};
        if (std::any_of(corners.begin(), corners.end(), [](const ScreenPoint& p) { return p.w <= 0; })) return;
        const double area = (corners[2].x - corners[0].x) * (corners[3].y - corners[1].y) -
                            (corners[3].x - corners[1].x) * (corners[2].y - corners[0].y);
        if (std::abs(area) < 2) return;  // edge on
        plan_.walls.push_back(corners);
        for (const AxisTick& tick : axisOf(u).ticks)
            if (tick.line) line(place(u, tick.at, 0, side), place(u, tick.at, 1, side), false);
        for (const AxisTick& tick : axisOf(v).ticks)
            if (tick.line) line(place(v, tick.at, side, 0), place(v, tick.at, side, 1), false);
        const auto edge = [&](int along, int otherSide, int thirdSide) {
            if (drawn_.insert(edgeKey(along, otherSide, thirdSide)).second)
                line(place(along, 0, otherSide, thirdSide), place(along, size(along), otherSide, thirdSide), true);
        };
        for (int s = 0; s < 2; ++s) {
            edge(u, s, side);
            edge(v, side, s);
        }
    }

    /// The outline's edge along an axis that suits its labels best: the lowest, or of upright ones the leftmost.
    [[nodiscard]] std::optional<Edge> edgeFor(int axis) const {
        const int other = (axis + 1) % 3, third = (axis + 2) % 3;
        const ScreenPoint middle = camera_.project({0, 0, 0});
        std::optional<Edge> best;
        double bestScore = 0;
        for (int s = 0; s < 2; ++s)
            for (int t = 0; t < 2; ++t) {
                if (faces(other, s) == faces(third, t)) continue;
                Edge edge{place(axis, 0, s, t), place(axis, size(axis), s, t)};
                if (edge.from.w <= 0 || edge.to.w <= 0) continue;
                const double dx = edge.to.x - edge.from.x, dy = edge.to.y - edge.from.y;
                const double length = std::hypot(dx, dy);
                if (length < 12) continue;
                edge.outX = -dy / length;
                edge.outY = dx / length;
                const double mx = (edge.from.x + edge.to.x) / 2, my = (edge.from.y + edge.to.y) / 2;
                if (edge.outX * (mx - middle.x) + edge.outY * (my - middle.y) < 0) {
                    edge.outX = -edge.outX;
                    edge.outY = -edge.outY;
                }
                const double score = std::abs(dy) > 1.5 * std::abs(dx) ? -mx : my;
                if (!best || score > bestScore) {
                    best = edge;
                    bestScore = score;
                }
            }
        return best;
    }

    [[nodiscard]] static double reach(const Edge& edge, double width, double height) {
        return std::abs(edge.outX) * width / 2 + std::abs(edge.outY) * height / 2;
    }

    [[nodiscard]] ScreenPoint along(int axis, const Edge& edge, double at) const {
        // In perspective equal steps of the grid are none of the screen.
        const double share = at / size(axis);
        const double weight = share * edge.to.w / (share * edge.to.w + (1 - share) * edge.from.w);
        return {edge.from.x + (edge.to.x - edge.from.x) * weight, edge.from.y + (edge.to.y - edge.from.y) * weight, 1};
    }

    [[nodiscard]] PlacedLabel labelAt(int axis, const Edge& edge, const AxisTick& tick) const {
        const auto [width, height] = measure_(tick.label, false);
        const ScreenPoint at = along(axis, edge, tick.at);
        const double away = gap + reach(edge, width, height);
        return {at.x + edge.outX * away, at.y + edge.outY * away, width, height, tick.label, axis, false};
    }

    [[nodiscard]] bool inside(const PlacedLabel& label) const {
        return label.x - label.width / 2 >= 0 && label.x + label.width / 2 <= camera_.width() &&
               label.y - label.height / 2 >= 0 && label.y + label.height / 2 <= camera_.height();
    }
    [[nodiscard]] static bool overlap(const PlacedLabel& a, const PlacedLabel& b) {
        return std::abs(a.x - b.x) < (a.width + b.width) / 2 + apart && std::abs(a.y - b.y) < (a.height + b.height) / 2;
    }
    [[nodiscard]] bool free(const PlacedLabel& label) const {
        return std::none_of(plan_.labels.begin(), plan_.labels.end(), [&](const PlacedLabel& o) { return overlap(label, o); });
    }

    void title(int axis, const Edge& edge) {
        if (axisOf(axis).name.empty()) return;
        double deepest = 0;
        for (const AxisTick& tick : axisOf(axis).ticks) {
            if (tick.label.empty()) continue;
            const auto [width, height] = measure_(tick.label, false);
            deepest = std::max(deepest, 2 * reach(edge, width, height));
        }
        const auto [width, height] = measure_(axisOf(axis).name, true);
        const double away = gap + deepest + titleGap + reach(edge, width, height);
        PlacedLabel label{(edge.from.x + edge.to.x) / 2 + edge.outX * away,
                          (edge.from.y + edge.to.y) / 2 + edge.outY * away,
                          width,
                          height,
                          axisOf(axis).name,
                          axis,
                          true};
        label.x = std::clamp(label.x, width / 2, std::max(width / 2, camera_.width() - width / 2));
        label.y = std::clamp(label.y, height / 2, std::max(height / 2, camera_.height() - height / 2));
        if (free(label)) plan_.labels.push_back(label);
    }

    void labels(int axis, const Edge& edge, int level) {
        std::vector<PlacedLabel> wanted;
        for (const AxisTick& tick : axisOf(axis).ticks)
            if (tick.level == level && !tick.label.empty()) wanted.push_back(labelAt(axis, edge, tick));
        std::size_t stride = 1;
        if (axisOf(axis).regular)
            while (stride < wanted.size() && crowded(wanted, stride)) stride *= 2;
        for (std::size_t i = 0; i < wanted.size(); i += stride)
            if (const auto placed = placedFree(wanted[i], edge, axisOf(axis).regular ? 0 : farthestRow))
                plan_.labels.push_back(*placed);
    }

    /// Where it belongs, or up to so many rows further from the box where others stand there.
    [[nodiscard]] std::optional<PlacedLabel> placedFree(PlacedLabel label, const Edge& edge, int rows) const {
        for (int row = 0; row <= rows; ++row) {
            if (inside(label) && free(label)) return label;
            label.x += edge.outX * label.height;
            label.y += edge.outY * label.height;
        }
        return std::nullopt;
    }

    [[nodiscard]] static bool crowded(const std::vector<PlacedLabel>& wanted, std::size_t stride) {
        for (std::size_t i = stride; i < wanted.size(); i += stride)
            if (overlap(wanted[i - stride], wanted[i])) return true;
        return false;
    }

    const Camera& camera_;
    const SceneBox& box_;
    const std::array<SceneAxis, sceneAxes>& axes_;
    const Measure& measure_;
    std::array<double, 4> eye_;
    std::set<int> drawn_;
    AxisPlan plan_;
};

}  // namespace

AxisPlan planAxes(const Camera& camera, const SceneBox& box, const std::array<SceneAxis, sceneAxes>& axes,
                  const Measure& measure) {
    return Planner(camera, box, axes, measure).plan();
}

}  // namespace ricercar
