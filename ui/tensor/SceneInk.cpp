// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/SceneInk.h"

#include "core/scene/CellFaces.h"
#include "ui/words/Words.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace ricercar {
namespace {

QFont titleFont(const QFont& font) {
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

AxisPlan planOf(const SceneFrame& frame) {
    const QFontMetricsF plain(frame.font), bold(titleFont(frame.font));
    return planAxes(frame.camera, frame.scene->cells.box(), frame.scene->axes, [&](const std::string& text, bool title) {
        const QFontMetricsF& metrics = title ? bold : plain;
        return std::pair(metrics.horizontalAdvance(fromUtf8(text)) + 2.0, metrics.height());
    });
}

/// The edges of a part of the grid.
void wire(QPainter& painter, const SceneFrame& frame, const std::array<double, 3>& low, const std::array<double, 3>& high) {
    const SceneBox& box = frame.scene->cells.box();
    const auto corner = [&](unsigned i) {
        return frame.camera.project(box.toWorld(
            {(i & 1U) != 0 ? high[0] : low[0], (i & 2U) != 0 ? high[1] : low[1], (i & 4U) != 0 ? high[2] : low[2]}));
    };
    for (unsigned from = 0; from < 8; ++from)
        for (const unsigned bit : {1U, 2U, 4U}) {
            if ((from & bit) != 0) continue;
            const ScreenPoint a = corner(from), b = corner(from | bit);
            if (a.w > 0 && b.w > 0) painter.drawLine(QPointF(a.x, a.y), QPointF(b.x, b.y));
        }
}

/// The outline of a plane across an axis.
void plane(QPainter& painter, const SceneFrame& frame, std::size_t axis, double at, const QColor& fill) {
    const SceneBox& box = frame.scene->cells.box();
    QPolygonF outline;
    for (const auto& [u, v] : {std::pair(0, 0), {1, 0}, {1, 1}, {0, 1}}) {
        std::array<double, 3> grid{};
        grid[axis] = at;
        grid[(axis + 1) % 3] = u * box.size[(axis + 1) % 3];
        grid[(axis + 2) % 3] = v * box.size[(axis + 2) % 3];
        const ScreenPoint p = frame.camera.project(box.toWorld({grid[0], grid[1], grid[2]}));
        if (p.w <= 0) return;
        outline << QPointF(p.x, p.y);
    }
    painter.setBrush(fill);
    painter.drawPolygon(outline);
    painter.setBrush(Qt::NoBrush);
}

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

}  // namespace

QColor toQColor(const SceneColor& color) { return {color.r, color.g, color.b, color.a}; }

SceneColor toSceneColor(const QColor& color) {
    const auto part = [](int v) { return static_cast<std::uint8_t>(v); };
    return {part(color.red()), part(color.green()), part(color.blue()), 255};
}

std::vector<QColor> layerColors(const Theme& theme, int count) {
    const std::array<QColor, 7> light{QColor(0x00, 0x72, 0xB2), QColor(0x7a, 0x7f, 0x88), QColor(0x00, 0x9E, 0x73),
                                      QColor(0xE0, 0x94, 0x00), QColor(0xB0, 0x5A, 0x8E), QColor(0xD5, 0x5E, 0x00),
                                      QColor(0x8A, 0x6D, 0x00)};
    const std::array<QColor, 7> dark{QColor(0x56, 0xB4, 0xE9), QColor(0x8c, 0x93, 0x9e), QColor(0x1f, 0xB8, 0x8A),
                                     QColor(0xE6, 0x9F, 0x00), QColor(0xD4, 0x8A, 0xB8), QColor(0xF0, 0x7A, 0x2A),
                                     QColor(0xF0, 0xE4, 0x42)};
    std::vector<QColor> colors;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const QColor& color = (theme.dark ? dark : light)[at % light.size()];
        // From the second round on in other shades.
        const double share = 0.35 * std::min(1.0, static_cast<double>(at / light.size()));
        const QColor shade = mixed(color, at / light.size() % 2 == 1 ? theme.text : theme.surface, share);
        colors.push_back(legible(shade, theme.surface, theme.surface, 2.4));
    }
    return colors;
}

