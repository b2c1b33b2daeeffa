// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace ricercar {

class Jobs;
class Playback;

/// How sound and MIDI go in and out; every change is in force at once. Not modal.
class SoundSettings : public QDialog {
    Q_OBJECT

public:
    SoundSettings(Jobs& jobs, Playback& playback, QWidget* parent = nullptr);
};

}  // namespace ricercar
