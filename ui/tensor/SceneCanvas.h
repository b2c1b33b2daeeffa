// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/DrawList.h"
#include "ui/tensor/SceneFrame.h"

#include <QWidget>

#include <memory>

namespace ricercar {

/// A back end: a widget that draws the frame it is given when it is told to.
class SceneCanvas {
public:
    virtual ~SceneCanvas() = default;
    [[nodiscard]] virtual QWidget& widget() = 0;
    /// The frame outlives the canvas.
    virtual void setFrame(const SceneFrame* frame) = 0;
    /// "OpenGL 4.5, llvmpipe", "software"
    [[nodiscard]] virtual QString renderer() const = 0;
    /// Of the picture drawn last.
    [[nodiscard]] virtual Primitive primitive() const = 0;
    /// It turned out that it cannot draw: take another one.
    [[nodiscard]] virtual bool failed() const { return false; }
};

std::unique_ptr<SceneCanvas> makePainterCanvas(QWidget* parent);
/// Only where glUsable().
std::unique_ptr<SceneCanvas> makeGlCanvas(QWidget* parent);

}  // namespace ricercar
