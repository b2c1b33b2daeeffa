// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/Camera.h"
#include "core/scene/Layers.h"

#include <array>
#include <cstdint>
#include <vector>

namespace ricercar {

/// A cell as it is drawn; 16 bytes, as the graphics card takes them.
struct PaintedCell {
    std::uint16_t x = 0, y = 0, z = 0;
    std::uint16_t length = 1;
    SceneColor color;
    std::uint32_t along = 0;
};
static_assert(sizeof(PaintedCell) == 16);

/// For each axis the grid cell the eye is in or beside, 0 .. size: cells before it are walked upwards, then those from it on
/// downwards, which is from far to near.
using EyeCell = std::array<int, sceneAxes>;
EyeCell eyeCell(const Camera& camera, const SceneBox& box);

/// What a cell is drawn as.
enum class Primitive { Cubes, Points };
/// Cubes as long as they are within the budget.
inline Primitive primitiveFor(std::size_t cells, std::size_t budget) {
    return cells <= budget ? Primitive::Cubes : Primitive::Points;
}

/// The cells that are seen, from far to near: each may be painted over those before it. Exact, for no two cells of the grid
/// can hide each other both ways. With `split` slabs are given cell by cell, for points.
void drawList(const SceneCells& cells, const SceneLook& look, const EyeCell& eye, bool split, std::vector<PaintedCell>& out);

/// Edge in pixels, at the target's depth, of a square that covers as much as a cell does.
double pointSize(const Camera& camera, const SceneBox& box);

/// How much of a cell's edge is left free on each side, so that neighbours can be told apart.
inline constexpr double cellInset = 0.06;
/// Brightness of the faces across time, notes and features.
inline constexpr std::array<double, sceneAxes> faceLight{0.74, 1.0, 0.88};

}  // namespace ricercar
