// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace ricercar {

class ContextGrid;
class Insight;

/// Other notes before the selected step, or another place in the bar: what the model then expects, beside what it did.
class WhatIfPage : public QWidget {
    Q_OBJECT

public:
    WhatIfPage(Insight& insight, QWidget* parent = nullptr);

private:
    void begin();
    void toggle(int step, int pitch);
    void placeInBar(int place);
    void ask();
    void showAnswer();
    void reset();

    Insight& insight_;
    QLabel *title_, *hint_;
    QWidget* content_;
    ContextGrid* grid_;
    QSpinBox* place_;
    QPushButton* reset_;
    QTreeWidget* answer_;
    PianoRoll changed_;
    int firstChange_ = 0;
};

}  // namespace ricercar
