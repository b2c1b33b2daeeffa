// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;
class QString;
class QWidget;

namespace ricercar {

/// What stands in the fields of a form, by their object names; fields without a name are left out.
void keepForm(const QWidget& form, QSettings& settings, const QString& group);
/// Puts it back: choices first, for they may set other fields.
void restoreForm(QWidget& form, QSettings& settings, const QString& group);

}  // namespace ricercar
