// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;

namespace ricercar {

class BeatEditor;
class ElidedLabel;

/// Beneath the roll while the shown piece has a beat track: what it is, and corrections of all of it at once.
class BeatBar : public QWidget {
    Q_OBJECT

public:
    explicit BeatBar(BeatEditor& editor, QWidget* parent = nullptr);

private:
    void refresh();
    void chooseMeter();

    BeatEditor& editor_;
    QToolButton* shown_;
    ElidedLabel* facts_;
    QComboBox* meter_;
};

}  // namespace ricercar
