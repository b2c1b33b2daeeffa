// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/NoteIndex.h"

#include "core/music/PianoRoll.h"

#include <QColor>
#include <QImage>

#include <functional>

namespace ricercar {

/// Many notes as a picture: every pixel as dark as notes cover it. A tick in time is one column of device pixels.
struct DensityView {
    int columns = 0;         ///< device pixels
    double firstStep = 0.0;  ///< at the left edge
    double stepsPerColumn = 1.0;
    PitchRange range;
};

/// columns x pitches, highest on top, one pixel a pitch: to be scaled in height. `colorAt`: by column.
QImage densityPicture(const NoteIndex& notes, const DensityView& view, const std::function<QRgb(int column)>& colorAt,
                      const NoteSet* only = nullptr);

/// The same picture no higher than `most`: rows that share one keep what covers it most, so that no pitch is lost.
QImage packed(const QImage& picture, int most);

}  // namespace ricercar
