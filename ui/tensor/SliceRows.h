// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/Slices.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <functional>

class QCheckBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace ricercar {

/// The three slice planes: on or off, place, thickness.
class SliceRows : public QWidget {
    Q_OBJECT

public:
    /// Words for a place on an axis: "bar 3.2", "A♭4", "vicinity +7, play".
    using Words = std::function<QString(int axis, int at)>;

    explicit SliceRows(QWidget* parent = nullptr);

    void setSizes(const std::array<int, sceneAxes>& sizes, const QString& unitAxis, Words words);
    [[nodiscard]] const Slices& slices() const { return slices_; }
    /// Whether it is on or not.
    void setPosition(int axis, int at);
    void setOn(int axis, bool on);
    /// The slice that was touched last, switched on where none is.
    void moveBy(int cells);
    void grow(int cells);

signals:
    void changed();

private:
    struct Row {
        QCheckBox* on = nullptr;
        QSlider* place = nullptr;
        QSpinBox* thickness = nullptr;
        QLabel* words = nullptr;
    };
    void read(int axis);
    void tell(int axis);

    std::array<Row, sceneAxes> rows_;
    std::array<int, sceneAxes> sizes_{1, 1, 1};
    Slices slices_;
    Words words_;
    int touched_ = 0;
};

}  // namespace ricercar
