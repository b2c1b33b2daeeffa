// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace ricercar {

/// An icon of resources/icons by name ("play"), drawn at any size in the palette's colours of the moment.
QIcon icon(const QString& name);
/// The same in one colour: a state's sign.
QIcon icon(const QString& name, const QColor& color);

}  // namespace ricercar
