// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>
#include <QWidget>

namespace ricercar {

/// Lets the number fields below `parent` write thousands as the labels do; not the seeds, which are names.
inline void groupDigits(const QWidget& parent) {
    for (auto* field : parent.findChildren<QAbstractSpinBox*>())
        field->setGroupSeparatorShown(!field->objectName().endsWith(QLatin1String("seed"), Qt::CaseInsensitive));
}

}  // namespace ricercar
