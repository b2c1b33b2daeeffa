#include "ui/features3d/FeatureTensor.h"

#include "core/learning/FeatureBuilder.h"
#include "ui/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

struct FeatureTensorWords {
    Q_DECLARE_TR_FUNCTIONS(FeatureTensorWords)
};

static_assert(targetPlayUnit == featureCount);

QString signedNumber(int number) {
    if (number == 0) return QStringLiteral("±0");
    return (number > 0 ? QStringLiteral("+") : QStringLiteral("−")) + QString::number(std::abs(number));
}

QString className(int pitchClass) {
    QString name = pitchName(60 + pitchClass);
    return name.left(name.size() - 1);
}

const FeatureSpan& spanOf(int feature) {
    return *std::find_if(featureLayout.begin(), featureLayout.end(),
                         [feature](const FeatureSpan& span) { return feature < span.offset + span.width; });
}

/// What a value means at a pitch.
QString meaning(int pitch, int unit, float value) {
    const double exact = static_cast<double>(value);
    const QString number = exact == std::round(exact) ? whole(std::llround(exact)) : figure(exact);
    if (unit == targetPlayUnit)
        return value > 0 ? FeatureTensorWords::tr("target: %1 sounds at the next step").arg(pitchName(pitch))
                         : FeatureTensorWords::tr("target: %1 is silent at the next step").arg(pitchName(pitch));
    if (unit == targetArticulateUnit)
        return FeatureTensorWords::tr("target: %1 is struck at the next step").arg(pitchName(pitch));
    if (unit == predictionUnit) return FeatureTensorWords::tr("predicted %1 for the next step").arg(number);
    const FeatureSpan& span = spanOf(unit);
    const int at = unit - span.offset;
    switch (span.group) {
        case FeatureGroup::Vicinity: {
            const int interval = at / 2 - vicinityReach;
            const QString other = pitchName(pitch + interval);
            return (at % 2 == 0 ? FeatureTensorWords::tr("vicinity %1 (%2 sounding) = %3")
                                : FeatureTensorWords::tr("vicinity %1 (%2 struck) = %3"))
                .arg(signedNumber(interval), other, number);
        }
        case FeatureGroup::MidiValue: return FeatureTensorWords::tr("MIDI value %1 / 127 = %2").arg(pitch).arg(number);
        case FeatureGroup::PitchClass: return FeatureTensorWords::tr("pitch class %1 = %2").arg(className(at), number);
        case FeatureGroup::NoteCounts:
            return FeatureTensorWords::tr("notes of class %1 sounding, in all octaves = %2")
                .arg(className((pitch + at) % 12), number);
        case FeatureGroup::Beat: return FeatureTensorWords::tr("beat, bit %1 = %2").arg(at).arg(number);
    }
    return number;
}

/// What the model makes of such a cell, and what it should.
QString outcome(const Tensor& tensor, int step, int pitch, int unit) {
    if (unit >= featureCount) return {};
    const QString target =
        tensor.at(step, pitch, targetPlayUnit) > 0 ? FeatureTensorWords::tr("target on") : FeatureTensorWords::tr("target off");
    if (tensor.units() <= predictionUnit) return QStringLiteral(" · ") + target;
    const QString share = QLocale().toString(static_cast<double>(tensor.at(step, pitch, predictionUnit)), 'f', 2);
    return QStringLiteral(" · ") + FeatureTensorWords::tr("predicted %1").arg(share) + QStringLiteral(", ") + target;
}

}  // namespace

QString featureWords(int feature) {
    const FeatureSpan& span = spanOf(feature);
    const int at = feature - span.offset;
    switch (span.group) {
        case FeatureGroup::Vicinity:
            return (at % 2 == 0 ? FeatureTensorWords::tr("vicinity %1, play")
                                : FeatureTensorWords::tr("vicinity %1, articulate"))
                .arg(signedNumber(at / 2 - vicinityReach));
        case FeatureGroup::MidiValue: return FeatureTensorWords::tr("MIDI value");
        case FeatureGroup::PitchClass: return FeatureTensorWords::tr("pitch class %1").arg(className(at));
        case FeatureGroup::NoteCounts: return FeatureTensorWords::tr("count, class %1").arg(signedNumber(at));
        case FeatureGroup::Beat: return FeatureTensorWords::tr("beat, bit %1").arg(at);
    }
    return {};
}

