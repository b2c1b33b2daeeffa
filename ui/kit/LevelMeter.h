// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ricercar {

/// How loud the synthesizer is: a bar from -48 dB to full scale that falls slowly, its end marked where it was clipped.
class LevelMeter : public QWidget {
    Q_OBJECT

public:
    explicit LevelMeter(QWidget* parent = nullptr);

    /// The loudest sample since the last time; 30 times a second.
    void setLevel(double level);
    /// What is shown, 0 .. 1 of the bar.
    [[nodiscard]] double shown() const { return shown_; }
    [[nodiscard]] bool clipped() const { return clipped_ > 0; }
    [[nodiscard]] QSize sizeHint() const override { return {64, 16}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double shown_ = 0.0;
    int clipped_ = 0;  ///< calls for which the mark stays
};

}  // namespace ricercar
