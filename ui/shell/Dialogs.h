// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ricercar {

/// All shortcuts on a sheet; not modal.
void showShortcuts(QWidget* window);

}  // namespace ricercar
