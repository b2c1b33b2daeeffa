// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/DrawList.h"
#include "ui/tensor/SceneFrame.h"

class QPainter;

namespace ricercar {

/// Behind the cells: the ground, the walls of the box and their lines.
void paintGround(QPainter& painter, const SceneFrame& frame);
/// Before them: labels, playhead, slices, what is hovered and selected.
void paintOverlay(QPainter& painter, const SceneFrame& frame);
/// The cells as polygons, for pictures of any size and vector files.
void paintCells(QPainter& painter, const SceneFrame& frame);

QColor toQColor(const SceneColor& color);
SceneColor toSceneColor(const QColor& color);

/// The colours of up to as many layers as there are: Okabe and Ito's, fit for the theme's ground.
std::vector<QColor> layerColors(const Theme& theme, int count);

}  // namespace ricercar
