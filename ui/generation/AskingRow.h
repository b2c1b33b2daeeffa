// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ricercar {

class RollAsking;
class Stage;

/// Beneath the roll, while it shows a take: what a model can be asked to do with it.
class AskingRow : public QWidget {
    Q_OBJECT

public:
    AskingRow(const RollAsking& asking, Stage& stage, QWidget* parent = nullptr);
};

}  // namespace ricercar
