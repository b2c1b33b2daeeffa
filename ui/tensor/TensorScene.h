// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/AxisLayout.h"
#include "core/scene/SceneCells.h"
#include "ui/services/Tensor.h"

#include <QString>

#include <array>
#include <memory>

namespace ricercar {

/// A tensor with the cells that stand for it. Never changes once made, so threads may share it.
struct TensorScene {
    Tensor tensor;
    SceneCells cells;
    std::array<SceneAxis, sceneAxes> axes;  ///< bars, notes, units, in words
};

/// `roll`: for bars and beats. Zeros become no cells, constants become slabs. On a worker.
std::shared_ptr<const TensorScene> tensorScene(Tensor tensor, const PianoRoll& roll);

/// "Bar 12, beat 3.2 · A♭4 (68) · vicinity +7 (E♭5 sounding) = 1": beats count from 1, after the point the step in the beat.
QString placeWords(const PianoRoll& roll, int step, int pitch);
QString cellWords(const TensorScene& scene, const PianoRoll& roll, int step, int pitch, int unit);

}  // namespace ricercar
