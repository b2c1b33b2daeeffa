// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/CellFaces.h"

#include <cstdint>
#include <span>

namespace ricercar {

/// Pixels of somebody else: 32 bits each, premultiplied, alpha in the highest byte, blue in the lowest.
struct PixelView {
    std::uint32_t* data = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;  ///< pixels from one line to the next
};

/// Fills a convex face: the pixels whose middle lies inside. What lies outside the picture is cut off.
void fillFace(const PixelView& pixels, const CellFace& face);

/// Paints cells one over another, in the order of the list (DrawList's). Points: cells of length 1. Any thread.
void rasterCells(const PixelView& pixels, std::span<const PaintedCell> cells, const CellFaces& faces, Primitive primitive);

}  // namespace ricercar
