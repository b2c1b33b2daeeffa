#pragma once

class QMenu;
class QWidget;

namespace ricercar {

class Jobs;
class SceneView;
class Session;

/// What can be written of a view: the picture, the drawing, the slice. Files are made and written on workers.
QMenu* tensorExportMenu(SceneView& view, Session& session, Jobs& jobs, QWidget* parent);

}  // namespace ricercar
