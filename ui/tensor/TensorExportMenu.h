// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace ricercar {

class Jobs;
class SceneView;
class Notices;

/// What can be written of a view: the picture, the drawing, the slice. Files are made and written on workers.
QMenu* tensorExportMenu(SceneView& view, Notices& notices, Jobs& jobs, QWidget* parent);

}  // namespace ricercar
