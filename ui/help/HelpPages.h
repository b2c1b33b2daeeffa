// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace ricercar {

/// The page of the handbook about the panel that a widget is, or stands in; empty: none is.
QString helpPageOf(const QWidget* widget);

}  // namespace ricercar
