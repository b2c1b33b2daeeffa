// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/NoteEdits.h"

#include <QDialog>

class QCheckBox;
class QSpinBox;

namespace ricercar {

/// How far notes go towards the grid, and which of their ends.
class QuantiseDialog : public QDialog {
    Q_OBJECT

public:
    explicit QuantiseDialog(QWidget* parent);

signals:
    void chosen(const ricercar::Quantising& how);

private:
    void choose();

    QCheckBox *starts_, *ends_;
    QSpinBox* strength_;
};

}  // namespace ricercar
