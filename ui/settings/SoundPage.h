// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace ricercar {

class Jobs;
class Playback;
struct SoundPreferences;

/// Driver, device and SoundFont of the synthesizer.
class SoundPage : public QWidget {
    Q_OBJECT

public:
    SoundPage(Jobs& jobs, Playback& playback, QWidget* parent = nullptr);

private:
    void follow();
    void followState();
    void listDrivers();
    void listDevices();
    void listFonts();
    void askFont();
    void change(const std::function<void(SoundPreferences&)>& action);
    QComboBox* numbers(const char* name, const QList<int>& values, int SoundPreferences::*member);

    Jobs& jobs_;
    Playback& playback_;
    QComboBox *driver_, *device_, *rate_, *period_, *font_;
    QSpinBox *periods_, *latency_;
    QDoubleSpinBox* gain_;
    QLabel* state_;
    QString devicesOf_;
};

}  // namespace ricercar
