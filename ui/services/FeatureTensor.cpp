// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/FeatureTensor.h"

#include "core/learning/PieceFeatures.h"
#include "ui/words/FeatureWords.h"
#include "ui/words/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace ricercar {
namespace {

struct FeatureTensorWords {
    Q_DECLARE_TR_FUNCTIONS(FeatureTensorWords)
};

/// What a value means at a pitch.
QString meaning(FeatureLayout layout, int pitch, int unit, float value) {
    const double exact = static_cast<double>(value);
    const QString number = exact == std::round(exact) ? whole(std::llround(exact)) : figure(exact);
    if (unit == targetPlayUnit(layout))
        return value > 0 ? FeatureTensorWords::tr("target: %1 sounds at the next step").arg(pitchName(pitch))
                         : FeatureTensorWords::tr("target: %1 is silent at the next step").arg(pitchName(pitch));
    if (unit == targetArticulateUnit(layout))
        return FeatureTensorWords::tr("target: %1 is struck at the next step").arg(pitchName(pitch));
    if (unit == predictionUnit(layout)) return FeatureTensorWords::tr("predicted %1 for the next step").arg(number);
    return featureMeaning(layout, unit, pitch, number);
}

/// What the model makes of such a cell, and what it should.
QString outcome(FeatureLayout layout, const Tensor& tensor, int step, int pitch, int unit) {
    if (unit >= tensor.features) return {};
    const QString target = tensor.at(step, pitch, targetPlayUnit(layout)) > 0 ? FeatureTensorWords::tr("target on")
                                                                              : FeatureTensorWords::tr("target off");
    if (tensor.units() <= predictionUnit(layout)) return QStringLiteral(" · ") + target;
    const QString share = QLocale().toString(static_cast<double>(tensor.at(step, pitch, predictionUnit(layout))), 'f', 2);
    return QStringLiteral(" · ") + FeatureTensorWords::tr("predicted %1").arg(share) + QStringLiteral(", ") + target;
}

/// Whether a column of the echo says how far it can be relied on: the same for all notes, a wall in the view, so these are a
/// layer of their own.
bool echoLength(const FeatureSpan& span, int column) {
    return span.group == FeatureGroup::Echo && column % echoWidth > 2 * echoReach + 1;
}

UnitShape shapeOf(const FeatureSpan& span, int column) {
    if (!span.alongTime) return UnitShape::AlongTime;
    const bool agreement = span.group == FeatureGroup::Lags && column % lagWidth == 2;
    return span.alongNotes && !agreement && !echoLength(span, column) ? UnitShape::Cells : UnitShape::AlongNotes;
}

/// The first look: the music in sight of each note, how much of it there is, what should come and what was expected. What is
/// the same at every step, or all over a step, is off and faint: it would be a wall before all else.
void setFirstLook(Tensor& tensor, FeatureLayout layout) {
    tensor.opacity.assign(static_cast<std::size_t>(tensor.groupNames.size()), 1.0);
    tensor.off.assign(tensor.opacity.size(), false);
    std::size_t group = 0;
    for (const FeatureSpan& span : shownSpans(layout)) {
        using enum FeatureGroup;
        if (span.group == MidiValue) tensor.opacity[group] = 0.15;
        if (span.group == PitchClass) tensor.opacity[group] = 0.3;
        if (span.group == NoteCounts) tensor.opacity[group] = 0.08;  // a dozen sheets, one behind the other
        tensor.off[group] = span.group != Vicinity && span.group != NoteCounts;
        ++group;
        if (span.group == Echo) tensor.off[group++] = true;  // its lengths
    }
}

/// Axis, shapes and first look, without values.
Tensor targetsAxis(FeatureLayout layout, bool predicted) {
    Tensor tensor = featureAxis(layout);
    for (const FeatureSpan& span : shownSpans(layout))
        for (int i = 0; i < span.width; ++i) tensor.shape.push_back(shapeOf(span, i));
    const auto addGroup = [&](const QString& name, const QStringList& units) {
        tensor.group.insert(tensor.group.end(), static_cast<std::size_t>(units.size()),
                            static_cast<std::uint8_t>(tensor.groupNames.size()));
        tensor.groupNames << name;
        tensor.unitNames << units;
    };
    addGroup(FeatureTensorWords::tr("Target"),
             {FeatureTensorWords::tr("target, play"), FeatureTensorWords::tr("target, articulate")});
    if (predicted) addGroup(FeatureTensorWords::tr("Prediction"), {FeatureTensorWords::tr("prediction")});
    tensor.shape.resize(tensor.group.size(), UnitShape::Cells);
    setFirstLook(tensor, layout);
    if (predicted) tensor.least = 0.04;  // what is hardly expected of any pitch would be a wall
    tensor.words = [layout](int pitch, int unit, float value) { return meaning(layout, pitch, unit, value); };
    tensor.aside = [layout](const Tensor& of, int step, int pitch, int unit) { return outcome(layout, of, step, pitch, unit); };
    return tensor;
}

}  // namespace

