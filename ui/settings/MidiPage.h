// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ricercar {

class Playback;
struct PortPreferences;

/// The MIDI keyboard, and what each output port is told.
class MidiPage : public QWidget {
    Q_OBJECT

public:
    explicit MidiPage(Playback& playback, QWidget* parent = nullptr);

private:
    void follow();
    void followPort();
    [[nodiscard]] QString port() const;
    void change(const std::function<void(PortPreferences&)>& action);

    Playback& playback_;
    QComboBox *input_, *port_;
    QCheckBox* clock_;
    QSpinBox* latency_;
    std::array<QSpinBox*, 16> channels_{};
    QPushButton* same_;
    QLabel* state_;
};

}  // namespace ricercar
