#pragma once

class QWidget;

namespace ricercar {

/// All shortcuts on a sheet; not modal.
void showShortcuts(QWidget* window);

}  // namespace ricercar
