// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/DrawList.h"

#include <array>

namespace ricercar {

/// A face of a cell on the screen, ready to be filled.
struct CellFace {
    std::array<ScreenPoint, 4> corners;
    SceneColor color;
};

/// Where cells are drawn: the same geometry for painters and for OpenGL's shaders.
class CellFaces {
public:
    /// `scale`: pixels of the picture for one of the camera's.
    CellFaces(const Camera& camera, const SceneBox& box, double scale = 1.0);

    /// The faces that look at the eye, up to three; gives their number. What is edge on or behind the eye has none.
    int of(const PaintedCell& cell, std::array<CellFace, 3>& faces) const;

    /// A square around the middle of a cell of length 1; edge 0: behind the eye.
    struct Square {
        double x = 0, y = 0, edge = 0;
    };
    [[nodiscard]] Square square(const PaintedCell& cell) const;

private:
    struct Clip {
        double x = 0, y = 0, w = 0;
    };
    [[nodiscard]] Clip at(double x, double y, double z) const;

    double width_, height_;
    Matrix4 matrix_;
    std::array<double, 4> eye_;
    double pointSize_;
};

}  // namespace ricercar
