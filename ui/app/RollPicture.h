#pragma once

#include "core/base/Files.h"
#include "ui/pianoroll/RollContent.h"

namespace ricercar {

struct Shown;

/// All of what is shown as a PNG (at twice the size of the screen's points) or SVG file.
Bytes rollPicture(const Shown& shown, Representation form, bool svg);

}  // namespace ricercar
