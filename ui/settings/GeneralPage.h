// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/Words.h"

#include <QWidget>

class QSettings;

namespace ricercar {

class Editing;
class Look;

/// Theme, language and the names of pitches; threads and when edits are saved.
class GeneralPage : public QWidget {
    Q_OBJECT

public:
    /// Without a look the theme cannot be chosen.
    GeneralPage(QSettings& settings, Editing& editing, Look* look, QWidget* parent = nullptr);

signals:
    void pitchNamesChosen(PitchNames names);

private:
    QSettings& settings_;
    Look* look_;
};

}  // namespace ricercar
