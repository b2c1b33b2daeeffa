// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/DrawList.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

/// Indices of an axis from far to near.
class Walk {
public:
    Walk(int first, int last, int eye) : first_(first), last_(last), turn_(std::clamp(eye, first, last)) {}
    [[nodiscard]] int size() const { return last_ - first_; }
    [[nodiscard]] int at(int i) const { return first_ + i < turn_ ? first_ + i : last_ - 1 - (i - (turn_ - first_)); }

private:
    int first_, last_, turn_;
};

class Lister {
public:
    Lister(const SceneCells& cells, const SceneLook& look, const EyeCell& eye, bool split, std::vector<PaintedCell>& out)
        : cells_(cells), look_(look), eye_(eye), split_(split), out_(out) {}

    void list() {
        const SceneBox& box = cells_.box();
        const Walk planes = walk(2);
        for (int i = 0; i < planes.size(); ++i) {
            const int z = planes.at(i);
            if (cells_.upright(z)) {  // slabs along notes start at 0, whatever the slice
                for (int y = 0; y < box.size[1]; ++y) row(y, z);
                continue;
            }
            const Walk rows = walk(1);
            for (int j = 0; j < rows.size(); ++j) row(rows.at(j), z);
        }
    }

private:
    [[nodiscard]] Walk walk(int axis) const {
        const auto which = static_cast<std::size_t>(axis);
        const auto [first, last] = look_.slices.range(axis, cells_.box().size[which]);
        return {first, last, eye_[which]};
    }

    void row(int y, int z) {
        const auto [first, last] = cells_.row(y, z);
        if (first == last) return;
        const auto all = cells_.all();
        const auto turn = static_cast<std::uint32_t>(
            std::partition_point(all.begin() + first, all.begin() + last,
                                 [&](const SceneCell& cell) { return cell.x + cell.reach(0) <= eye_[0]; }) -
            all.begin());
        for (std::uint32_t i = first; i < turn; ++i) add(all[i]);
        for (std::uint32_t i = last; i > turn; --i) add(all[i - 1]);
    }

    void add(const SceneCell& cell) {
        const auto part = look_.seen(cell, cells_.box());
        if (!part) return;
        PaintedCell drawn{part->x, part->y, part->z, part->length, look_.colorOf(cell), part->along};
        if (!split_ || drawn.length == 1) {
            out_.push_back(drawn);
            return;
        }
        drawn.length = 1;
        const int begin = cell.along == 0 ? part->x : part->y;
        const Walk walk(begin, begin + part->length, eye_[cell.along]);
        for (int i = 0; i < walk.size(); ++i) {
            (cell.along == 0 ? drawn.x : drawn.y) = static_cast<std::uint16_t>(walk.at(i));
            out_.push_back(drawn);
        }
    }

    const SceneCells& cells_;
    const SceneLook& look_;
    const EyeCell& eye_;
    bool split_;
    std::vector<PaintedCell>& out_;
};

}  // namespace

EyeCell eyeCell(const Camera& camera, const SceneBox& box) {
    const auto eye = camera.eyeInGrid(box);
    EyeCell cell{};
    for (std::size_t axis = 0; axis < sceneAxes; ++axis) {
        const int size = box.size[axis];
        if (eye[3] == 0)
            cell[axis] = eye[axis] > 0 ? size : 0;
        else
            cell[axis] = static_cast<int>(std::clamp(std::floor(eye[axis]), 0.0, static_cast<double>(size)));
    }
    return cell;
}

void drawList(const SceneCells& cells, const SceneLook& look, const EyeCell& eye, bool split, std::vector<PaintedCell>& out) {
    out.clear();
    Lister(cells, look, eye, split, out).list();
}

double pointSize(const Camera& camera, const SceneBox& box) {
    const Vector3 way = camera.toEye();
    const auto edge = [&](std::size_t axis) { return box.extent[axis] / box.size[axis] * (1 - 2 * cellInset); };
    const double area =
        edge(1) * edge(2) * std::abs(way.x) + edge(0) * edge(2) * std::abs(way.y) + edge(0) * edge(1) * std::abs(way.z);
    return camera.pixelsPerUnit() * std::sqrt(area);
}

}  // namespace ricercar
