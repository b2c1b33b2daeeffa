// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollOptions.h"

#include <QSettings>

namespace ricercar {
namespace {

template <class Choice>
Choice choice(const QSettings& settings, const char* key, Choice otherwise, Choice last) {
    bool whole = false;
    const int value = settings.value(QLatin1String(key)).toInt(&whole);
    return whole && value >= 0 && value <= static_cast<int>(last) ? static_cast<Choice>(value) : otherwise;
}

}  // namespace

void RollOptions::save(QSettings& settings) const {
    settings.setValue(QStringLiteral("roll/form"), static_cast<int>(form));
    settings.setValue(QStringLiteral("roll/differences"), beneath.kind == Beneath::Kind::OtherForm);
    settings.setValue(QStringLiteral("roll/scale"), static_cast<int>(scale.kind));
    settings.setValue(QStringLiteral("roll/tonic"), scale.scale.tonic);
    settings.setValue(QStringLiteral("roll/mode"), static_cast<int>(scale.scale.mode));
    settings.setValue(QStringLiteral("roll/follow"), static_cast<int>(follow));
    settings.setValue(QStringLiteral("roll/velocities"), lane);
    settings.setValue(QStringLiteral("roll/map"), map);
    settings.setValue(QStringLiteral("roll/names"), static_cast<int>(names));
}

RollOptions RollOptions::read(const QSettings& settings) {
    RollOptions options;
    options.form = choice(settings, "roll/form", options.form, Representation::Grid);
    if (settings.value(QStringLiteral("roll/differences")).toBool()) options.beneath.kind = Beneath::Kind::OtherForm;
    options.scale.kind = choice(settings, "roll/scale", options.scale.kind, ScaleChoice::Kind::Chosen);
    options.scale.scale.tonic = qBound(0, settings.value(QStringLiteral("roll/tonic")).toInt(), 11);
    options.scale.scale.mode = choice(settings, "roll/mode", Mode::Major, static_cast<Mode>(modeCount - 1));
    options.follow = choice(settings, "roll/follow", options.follow, Follow::Smooth);
    options.lane = settings.value(QStringLiteral("roll/velocities"), options.lane).toBool();
    options.map = settings.value(QStringLiteral("roll/map"), options.map).toBool();
    options.names = choice(settings, "roll/names", options.names, PitchNames::German);
    return options;
}

}  // namespace ricercar
