// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/Words.h"

#include <QDialog>

class QSettings;
class QTabWidget;

namespace ricercar {

class Editing;
class Jobs;
class Look;
class Playback;
class Shortcuts;

/// What a person sets once: looks and language, sound, MIDI, keys. Every change is in force at once. Not modal.
class Preferences : public QDialog {
    Q_OBJECT

public:
    struct Of {
        Jobs& jobs;
        Playback& playback;
        Editing& editing;
        QSettings& settings;
        Shortcuts& shortcuts;
        Look* look;  ///< may be missing
    };
    explicit Preferences(const Of& of, QWidget* parent = nullptr);

    /// By its name: generalPage, soundPage, midiPage, shortcutsPage.
    void showPage(const char* name);

signals:
    void pitchNamesChosen(PitchNames names);

private:
    QTabWidget* tabs_;
};

}  // namespace ricercar