Tensor featureAxis() {
    Tensor tensor;
    tensor.features = true;
    tensor.unitAxis = FeatureTensorWords::tr("Features");
    tensor.groupNames = {FeatureTensorWords::tr("Vicinity"), FeatureTensorWords::tr("MIDI value"),
                         FeatureTensorWords::tr("Pitch class"), FeatureTensorWords::tr("Counts"),
                         FeatureTensorWords::tr("Beat")};
    for (const FeatureSpan& span : featureLayout)
        for (int i = 0; i < span.width; ++i) {
            tensor.unitNames << featureWords(span.offset + i);
            tensor.group.push_back(static_cast<std::uint8_t>(span.group));
        }
    return tensor;
}

Tensor featureTensor(const PianoRoll& roll, int first, int steps, const std::optional<Predictions>& predictions,
                     const Task& task) {
    Tensor tensor = featureAxis();
    for (const FeatureSpan& span : featureLayout)
        tensor.shape.insert(tensor.shape.end(), static_cast<std::size_t>(span.width),
                            !span.alongTime    ? UnitShape::AlongTime
                            : !span.alongNotes ? UnitShape::AlongNotes
                                               : UnitShape::Cells);
    tensor.groupNames << FeatureTensorWords::tr("Target");
    tensor.unitNames << FeatureTensorWords::tr("target, play") << FeatureTensorWords::tr("target, articulate");
    tensor.group.insert(tensor.group.end(), 2, std::uint8_t{5});
    if (predictions) {
        tensor.groupNames << FeatureTensorWords::tr("Prediction");
        tensor.unitNames << FeatureTensorWords::tr("prediction");
        tensor.group.push_back(6);
    }
    tensor.shape.resize(tensor.group.size(), UnitShape::Cells);
    tensor.opacity.assign(static_cast<std::size_t>(tensor.groupNames.size()), 1.0);
    // Walls, or they would hide all behind them.
    tensor.opacity[static_cast<std::size_t>(FeatureGroup::MidiValue)] = 0.15;
    tensor.opacity[static_cast<std::size_t>(FeatureGroup::PitchClass)] = 0.3;
    tensor.range = roll.range();
    tensor.first = std::clamp(first, 0, std::max(0, roll.steps() - 1));
    const int wanted = std::clamp(steps, 0, roll.steps() - tensor.first);
    tensor.words = meaning;
    tensor.aside = outcome;

    ModelConfig config;
    config.range = roll.range();
    const FeatureBuilder builder(config);
    const std::size_t units = tensor.group.size(), pitches = static_cast<std::size_t>(roll.pitches());
    std::vector<float> row(pitches * featureCount);
    tensor.values.assign(static_cast<std::size_t>(wanted) * pitches * units, 0.0F);
    float* out = tensor.values.data();
    for (; tensor.steps < wanted && !task.stopped(); ++tensor.steps) {
        const int step = tensor.first + tensor.steps;
        builder.step(roll, step, row.data());
        for (std::size_t i = 0; i < pitches; ++i, out += units) {
            const int pitch = roll.range().lowest + static_cast<int>(i);
            std::copy_n(row.data() + i * featureCount, featureCount, out);
            out[targetPlayUnit] = roll.plays(step + 1, pitch) ? 1.0F : 0.0F;
            out[targetArticulateUnit] = roll.articulates(step + 1, pitch) ? 1.0F : 0.0F;
            if (predictions && step + 1 < predictions->steps && predictions->range.contains(pitch))
                out[predictionUnit] =
                    predictions->play[static_cast<std::size_t>(step + 1) * static_cast<std::size_t>(predictions->range.size()) +
                                      static_cast<std::size_t>(pitch - predictions->range.lowest)];
        }
    }
    tensor.values.resize(static_cast<std::size_t>(tensor.steps) * pitches * units);
    return tensor;
}

}  // namespace ricercar
