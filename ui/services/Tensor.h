// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/learning/FeatureLayout.h"
#include "core/music/PianoRoll.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <vector>

namespace ricercar {

/// How a unit changes, where that is known: what is constant is drawn as slabs.
enum class UnitShape : std::uint8_t { Cells, AlongTime, AlongNotes };

/// A block of numbers as the tensor view shows it: steps x notes x units. Units are the features of a layout, the cells of a
/// layer of the network, gradients ...
struct Tensor {
    QString unitAxis;                 ///< name of the third axis: "Features"
    QStringList unitNames;            ///< one a unit
    std::vector<std::uint8_t> group;  ///< of each unit, an index into groupNames
    QStringList groupNames;           ///< the layers of the view
    std::vector<double> opacity;      ///< of each group to begin with; empty: 1
    std::vector<bool> off;            ///< groups that are not shown to begin with; empty: none
    std::vector<UnitShape> shape;     ///< of each unit; empty: all Cells
    double least = 0;                 ///< values below this share of the largest are hidden to begin with
    QString hint;                     ///< what is said in its place where it has no steps
    int features = 0;                 ///< so many of the first units are the features that the next step is predicted from
    int first = 0;                    ///< the step that is the block's first
    int steps = 0;
    PitchRange range{};
    std::vector<float> values;  ///< [step][pitch][unit]
    /// A value in musical words, without its place: "vicinity +7 (E♭5 sounding) = 1". Empty: the unit's name and the value.
    std::function<QString(int pitch, int unit, float value)> words;
    /// What else there is to say of a step and pitch: " · predicted 0.83, target on". May be empty.
    std::function<QString(const Tensor& tensor, int step, int pitch, int unit)> aside;

    [[nodiscard]] int units() const { return static_cast<int>(group.size()); }
    /// By step of the piece and pitch; both inside.
    [[nodiscard]] float at(int step, int pitch, int unit) const {
        const auto cell = static_cast<std::size_t>(step - first) * static_cast<std::size_t>(range.size()) +
                          static_cast<std::size_t>(pitch - range.lowest);
        return values[cell * group.size() + static_cast<std::size_t>(unit)];
    }
    [[nodiscard]] bool holds(int step, int pitch, int unit) const {
        return step >= first && step < first + steps && range.contains(pitch) && unit >= 0 && unit < units();
    }
};

/// Where a tensor comes from. `compute` runs on a worker, for the steps that are shown; stopped, it gives what it has. It
/// throws Error.
struct TensorSource {
    QString name;
    QString of;  ///< what it is computed from: a source of the same name and this is not computed anew. Empty: always anew
    std::function<Tensor(const PianoRoll& roll, int first, int steps, const Task& task)> compute;
};

}  // namespace ricercar
