// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/Activations.h"
#include "ui/services/AskedModel.h"
#include "ui/services/Selection.h"
#include "ui/services/Tensor.h"

#include <memory>
#include <optional>

namespace ricercar {

/// How the units of a layer are sorted: by variance, or by correlation with a feature, the strongest of either sign first.
struct UnitOrder {
    std::optional<int> feature;
};

/// What the units of a layer put out, for the cells of steps first .. first+steps-1. Each name tells the figure it is sorted
/// by. On a worker.
Tensor layerTensor(InferenceCache& cache, const LayerName& layer, const QString& name, UnitOrder order, int first, int steps,
                   const Task& task);

/// The gradient of the logit of P(play) of a cell with respect to the features of the steps before it, for the steps first ..
/// first+steps-1. Without a cell, or where it lies before them: no steps, and a hint. On a worker; throws Error.
Tensor saliencyTensor(const AskedModel& model, const PianoRoll& roll, std::optional<CellRef> cell, int first, int steps,
                      const Task& task);

}  // namespace ricercar
