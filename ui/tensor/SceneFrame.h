// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/AxisLayout.h"
#include "core/scene/Camera.h"
#include "core/scene/Layers.h"
#include "core/scene/Picking.h"
#include "ui/kit/Theme.h"
#include "ui/tensor/TensorScene.h"

#include <QFont>
#include <QRectF>

#include <memory>
#include <optional>

namespace ricercar {

/// All that a back end has to know to draw a picture.
struct SceneFrame {
    std::shared_ptr<const TensorScene> scene;  ///< none: nothing to show
    SceneLook look;
    Camera camera;
    Theme theme = Theme::current();
    QFont font;
    bool moving = false;           ///< the camera moves: less detail will do
    std::uint64_t cellsState = 0;  ///< grows when scene or look change
    std::uint64_t viewState = 0;   ///< grows when camera, theme or font change

    // drawn over the cells
    std::optional<std::array<int, 3>> hovered;   ///< a cell of the grid
    std::optional<std::array<int, 3>> selected;  ///< unit -1: the whole column
    std::optional<std::array<int, 3>> seen;      ///< what the selected cell was predicted from, in the same way
    std::optional<CellRange> box;                ///< the selection box
    std::optional<double> playhead;              ///< in steps from the first one shown
    QRectF band;                                 ///< the rubber band while it is drawn
};

}  // namespace ricercar
