// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"

#include <QImage>

namespace ricercar {

/// All of the music, small, and the frame of what is shown of it. The picture is kept while the music is the same.
class MiniMap final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;

private:
    QImage picture_;
    std::uint64_t revision_ = 0;
    QSize size_;
    double scale_ = 0.0;
    QRgb color_ = 0;
};

}  // namespace ricercar
