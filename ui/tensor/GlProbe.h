// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSurfaceFormat;

namespace ricercar {

/// What OpenGL there is; found out once, on the window's thread, when it is first asked.
struct GlFacts {
    bool usable = false;    ///< a widget with OpenGL 3.3 can be shown
    QString why;            ///< where it is not: for the log and the tests
    QString renderer;       ///< "llvmpipe (LLVM 15.0.6, 256 bits)"
    QString version;        ///< "4.5"
    bool software = false;  ///< a rasteriser on the processor
};
const GlFacts& glFacts();
/// Whether the view takes it: where OpenGL itself runs on the processor, our own rasteriser is ten times as quick (
/// RICERCAR_3D=gl in the environment takes it all the same).
bool glRequested();
/// The format of every context of ours: 3.3 core, with depth.
QSurfaceFormat glFormat();

/// For `--software-3d`: glFacts() says no. Before it is first asked.
void forbidGl();

}  // namespace ricercar
