// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/InsightWords.h"

#include "ui/words/BarBeat.h"
#include "ui/words/Words.h"

#include <QCoreApplication>

namespace ricercar {
namespace {

struct InsightWords {
    Q_DECLARE_TR_FUNCTIONS(InsightWords)
};

}  // namespace

QString percentWords(double share) {
    const double percent = share * 100.0;
    if (percent > 0 && percent < 0.001) return InsightWords::tr("< %1 %").arg(QLocale().toString(0.001, 'f', 3));
    const int digits = percent >= 99.95 || percent == 0 ? 0 : percent >= 10 ? 1 : percent >= 1 ? 2 : 3;
    return InsightWords::tr("%1 %").arg(QLocale().toString(percent, 'f', digits));
}

QString cellWords(const PianoRoll& roll, int step, int pitch) {
    return InsightWords::tr("Bar %1 · %2 (%3)").arg(barBeat(roll, step), pitchName(pitch)).arg(pitch);
}

QString completionWords(const Completion& completion, int lowestPitch) {
    QStringList notes;
    for (std::size_t i = 0; i < completion.cells.size(); ++i) {
        const Cell cell = completion.cells[i];
        if ((cell & playBit) == 0) continue;
        const QString name = pitchName(lowestPitch + static_cast<int>(i));
        notes << ((cell & articulateBit) != 0 ? name : QStringLiteral("(%1)").arg(name));
    }
    return notes.isEmpty() ? InsightWords::tr("silence") : notes.join(QLatin1Char(' '));
}

}  // namespace ricercar
