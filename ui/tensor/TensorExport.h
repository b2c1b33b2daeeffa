// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/scene/Slices.h"
#include "ui/tensor/SceneFrame.h"

#include <QSize>

#include <string>

namespace ricercar {

/// A picture of any size by the software back end, cells as cubes with smooth edges. Any thread.
Bytes scenePng(const SceneFrame& frame, QSize size);
/// The same as lines and faces.
Bytes sceneSvg(const SceneFrame& frame, QSizeF size);

/// The tensor within the slices, a row for a step and a pitch, a column for a unit: names first, numbers with a point.
std::string sliceCsv(const TensorScene& scene, const Slices& slices);
/// The same as float32 [steps, pitches, units].
Bytes sliceNumpy(const TensorScene& scene, const Slices& slices);

}  // namespace ricercar
