// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollContent.h"

namespace ricercar {

struct StageContent;

/// Which of its two forms is shown: the one that is wanted, where it is there.
Representation representationOf(const StageContent& shown, Representation wanted);
/// What the stage shows, as content of a roll; `differences`: the other form lies beneath.
RollContent contentOf(const StageContent& shown, Representation wanted, bool differences);

}  // namespace ricercar
