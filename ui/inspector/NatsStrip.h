// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/Expectation.h"

#include <QWidget>

#include <vector>

namespace ricercar {

class RollSurface;

/// Beneath the roll, on its time axis: nats of every step, and the mean of every bar with its figure.
class NatsStrip : public QWidget {
    Q_OBJECT

public:
    explicit NatsStrip(RollSurface& roll, QWidget* parent = nullptr);

    /// Outlives the strip; `roll` has the bars.
    void setExpectation(const Expectation* expectation, const PianoRoll& roll);
    [[nodiscard]] QSize sizeHint() const override { return {200, 72}; }

signals:
    void stepPressed(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    RollSurface& view_;
    const Expectation* expectation_ = nullptr;
    PianoRoll roll_;
    std::vector<double> nats_;  ///< of each step
    double highest_ = 1.0;      ///< what fills the strip
};

}  // namespace ricercar
