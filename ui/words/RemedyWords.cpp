// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/RemedyWords.h"

#include "core/base/Error.h"
#include "core/dataset/RecipeJson.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace ricercar {
namespace {

struct RemedyWords {
    Q_DECLARE_TR_FUNCTIONS(RemedyWords)
};

QString signedFigure(double number, int decimals) {
    const QString words = QLocale().toString(number, 'f', decimals);
    return number > 0 ? QLatin1Char('+') + words : words;
}

struct Name {
    QString operator()(const FindBeat&) const { return RemedyWords::tr("Find the beat"); }
    QString operator()(const JoinMeters&) const { return RemedyWords::tr("Join at meter changes"); }
    QString operator()(const PlaceBarLine&) const { return RemedyWords::tr("Place the bar line"); }
    QString operator()(const ShiftNotes&) const { return RemedyWords::tr("Shift the notes"); }
    QString operator()(const ScaleTempo& r) const {
        return r.twice ? RemedyWords::tr("Double the tempo") : RemedyWords::tr("Halve the tempo");
    }
    QString operator()(const ChooseVoices&) const { return RemedyWords::tr("Choose tracks"); }
    QString operator()(const Drums& r) const {
        return r.keep ? RemedyWords::tr("Keep the drums") : RemedyWords::tr("Drop the drums");
    }
    QString operator()(const SustainPedal& r) const {
        return r.fold ? RemedyWords::tr("Fold the pedal in") : RemedyWords::tr("Ignore the pedal");
    }
    QString operator()(const TrimSilence&) const { return RemedyWords::tr("Trim silence"); }
    QString operator()(const KeepSilence&) const { return RemedyWords::tr("Keep silence"); }
    QString operator()(const SetAside&) const { return RemedyWords::tr("Set aside"); }
};

struct Done {
    QString operator()(const FindBeat&) const { return RemedyWords::tr("beat found"); }
    QString operator()(const JoinMeters&) const { return RemedyWords::tr("joined at meter changes"); }
    QString operator()(const PlaceBarLine& r) const {
        return RemedyWords::tr("bar line after %Ln steps", nullptr, r.pickupSteps);
    }
    QString operator()(const ShiftNotes& r) const {
        return RemedyWords::tr("shifted by %1 steps").arg(signedFigure(r.steps, 2));
    }
    QString operator()(const ScaleTempo& r) const {
        return r.twice ? RemedyWords::tr("tempo doubled") : RemedyWords::tr("tempo halved");
    }
    QString operator()(const ChooseVoices& r) const {
        return RemedyWords::tr("%Ln tracks chosen", nullptr, static_cast<int>(r.voices.size()));
    }
    QString operator()(const Drums& r) const {
        return r.keep ? RemedyWords::tr("drums kept") : RemedyWords::tr("drums dropped");
    }
    QString operator()(const SustainPedal& r) const {
        return r.fold ? RemedyWords::tr("pedal folded in") : RemedyWords::tr("pedal ignored");
    }
    QString operator()(const TrimSilence&) const { return RemedyWords::tr("silence trimmed"); }
    QString operator()(const KeepSilence&) const { return RemedyWords::tr("silence kept"); }
    QString operator()(const SetAside&) const { return RemedyWords::tr("set aside"); }
};

}  // namespace

QString remedyName(const Remedy& remedy) { return std::visit(Name{}, remedy); }

QString remedyUndoing(const Remedy& kind) {
    if (std::holds_alternative<JoinMeters>(kind)) return RemedyWords::tr("Split at meter changes");
    if (std::holds_alternative<SetAside>(kind)) return RemedyWords::tr("Take back in");
    return RemedyWords::tr("Take back: %1").arg(remedyName(kind));
}

QString remedyDone(const Remedy& remedy) { return std::visit(Done{}, remedy); }

Recipe recipeOf(const std::string& recipeJson) {
    if (recipeJson == "[]") return {};
    try {
        return recipeFromJson(recipeJson);
    } catch (const Error&) {
        return {};
    }
}

QString recipeWords(const std::string& recipeJson) {
    QStringList words;
    for (const Remedy& remedy : recipeOf(recipeJson)) words << remedyDone(remedy);
    return words.join(QStringLiteral(" · "));
}

}  // namespace ricercar
