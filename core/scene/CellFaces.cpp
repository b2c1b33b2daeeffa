// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/CellFaces.h"

#include <cmath>

namespace ricercar {
namespace {

constexpr double behind = 1e-3;

SceneColor lit(const SceneColor& color, double light) {
    const auto part = [light](std::uint8_t v) { return static_cast<std::uint8_t>(v * light + 0.5); };
    return {part(color.r), part(color.g), part(color.b), color.a};
}

}  // namespace

CellFaces::CellFaces(const Camera& camera, const SceneBox& box, double scale)
    : width_(camera.width() * scale),
      height_(camera.height() * scale),
      matrix_(camera.gridToClip(box)),
      eye_(camera.eyeInGrid(box)),
      pointSize_(pointSize(camera, box) * scale) {}

CellFaces::Clip CellFaces::at(double x, double y, double z) const {
    const auto row = [&](std::size_t r) { return matrix_[r] * x + matrix_[4 + r] * y + matrix_[8 + r] * z + matrix_[12 + r]; };
    return {row(0), row(1), row(3)};
}

int CellFaces::of(const PaintedCell& cell, std::array<CellFace, 3>& faces) const {
    std::array<double, 3> low{cell.x + cellInset, cell.y + cellInset, cell.z + cellInset};
    std::array<double, 3> high{cell.x + 1 - cellInset, cell.y + 1 - cellInset, cell.z + 1 - cellInset};
    high[cell.along] += cell.length - 1;
    std::array<bool, 3> shown{};
    std::array<double, 3> near{}, far{};
    for (std::size_t i = 0; i < 3; ++i) {
        const bool above = eye_[i] - high[i] * eye_[3] > 0, below = eye_[i] - low[i] * eye_[3] < 0;
        shown[i] = above || below;
        near[i] = above ? high[i] : low[i];
        far[i] = above ? low[i] : high[i];
    }
    // The near corner, from it one axis away, and two axes away: seven of the eight.
    std::array<ScreenPoint, 8> corners;
    for (std::size_t corner = 0; corner < 7; ++corner) {
        const auto pick = [&](std::size_t i) { return (corner >> i & 1U) != 0 ? far[i] : near[i]; };
        const Clip clip = at(pick(0), pick(1), pick(2));
        if (clip.w < behind) return 0;
        corners[corner] = {(clip.x / clip.w + 1) / 2 * width_, (1 - clip.y / clip.w) / 2 * height_, clip.w};
    }
    int count = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (!shown[i]) continue;
        const std::size_t u = 1U << (i + 1) % 3, v = 1U << (i + 2) % 3;
        faces[static_cast<std::size_t>(count++)] = {{corners[0], corners[u], corners[u | v], corners[v]},
                                                    lit(cell.color, faceLight[i])};
    }
    return count;
}

CellFaces::Square CellFaces::square(const PaintedCell& cell) const {
    const Clip clip = at(cell.x + 0.5, cell.y + 0.5, cell.z + 0.5);
    if (clip.w < behind) return {};
    return {(clip.x / clip.w + 1) / 2 * width_, (1 - clip.y / clip.w) / 2 * height_, pointSize_ / clip.w};
}

}  // namespace ricercar
