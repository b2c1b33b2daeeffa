// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ricercar {

/// General MIDI's name of a program, 0 .. 127, in the language of the window.
QString programName(int program);

}  // namespace ricercar