void paintGround(QPainter& painter, const SceneFrame& frame) {
    painter.fillRect(QRectF(0, 0, frame.camera.width(), frame.camera.height()), frame.theme.surface);
    if (!frame.scene) return;
    const AxisPlan plan = planOf(frame);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.theme.rowDark);
    for (const auto& wall : plan.walls) {
        QPolygonF polygon;
        for (const ScreenPoint& p : wall) polygon << QPointF(p.x, p.y);
        painter.drawPolygon(polygon);
    }
    painter.setBrush(Qt::NoBrush);
    for (const bool strong : {false, true}) {
        painter.setPen(QPen(strong ? frame.theme.barLine : frame.theme.beatLine, 1));
        for (const ScreenLine& line : plan.lines)
            if (line.strong == strong) painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintOverlay(QPainter& painter, const SceneFrame& frame) {
    if (!frame.scene) return;
    const SceneBox& box = frame.scene->cells.box();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t axis = 0; axis < sceneAxes; ++axis) {
        if (!frame.look.slices.axis[axis].on) continue;
        const auto [first, last] = frame.look.slices.range(static_cast<int>(axis), box.size[axis]);
        painter.setPen(QPen(withAlpha(frame.theme.mutedText, 0.8), 1));
        plane(painter, frame, axis, first, Qt::transparent);
        if (last > first) plane(painter, frame, axis, last, Qt::transparent);
    }
    if (frame.playhead && *frame.playhead >= 0 && *frame.playhead <= box.size[0]) {
        painter.setPen(QPen(frame.theme.accent, 1.5));
        plane(painter, frame, 0, *frame.playhead, withAlpha(frame.theme.accent, 0.10));
    }
    if (frame.box) {
        painter.setPen(QPen(frame.theme.accent, 1.5, Qt::DashLine));
        std::array<double, 3> low{}, high{};
        for (std::size_t i = 0; i < 3; ++i) {
            low[i] = frame.box->first[i];
            high[i] = frame.box->last[i] + 1;
        }
        wire(painter, frame, low, high);
    }
    const auto cell = [&](const std::array<int, 3>& at) {
        const bool column = at[2] < 0;
        wire(painter, frame, {at[0] * 1.0, at[1] * 1.0, column ? 0.0 : at[2]},
             {at[0] + 1.0, at[1] + 1.0, column ? box.size[2] * 1.0 : at[2] + 1.0});
    };
    if (frame.seen) {
        painter.setPen(QPen(withAlpha(frame.theme.accent, 0.8), 1, Qt::DashLine));
        cell({(*frame.seen)[0], (*frame.seen)[1], -1});
        painter.setPen(QPen(frame.theme.accent, 2));
        if ((*frame.seen)[2] >= 0) cell(*frame.seen);
    }
    if (frame.selected) {
        painter.setPen(QPen(withAlpha(frame.theme.accent, 0.6), 1));
        cell({(*frame.selected)[0], (*frame.selected)[1], -1});
        painter.setPen(QPen(frame.theme.accent, 2.5));
        if ((*frame.selected)[2] >= 0) cell(*frame.selected);
    }
    if (frame.hovered) {
        painter.setPen(QPen(frame.theme.text, 1.5));
        cell(*frame.hovered);
    }
    if (!frame.band.isEmpty()) {
        painter.setPen(QPen(frame.theme.accent, 1));
        painter.setBrush(frame.theme.loopWash);
        painter.drawRect(frame.band);
    }
    for (const PlacedLabel& label : planOf(frame).labels) {
        painter.setFont(label.title ? titleFont(frame.font) : frame.font);
        painter.setPen(label.title ? frame.theme.text : frame.theme.mutedText);
        painter.drawText(QRectF(label.x - label.width / 2 - 4, label.y - label.height / 2, label.width + 8, label.height),
                         Qt::AlignCenter, fromUtf8(label.text));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintCells(QPainter& painter, const SceneFrame& frame) {
    if (!frame.scene) return;
    const SceneBox& box = frame.scene->cells.box();
    std::vector<PaintedCell> cells;
    drawList(frame.scene->cells, frame.look, eyeCell(frame.camera, box), false, cells);
    const CellFaces faces(frame.camera, box);
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing);
    std::array<CellFace, 3> found;
    for (const PaintedCell& cell : cells) {
        const int count = faces.of(cell, found);
        for (int i = 0; i < count; ++i) {
            const CellFace& face = found[static_cast<std::size_t>(i)];
            std::array<QPointF, 4> corners;
            for (std::size_t k = 0; k < 4; ++k) corners[k] = {face.corners[k].x, face.corners[k].y};
            painter.setBrush(toQColor(face.color));
            painter.drawConvexPolygon(corners.data(), 4);
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace ricercar
