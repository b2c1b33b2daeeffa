// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QString;

namespace ricercar {

/// The window's words and number formats in a language ("de"; empty: the system's), where there is a translation, else English.
void translate(QCoreApplication& application, const QString& language);

}  // namespace ricercar
