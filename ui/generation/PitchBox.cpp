// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/PitchBox.h"

#include "ui/words/Words.h"

namespace ricercar {
namespace {

constexpr int middleC = 60;

/// "c#4" and "C♯4" are one.
QString plainName(const QString& name) {
    return name.trimmed().toLower().replace(QChar(0x266F), QLatin1Char('#')).replace(QChar(0x266D), QLatin1Char('b'));
}

}  // namespace

PitchBox::PitchBox(const char* name, const QString& tip, QWidget* parent) : QSpinBox(parent) {
    setObjectName(QLatin1String(name));
    setRange(-1, 127);
    setSpecialValueText(tr("any"));
    setValue(-1);
    setAlignment(Qt::AlignRight);
    setToolTip(tip);
    setMinimumWidth(60);
}

QString PitchBox::textFromValue(int value) const { return pitchName(value); }

int PitchBox::pitchOf(const QString& text) const {
    const QString wanted = plainName(text);
    bool number = false;
    const int given = wanted.toInt(&number);
    if (number) return given >= 0 && given <= 127 ? given : -2;
    if (wanted.isEmpty() || wanted == plainName(specialValueText())) return -1;
    for (int pitch = 0; pitch < 128; ++pitch)
        if (plainName(pitchName(pitch)) == wanted) return pitch;
    return -2;
}

int PitchBox::valueFromText(const QString& text) const { return std::max(-1, pitchOf(text)); }

QValidator::State PitchBox::validate(QString& text, int&) const {
    return pitchOf(text) >= -1 && !text.isEmpty() ? QValidator::Acceptable : QValidator::Intermediate;
}

void PitchBox::stepBy(int steps) {
    if (value() < 0 && steps > 0)
        setValue(middleC);  // nobody wants to count from the lowest
    else
        QSpinBox::stepBy(steps);
}

}  // namespace ricercar
