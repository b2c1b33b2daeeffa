// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "ui/canvas/RollContent.h"

namespace ricercar {

struct StageContent;

/// All of what is shown as a PNG (at twice the size of the screen's points) or SVG file.
Bytes rollPicture(const StageContent& shown, Representation form, bool svg);

}  // namespace ricercar
