// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDialog;

namespace ricercar {

/// The folder in which the last file dialog ended; empty: none yet.
QString lastFolder();
void setLastFolder(const QString& folder);

/// A file dialog that was just made starts where the last one ended, and says where it ends.
void startInLastFolder(QFileDialog& dialog);

}  // namespace ricercar
