// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/MemoryWords.h"

#include "ui/words/BarBeat.h"
#include "ui/words/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ricercar {
namespace {

using Kind = RememberedPlace::Kind;

struct MemoryWords {
    Q_DECLARE_TR_FUNCTIONS(MemoryWords)
};

/// Of the passage that was compared.
QString barsWords(const PianoRoll& roll, const RememberedPlace& place) {
    const int first = barNumber(roll, place.first), last = barNumber(roll, std::max(place.first, place.place - 1));
    if (first == last) return MemoryWords::tr("bar %1").arg(first);
    return MemoryWords::tr("bars %1–%2").arg(first).arg(last);
}

/// "a major third higher", from there to here.
QString intervalWords(int shift) {
    static constexpr std::array<std::array<const char*, 2>, 12> names{{
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a semitone higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a semitone lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a whole tone higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a whole tone lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a minor third higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a minor third lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a major third higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a major third lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a fourth higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a fourth lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a tritone higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a tritone lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a fifth higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a fifth lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a minor sixth higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a minor sixth lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a major sixth higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a major sixth lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a minor seventh higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a minor seventh lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a major seventh higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "a major seventh lower")},
        {QT_TRANSLATE_NOOP("ricercar::MemoryWords", "an octave higher"),
         QT_TRANSLATE_NOOP("ricercar::MemoryWords", "an octave lower")},
    }};
    const auto size = static_cast<std::size_t>(std::abs(shift));
    if (size >= 1 && size <= names.size()) return MemoryWords::tr(names[size - 1][shift > 0 ? 0 : 1]);
    return shift > 0 ? MemoryWords::tr("%Ln semitone(s) higher", nullptr, shift)
                     : MemoryWords::tr("%Ln semitone(s) lower", nullptr, -shift);
}

/// What the pitch did there.
QString nextWords(const RememberedPlace& place) {
    const QString there = pitchName(place.pitch);
    const bool struck = (place.next & articulateBit) != 0, silent = (place.next & playBit) == 0;
    if (place.shift == 0)
        return (struck   ? MemoryWords::tr("%1 came next there")
                : silent ? MemoryWords::tr("%1 was silent there")
                         : MemoryWords::tr("%1 sounded there"))
            .arg(there);
    return (struck   ? MemoryWords::tr("%1 came next there, which is %2 here")
            : silent ? MemoryWords::tr("%1 was silent there, which is %2 here")
                     : MemoryWords::tr("%1 sounded there, which is %2 here"))
        .arg(there, pitchName(place.pitch + place.shift));
}

QString lagWords(const RememberedPlace& place) {
    return ((place.next & articulateBit) != 0
                ? MemoryWords::tr("%Ln bar(s) before: %1 was struck (agreement %2).", nullptr, place.bars)
            : (place.next & playBit) != 0
                ? MemoryWords::tr("%Ln bar(s) before: %1 sounded (agreement %2).", nullptr, place.bars)
                : MemoryWords::tr("%Ln bar(s) before: %1 was silent (agreement %2).", nullptr, place.bars))
        .arg(pitchName(place.pitch), QLocale().toString(place.agreement, 'f', 1));
}

}  // namespace

QString memoryWords(const PianoRoll& roll, const RememberedPlace& place) {
    const QString bars = barsWords(roll, place), next = nextWords(place);
    switch (place.kind) {
        case Kind::Longest:
            return MemoryWords::tr("The last %Ln step(s) went as in %1; %2.", nullptr, place.length).arg(bars, next);
        case Kind::Second:
            return MemoryWords::tr("The last %Ln step(s) also went as in %1, but it went on otherwise; %2.", nullptr,
                                   place.length)
                .arg(bars, next);
        case Kind::Transposed:
            return MemoryWords::tr("The last %Ln step(s) went as in %1, %2; %3.", nullptr, place.length)
                .arg(bars, intervalWords(place.shift), next);
        case Kind::Soft:
            return MemoryWords::tr("The last steps are most like %1 (agreement %2); %3.")
                .arg(bars, QLocale().toString(place.agreement, 'f', 1), next);
        case Kind::Lag: break;
    }
    return lagWords(place);
}

}  // namespace ricercar