Tensor featureAxis(FeatureLayout layout) {
    Tensor tensor;
    tensor.features = shownFeatures(layout);
    tensor.unitAxis = FeatureTensorWords::tr("Features");
    for (const FeatureSpan& span : shownSpans(layout)) {
        for (int i = 0; i < span.width; ++i) {
            tensor.unitNames << featureWords(layout, shownColumn(layout, span) + i);
            tensor.group.push_back(static_cast<std::uint8_t>(tensor.groupNames.size() + (echoLength(span, i) ? 1 : 0)));
        }
        tensor.groupNames << featureGroupName(span.group);
        if (span.group == FeatureGroup::Echo) tensor.groupNames << FeatureTensorWords::tr("Echo length");
    }
    return tensor;
}

Tensor featureTensor(const PianoRoll& roll, int first, int steps, const std::optional<Predictions>& predictions,
                     const Task& task) {
    ModelConfig config;
    config.range = roll.range();
    if (predictions) config.layout = predictions->layout;
    const FeatureLayout layout = config.layout;
    Tensor tensor = targetsAxis(layout, predictions.has_value());
    tensor.range = roll.range();
    tensor.first = std::clamp(first, 0, std::max(0, roll.steps() - 1));
    const int wanted = std::clamp(steps, 0, roll.steps() - tensor.first);

    const PieceFeatures made(config, roll);
    const auto columns = static_cast<std::size_t>(tensor.features);
    const std::size_t units = tensor.group.size(), pitches = static_cast<std::size_t>(roll.pitches());
    std::vector<float> row(pitches * columns);
    tensor.values.assign(static_cast<std::size_t>(wanted) * pitches * units, 0.0F);
    float* out = tensor.values.data();
    for (; tensor.steps < wanted && !task.stopped(); ++tensor.steps) {
        const int step = tensor.first + tensor.steps;
        made.shown(step, row.data());
        for (std::size_t i = 0; i < pitches; ++i, out += units) {
            const int pitch = roll.range().lowest + static_cast<int>(i);
            std::copy_n(row.data() + i * columns, columns, out);
            out[columns] = roll.plays(step + 1, pitch) ? 1.0F : 0.0F;
            out[columns + 1] = roll.articulates(step + 1, pitch) ? 1.0F : 0.0F;
            if (predictions && step + 1 < predictions->steps && predictions->range.contains(pitch))
                out[columns + 2] =
                    predictions->play[static_cast<std::size_t>(step + 1) * static_cast<std::size_t>(predictions->range.size()) +
                                      static_cast<std::size_t>(pitch - predictions->range.lowest)];
        }
    }
    tensor.values.resize(static_cast<std::size_t>(tensor.steps) * pitches * units);
    return tensor;
}

}  // namespace ricercar
