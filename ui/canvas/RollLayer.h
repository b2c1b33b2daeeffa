// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollContent.h"
#include "ui/canvas/RollGeometry.h"
#include "ui/kit/Theme.h"

#include <QPainter>

#include <cstdint>

namespace ricercar {

/// What the layers paint with.
struct RollPaint {
    QPainter& painter;
    const RollGeometry& geometry;
    const RollContent& content;
    const Theme& theme;
    double playhead = 0.0;       ///< in steps
    double scale = 1.0;          ///< device pixels of a logical one
    std::uint64_t revision = 0;  ///< another number where the content is another
};

/// One thing that is painted, within its own part of the widget. The painter comes without a clip and goes back as it was.
class RollLayer {
public:
    RollLayer() = default;
    RollLayer(const RollLayer&) = delete;
    RollLayer& operator=(const RollLayer&) = delete;
    virtual ~RollLayer() = default;

    virtual void paint(const RollPaint& paint) = 0;
    /// It changes often: painted at every update, over the kept picture of those that do not.
    [[nodiscard]] virtual bool overlay() const { return false; }
};

/// Saves and restores a painter around a clip.
class Clipped {
public:
    Clipped(QPainter& painter, const QRect& area) : painter_(painter) {
        painter_.save();
        painter_.setClipRect(area, Qt::IntersectClip);
    }
    ~Clipped() { painter_.restore(); }
    Clipped(const Clipped&) = delete;
    Clipped& operator=(const Clipped&) = delete;

private:
    QPainter& painter_;
};

}  // namespace ricercar
