#pragma once

#include "ui/pianoroll/RollContent.h"

namespace ricercar {

struct Shown;

/// Which of its two forms is shown: the one that is wanted, where it is there.
Representation representationOf(const Shown& shown, Representation wanted);
/// What the session shows, as content of a roll; `differences`: the other form lies beneath.
RollContent contentOf(const Shown& shown, Representation wanted, bool differences);

}  // namespace ricercar
