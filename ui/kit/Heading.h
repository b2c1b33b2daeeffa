// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ricercar {

/// Makes a label a heading: bold.
inline void makeHeading(QLabel& label) {
    QFont bold = label.font();
    bold.setBold(true);
    label.setFont(bold);
}

inline QLabel* heading(const QString& words) {
    auto* label = new QLabel(words);
    makeHeading(*label);
    return label;
}

}  // namespace ricercar
