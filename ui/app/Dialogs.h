#pragma once

class QWidget;

namespace ricercar {

/// All shortcuts on a sheet; not modal.
void showShortcuts(QWidget* window);
/// Version, licence, and what Ricercar is built upon.
void showAbout(QWidget* window);

}  // namespace ricercar
