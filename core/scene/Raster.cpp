// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/Raster.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

std::uint32_t premultiplied(const SceneColor& c) {
    const auto part = [&](std::uint32_t v) { return (v * c.a + 127U) / 255U; };
    return static_cast<std::uint32_t>(c.a) << 24U | part(c.r) << 16U | part(c.g) << 8U | part(c.b);
}

/// source + destination * (255 - alpha) / 255, two channels at a time.
std::uint32_t over(std::uint32_t source, std::uint32_t destination) {
    const std::uint32_t rest = 255U - (source >> 24U);
    const auto scaled = [rest](std::uint32_t pair) {
        const std::uint32_t product = pair * rest + 0x00800080U;
        return ((product + ((product >> 8U) & 0x00FF00FFU)) >> 8U) & 0x00FF00FFU;
    };
    return source + (scaled(destination & 0x00FF00FFU) | scaled(destination >> 8U & 0x00FF00FFU) << 8U);
}

void fillLine(const PixelView& pixels, int y, int first, int last, std::uint32_t color) {
    std::uint32_t* const line = pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride;
    if (color >> 24U == 255U) {
        std::fill(line + first, line + last, color);
        return;
    }
    for (int x = first; x < last; ++x) line[x] = over(color, line[x]);
}

/// The first pixel whose middle lies at or after a place, within 0 .. limit.
int pixelFrom(double place, int limit) {
    return static_cast<int>(std::clamp(std::ceil(place - 0.5), 0.0, static_cast<double>(limit)));
}

}  // namespace

void fillFace(const PixelView& pixels, const CellFace& face) {
    double top = face.corners[0].y, bottom = top;
    for (const ScreenPoint& corner : face.corners) {
        top = std::min(top, corner.y);
        bottom = std::max(bottom, corner.y);
    }
    if (!(bottom - top < 1e7)) return;
    const std::uint32_t color = premultiplied(face.color);
    const int last = pixelFrom(bottom, pixels.height);
    for (int y = pixelFrom(top, pixels.height); y < last; ++y) {
        const double middle = y + 0.5;
        double left = 1e30, right = -1e30;
        for (std::size_t i = 0; i < 4; ++i) {
            const ScreenPoint& a = face.corners[i];
            const ScreenPoint& b = face.corners[(i + 1) & 3U];
            if ((a.y <= middle) == (b.y <= middle)) continue;
            const double x = a.x + (middle - a.y) * (b.x - a.x) / (b.y - a.y);
            left = std::min(left, x);
            right = std::max(right, x);
        }
        if (left > right) continue;
        const int first = pixelFrom(left, pixels.width), end = pixelFrom(right, pixels.width);
        if (first < end) fillLine(pixels, y, first, end, color);
    }
}

void rasterCells(const PixelView& pixels, std::span<const PaintedCell> cells, const CellFaces& faces, Primitive primitive) {
    if (primitive == Primitive::Points) {
        for (const PaintedCell& cell : cells) {
            const CellFaces::Square square = faces.square(cell);
            if (square.edge <= 0) continue;
            const double half = std::max(1.0, square.edge) / 2;
            const int left = pixelFrom(square.x - half, pixels.width), right = pixelFrom(square.x + half, pixels.width);
            if (left >= right) continue;
            const std::uint32_t color = premultiplied(cell.color);
            const int bottom = pixelFrom(square.y + half, pixels.height);
            for (int y = pixelFrom(square.y - half, pixels.height); y < bottom; ++y) fillLine(pixels, y, left, right, color);
        }
        return;
    }
    std::array<CellFace, 3> found;
    for (const PaintedCell& cell : cells) {
        const int count = faces.of(cell, found);
        for (int i = 0; i < count; ++i) fillFace(pixels, found[static_cast<std::size_t>(i)]);
    }
}

}  // namespace ricercar
