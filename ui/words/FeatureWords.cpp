// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/FeatureWords.h"

#include "ui/words/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

struct FeatureWords {
    Q_DECLARE_TR_FUNCTIONS(FeatureWords)
};

QString signedNumber(int number) {
    if (number == 0) return QStringLiteral("±0");
    return (number > 0 ? QStringLiteral("+") : QStringLiteral("−")) + QString::number(std::abs(number));
}

QString className(int pitchClass) {
    QString name = pitchName(60 + pitchClass);
    return name.left(name.size() - 1);
}

const FeatureSpan& spanOf(FeatureLayout layout, int feature) {
    const auto spans = shownSpans(layout);
    return *std::find_if(spans.begin(), spans.end(),
                         [&](const FeatureSpan& span) { return feature < shownColumn(layout, span) + span.width; });
}

QString echoName(int which) {
    switch (which) {
        case 0: return FeatureWords::tr("longest match");
        case 1: return FeatureWords::tr("second match");
        case 2: return FeatureWords::tr("transposed match");
        default: return FeatureWords::tr("nearest match");
    }
}

QString echoWords(int at) {
    const QString name = echoName(at / echoWidth);
    const int column = at % echoWidth;
    constexpr int guesses = 2 * echoReach + 1;
    if (column < guesses) return FeatureWords::tr("%1: %2 came next").arg(name, signedNumber(column - echoReach));
    if (column == guesses) return FeatureWords::tr("%1: struck next").arg(name);
    if (column == guesses + 1) return FeatureWords::tr("%1: there is one").arg(name);
    static constexpr const char* agreements[] = {"0.5", "0.7", "0.85", "0.97"};
    const int grade = column - guesses - 2;
    if (at / echoWidth == 3)
        return FeatureWords::tr("%1: agreement at least %2").arg(name, QString::fromLatin1(agreements[grade]));
    return FeatureWords::tr("%1: at least %2 steps").arg(name).arg(2 << grade);
}

QString lagWords(int at) {
    const int bars = lagBars[at / lagWidth];
    switch (at % lagWidth) {
        case 0: return FeatureWords::tr("%Ln bar(s) before: play", nullptr, bars);
        case 1: return FeatureWords::tr("%Ln bar(s) before: articulate", nullptr, bars);
        case 2: return FeatureWords::tr("%Ln bar(s) before: agreement", nullptr, bars);
        default: return FeatureWords::tr("%Ln bar(s) before: play × agreement", nullptr, bars);
    }
}

QString runWords(int at) {
    if (at == 0) return FeatureWords::tr("time sounding / 16 steps");
    if (at <= 3) return FeatureWords::tr("sounding for at least %1 steps").arg(1 << at);
    return at == 4 ? FeatureWords::tr("time silent, log₂ / 6") : FeatureWords::tr("sounded in the last 63 steps");
}

QString voicesWords(int at) {
    if (at < 4) return FeatureWords::tr("at least %1 sounding below").arg(at + 1);
    if (at < 8) return FeatureWords::tr("at least %1 sounding above").arg(at - 3);
    return FeatureWords::tr("notes sounding / 8");
}

QString chosenWords(int at) {
    if (at < 12) return FeatureWords::tr("class %1 chosen below").arg(signedNumber(at));
    if (at == 12) return FeatureWords::tr("notes chosen below / 4");
    if (at < 17) return FeatureWords::tr("at least %1 chosen below").arg(at - 12);
    return FeatureWords::tr("distance to the next below / 24");
}

QString expectedWords(int at) {
    if (at < echoes) return FeatureWords::tr("%1: came next").arg(echoName(at));
    return FeatureWords::tr("longest match: at least %1 still to come above").arg(at - echoes + 1);
}

}  // namespace

