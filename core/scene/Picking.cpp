// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/Picking.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ricercar {
namespace {

struct Span {
    double enter = 0;
    double leave = std::numeric_limits<double>::infinity();
    [[nodiscard]] bool empty() const { return enter > leave; }
};

/// The part of a ray's span between two planes across an axis.
Span between(Span span, double origin, double direction, double low, double high) {
    if (direction == 0) return origin >= low && origin <= high ? span : Span{1, 0};
    double a = (low - origin) / direction, b = (high - origin) / direction;
    if (a > b) std::swap(a, b);
    return {std::max(span.enter, a), std::min(span.leave, b)};
}

class Picker {
public:
    Picker(const SceneCells& cells, const SceneLook& look, const Ray& ray) : cells_(cells), look_(look) {
        const SceneBox& box = cells.box();
        const Vector3 o = box.toGrid(ray.origin), d = box.directionToGrid(ray.direction);
        origin_ = {o.x, o.y, o.z};
        direction_ = {d.x, d.y, d.z};
    }

    std::optional<Picked> nearest() {
        const auto [first, last] = look_.slices.range(2, cells_.box().size[2]);
        const bool upwards = direction_[2] >= 0;
        for (int i = 0; i < last - first; ++i) {
            const int z = upwards ? first + i : last - 1 - i;
            const Span plane = across(2, {}, z, z + 1);
            if (plane.empty()) continue;
            if (best_ && plane.enter > best_->distance) break;
            rows(z, plane);
        }
        return best_;
    }

private:
    [[nodiscard]] Span across(std::size_t axis, const Span& span, double low, double high) const {
        return between(span, origin_[axis], direction_[axis], low, high);
    }
    /// Cells of an axis that a part of the ray can meet, [first, second).
    [[nodiscard]] std::pair<int, int> met(std::size_t axis, const Span& span) const {
        const auto [first, last] = look_.slices.range(static_cast<int>(axis), cells_.box().size[axis]);
        double a = origin_[axis] + direction_[axis] * span.enter, b = origin_[axis] + direction_[axis] * span.leave;
        if (direction_[axis] == 0) a = b = origin_[axis];
        if (a > b) std::swap(a, b);
        const auto within = [&](double v) {
            return static_cast<int>(std::clamp(v, static_cast<double>(first), static_cast<double>(last)));
        };
        return {within(std::floor(a - 1e-6)), within(std::floor(b + 1e-6) + 1)};
    }

    void rows(int z, const Span& plane) {
        if (cells_.upright(z)) {
            for (int y = 0; y < cells_.box().size[1]; ++y) {
                const auto [first, last] = cells_.row(y, z);
                for (std::uint32_t i = first; i < last; ++i) test(i);
            }
            return;
        }
        const auto [low, high] = met(1, plane);
        for (int y = low; y < high; ++y) {
            const Span row = across(1, plane, y, y + 1);
            if (row.empty()) continue;
            const auto [left, right] = met(0, row);
            const auto [first, last] = cells_.row(y, z);
            const auto all = cells_.all();
            auto at = static_cast<std::uint32_t>(
                std::partition_point(all.begin() + first, all.begin() + last,
                                     [left = left](const SceneCell& cell) { return cell.x + cell.reach(0) <= left; }) -
                all.begin());
            for (; at < last && all[at].x < right; ++at) test(at);
        }
    }

    void test(std::uint32_t index) {
        const auto part = look_.seen(cells_.all()[index], cells_.box());
        if (!part) return;
        const std::array<int, sceneAxes> begin{part->x, part->y, part->z};
        Span span;
        for (std::size_t axis = 0; axis < sceneAxes; ++axis)
            span = across(axis, span, begin[axis], begin[axis] + part->reach(static_cast<int>(axis)));
        if (span.empty() || (best_ && span.enter >= best_->distance)) return;
        Picked picked{begin, index, span.enter};
        const std::size_t along = part->along;
        const double there = origin_[along] + direction_[along] * span.enter;
        picked.cell[along] = std::clamp(static_cast<int>(std::floor(there)), begin[along], begin[along] + part->length - 1);
        best_ = picked;
    }

    const SceneCells& cells_;
    const SceneLook& look_;
    std::array<double, sceneAxes> origin_{}, direction_{};
    std::optional<Picked> best_;
};

}  // namespace

std::optional<Picked> pick(const SceneCells& cells, const SceneLook& look, const Ray& ray) {
    return Picker(cells, look, ray).nearest();
}

BoxSelection cellsIn(const SceneCells& cells, const SceneLook& look, const Camera& camera, double left, double top,
                     double right, double bottom) {
    BoxSelection found;
    if (left > right) std::swap(left, right);
    if (top > bottom) std::swap(top, bottom);
    for (const SceneCell& cell : cells.all()) {
        const auto part = look.seen(cell, cells.box());
        if (!part) continue;
        for (int i = 0; i < part->length; ++i) {
            const std::array<int, sceneAxes> at{part->x + (part->along == 0 ? i : 0), part->y + (part->along == 1 ? i : 0),
                                                part->z};
            const ScreenPoint middle = camera.project(cells.box().toWorld({at[0] + 0.5, at[1] + 0.5, at[2] + 0.5}));
            if (middle.w <= 0 || middle.x < left || middle.x > right || middle.y < top || middle.y > bottom) continue;
            const double value = static_cast<double>(cell.value);
            if (found.cells++ == 0) {
                found.range = {at, at};
                found.lowest = found.highest = value;
            }
            for (std::size_t axis = 0; axis < sceneAxes; ++axis) {
                found.range.first[axis] = std::min(found.range.first[axis], at[axis]);
                found.range.last[axis] = std::max(found.range.last[axis], at[axis]);
            }
            found.sum += value;
            found.lowest = std::min(found.lowest, value);
            found.highest = std::max(found.highest, value);
        }
    }
    return found;
}

}  // namespace ricercar
