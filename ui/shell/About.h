// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

class QWidget;

namespace ricercar {

/// Version, licence, and what Ricercar is built upon; not modal.
void showAbout(QWidget* window);
/// The window's program, Qt and the libraries with their versions, a line each.
std::string windowVersions();

}  // namespace ricercar