QString featureWords(FeatureLayout layout, int feature) {
    const FeatureSpan& span = spanOf(layout, feature);
    const int at = feature - shownColumn(layout, span);
    switch (span.group) {
        case FeatureGroup::Vicinity:
            return (at % 2 == 0 ? FeatureWords::tr("vicinity %1, play") : FeatureWords::tr("vicinity %1, articulate"))
                .arg(signedNumber(at / 2 - vicinityReach));
        case FeatureGroup::MidiValue: return FeatureWords::tr("MIDI value");
        case FeatureGroup::PitchClass: return FeatureWords::tr("pitch class %1").arg(className(at));
        case FeatureGroup::NoteCounts: return FeatureWords::tr("count, class %1").arg(signedNumber(at));
        case FeatureGroup::Beat: return FeatureWords::tr("beat, bit %1").arg(at);
        case FeatureGroup::Echo: return echoWords(at);
        case FeatureGroup::Above: return FeatureWords::tr("longest match: %1 came next").arg(signedNumber(at + echoReach + 1));
        case FeatureGroup::Lags: return lagWords(at);
        case FeatureGroup::Run: return runWords(at);
        case FeatureGroup::Phrase: return FeatureWords::tr("bar of the phrase, bit %1").arg(at);
        case FeatureGroup::Before: return FeatureWords::tr("a step earlier %1, play").arg(signedNumber(at - echoReach));
        case FeatureGroup::Voices: return voicesWords(at);
        case FeatureGroup::Histogram: return FeatureWords::tr("piece so far, class %1").arg(signedNumber(at));
        case FeatureGroup::Neighbour:
            return at == 0 ? FeatureWords::tr("chosen −1, play") : FeatureWords::tr("chosen −1, articulate");
        case FeatureGroup::Octave: return FeatureWords::tr("chosen %1, play").arg(signedNumber(-2 - at));
        case FeatureGroup::Chosen: return chosenWords(at);
        case FeatureGroup::Expected: return expectedWords(at);
        case FeatureGroup::Count: break;
    }
    return {};
}

QString featureMeaning(FeatureLayout layout, int feature, int pitch, const QString& value) {
    const FeatureSpan& span = spanOf(layout, feature);
    const int at = feature - shownColumn(layout, span);
    switch (span.group) {
        case FeatureGroup::Vicinity: {
            const int interval = at / 2 - vicinityReach;
            return (at % 2 == 0 ? FeatureWords::tr("vicinity %1 (%2 sounding) = %3")
                                : FeatureWords::tr("vicinity %1 (%2 struck) = %3"))
                .arg(signedNumber(interval), pitchName(pitch + interval), value);
        }
        case FeatureGroup::MidiValue: return FeatureWords::tr("MIDI value %1 / 127 = %2").arg(pitch).arg(value);
        case FeatureGroup::NoteCounts:
            return FeatureWords::tr("notes of class %1 sounding, in all octaves = %2").arg(className((pitch + at) % 12), value);
        case FeatureGroup::Histogram:
            return FeatureWords::tr("class %1 in the piece so far = %2").arg(className((pitch + at) % 12), value);
        default: return FeatureWords::tr("%1 = %2").arg(featureWords(layout, feature), value);
    }
}

QString featureGroupName(FeatureGroup group) {
    switch (group) {
        case FeatureGroup::Vicinity: return FeatureWords::tr("Vicinity");
        case FeatureGroup::MidiValue: return FeatureWords::tr("MIDI value");
        case FeatureGroup::PitchClass: return FeatureWords::tr("Pitch class");
        case FeatureGroup::NoteCounts: return FeatureWords::tr("Counts");
        case FeatureGroup::Beat: return FeatureWords::tr("Beat");
        case FeatureGroup::Echo: return FeatureWords::tr("Echo");
        case FeatureGroup::Above: return FeatureWords::tr("Echo above");
        case FeatureGroup::Lags: return FeatureWords::tr("Bars before");
        case FeatureGroup::Run: return FeatureWords::tr("Run");
        case FeatureGroup::Phrase: return FeatureWords::tr("Phrase");
        case FeatureGroup::Before: return FeatureWords::tr("Step before");
        case FeatureGroup::Voices: return FeatureWords::tr("Voices");
        case FeatureGroup::Histogram: return FeatureWords::tr("Piece so far");
        case FeatureGroup::Neighbour: return FeatureWords::tr("Neighbour");
        case FeatureGroup::Octave: return FeatureWords::tr("Octave below");
        case FeatureGroup::Chosen: return FeatureWords::tr("All below");
        case FeatureGroup::Expected: return FeatureWords::tr("Echo here");
        case FeatureGroup::Count: break;
    }
    return {};
}

}  // namespace ricercar
