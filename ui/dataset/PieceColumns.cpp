// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/PieceColumns.h"

#include "ui/words/PieceWords.h"
#include "ui/words/RemedyWords.h"
#include "ui/words/Words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <limits>

namespace ricercar {
namespace {

struct PieceColumns {
    Q_DECLARE_TR_FUNCTIONS(PieceColumns)
};

bool hasMusic(const Piece& piece) { return piece.steps > 0; }
bool wasRead(const Piece& piece) { return piece.tracks > 0 || hasMusic(piece); }

QString decimal(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

/// Where there is music; nothing is smaller than anything.
double ifMusic(const Piece& piece, double value) { return hasMusic(piece) ? value : -std::numeric_limits<double>::infinity(); }

QString titleOf(const PieceFacts& f) {
    const bool numbered = f.piece.fixedSubset.has_value();  // published rolls, by their title
    return f.piece.parts > 1 && !numbered ? PieceColumns::tr("%1 (part %2)").arg(fromUtf8(f.piece.title)).arg(f.piece.part + 1)
                                          : fromUtf8(f.piece.title);
}

QString fileOf(const PieceFacts& f) {
    const QString path = fromUtf8(f.piece.path);
    return path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
}

QString tempoOf(const PieceFacts& f) {
    if (!hasMusic(f.piece)) return {};
    const QString low = decimal(f.piece.slowest, 0), high = decimal(f.piece.fastest, 0);
    return low == high ? decimal(f.piece.tempo, 0) : low + QStringLiteral("–") + high;
}

QString channelsOf(const PieceFacts& f) {
    QStringList ranges;
    const auto plays = [&](int channel) { return channel < 16 && (f.piece.channels >> channel & 1) != 0; };
    for (int first = 0; first < 16; ++first) {
        if (!plays(first)) continue;
        int last = first;
        while (plays(last + 1)) ++last;
        ranges << (first == last
                       ? QString::number(first + 1)
                       : QString::number(first + 1) + (last == first + 1 ? QStringLiteral(", ") : QStringLiteral("–")) +
                             QString::number(last + 1));
        first = last;
    }
    return ranges.join(QStringLiteral(", "));
}

double channelCount(const PieceFacts& f) {
    int count = 0;
    for (unsigned bits = f.piece.channels; bits != 0; bits >>= 1U) count += static_cast<int>(bits & 1U);
    return count;
}

QString pitchesOf(const PieceFacts& f) {
    const RollStatistics& facts = f.piece.statistics;
    if (!hasMusic(f.piece) || facts.notes == 0) return {};
    return pitchName(facts.lowestPitch) + QStringLiteral("–") + pitchName(facts.highestPitch);
}

QString pickupOf(const PieceFacts& f) {
    const QuantizeReport& report = f.piece.report;
    if (!hasMusic(f.piece) || report.pickupSteps == 0) return {};
    return report.pickupDetected ? PieceColumns::tr("%Ln steps, found", nullptr, report.pickupSteps)
                                 : PieceColumns::tr("%Ln steps", nullptr, report.pickupSteps);
}

QString duplicateOf(const PieceFacts& f) {
    if (!f.relative) return {};
    const QString title = titleOf({*f.relative});
    return (f.kinship && f.kinship->same != 0 ? QStringLiteral("= ") : QStringLiteral("≈ ")) + title;
}

QString tagsOf(const PieceFacts& f) {
    QStringList tags;
    for (const std::string& tag : f.piece.tags) tags << fromUtf8(tag);
    return tags.join(QStringLiteral(", "));
}

QString splitOf(const PieceFacts& f) {
    if (!f.membership) return {};
    if (f.before && f.before->subset != f.membership->subset) return QStringLiteral("→ ") + subsetName(f.membership->subset);
    return f.membership->byHand ? PieceColumns::tr("%1, by hand").arg(subsetName(f.membership->subset))
                                : subsetName(f.membership->subset);
}

template <class Value>
QString shown(const PieceFacts& f, Value value) {
    return hasMusic(f.piece) ? whole(value) : QString();
}

QString shown(const PieceFacts& f, double value, int decimals) {
    return hasMusic(f.piece) ? decimal(value, decimals) : QString();
}

}  // namespace

std::span<const PieceColumn> pieceColumns() {
    using F = const PieceFacts&;
    static constexpr std::array columns{
        PieceColumn{"title", QT_TRANSLATE_NOOP("PieceColumns", "Piece"),
                    QT_TRANSLATE_NOOP("PieceColumns", "From the file's first track name, else the file's name"), titleOf,
                    nullptr, true, 24},
        PieceColumn{"state", QT_TRANSLATE_NOOP("PieceColumns", "State"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Accepted, accepted with remarks, or rejected"),
                    [](F f) { return stateName(f.piece.state); }, [](F f) { return static_cast<double>(f.piece.state); }, false,
                    12},
        PieceColumn{"file", QT_TRANSLATE_NOOP("PieceColumns", "File"),
                    QT_TRANSLATE_NOOP("PieceColumns", "The file it was imported from"), fileOf, nullptr, false, 16},
        PieceColumn{"bars", QT_TRANSLATE_NOOP("PieceColumns", "Bars"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Bars, the last one counted even where it is not full"),
                    [](F f) { return shown(f, f.piece.statistics.bars); },
                    [](F f) { return ifMusic(f.piece, f.piece.statistics.bars); }, false, 6, true},
        PieceColumn{"meter", QT_TRANSLATE_NOOP("PieceColumns", "Meter"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Time signature; a file is split into parts where it changes"),
                    [](F f) { return wasRead(f.piece) ? fromUtf8(f.piece.meter.text()) : QString(); },
                    [](F f) { return wasRead(f.piece) ? f.piece.meter.numerator * 1000.0 / f.piece.meter.denominator : -1.0; },
                    false, 6},
        PieceColumn{"tempo", QT_TRANSLATE_NOOP("PieceColumns", "Tempo"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Quarter notes a minute, from the slowest to the fastest"), tempoOf,
                    [](F f) { return ifMusic(f.piece, f.piece.tempo); }, false, 8, true},
        PieceColumn{"key", QT_TRANSLATE_NOOP("PieceColumns", "Key"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Estimated from how long each pitch class sounds (Krumhansl-Schmuckler)"),
                    [](F f) { return hasMusic(f.piece) ? keyName(f.piece.key) : QString(); }, nullptr, false, 9},
        PieceColumn{"certainty", QT_TRANSLATE_NOOP("PieceColumns", "Key certainty"),
                    QT_TRANSLATE_NOOP("PieceColumns", "How well the key fits: correlation with its profile, 1 at best"),
                    [](F f) { return shown(f, f.piece.key.correlation, 2); },
                    [](F f) { return ifMusic(f.piece, f.piece.key.correlation); }, false, 7, true},
        PieceColumn{"notes", QT_TRANSLATE_NOOP("PieceColumns", "Notes"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Notes put on the grid"),
                    [](F f) { return shown(f, f.piece.report.notes); },
                    [](F f) { return ifMusic(f.piece, f.piece.report.notes); }, false, 7, true},
        PieceColumn{"tracks", QT_TRANSLATE_NOOP("PieceColumns", "Tracks"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Tracks of the file"),
                    [](F f) { return f.piece.tracks > 0 ? whole(f.piece.tracks) : QString(); },
                    [](F f) { return static_cast<double>(f.piece.tracks); }, false, 6, true},
        PieceColumn{"channels", QT_TRANSLATE_NOOP("PieceColumns", "Channels"),
                    QT_TRANSLATE_NOOP("PieceColumns", "MIDI channels with notes; 10 is the drums'"), channelsOf, channelCount,
                    false, 9},
        PieceColumn{
            "pitches", QT_TRANSLATE_NOOP("PieceColumns", "Pitches"),
            QT_TRANSLATE_NOOP("PieceColumns", "From the lowest to the highest note"), pitchesOf,
            [](F f) { return ifMusic(f.piece, f.piece.statistics.lowestPitch * 128 + f.piece.statistics.highestPitch); }, false,
            9},
        PieceColumn{"polyphony", QT_TRANSLATE_NOOP("PieceColumns", "Polyphony"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Notes sounding at once, mean over the steps that sound"),
                    [](F f) { return shown(f, f.piece.statistics.meanPolyphony, 1); },
                    [](F f) { return ifMusic(f.piece, f.piece.statistics.meanPolyphony); }, false, 6, true},
        PieceColumn{"polyphony-max", QT_TRANSLATE_NOOP("PieceColumns", "Most at once"),
                    QT_TRANSLATE_NOOP("PieceColumns", "The most notes that sound at once"),
                    [](F f) { return shown(f, f.piece.statistics.maxPolyphony); },
                    [](F f) { return ifMusic(f.piece, f.piece.statistics.maxPolyphony); }, false, 6, true},
        PieceColumn{"empty", QT_TRANSLATE_NOOP("PieceColumns", "Empty bars"),
                    QT_TRANSLATE_NOOP("PieceColumns", "Bars in which nothing sounds"),
                    [](F f) { return shown(f, f.piece.statistics.emptyBars); },
                    [](F f) { return ifMusic(f.piece, f.piece.statistics.emptyBars); }, false, 6, true},
        PieceColumn{
            "error", QT_TRANSLATE_NOOP("PieceColumns", "Off the grid"),
            QT_TRANSLATE_NOOP("PieceColumns", "How far notes begin from the grid: mean, in steps of a 16th; 0.25 is random"),
            [](F f) { return shown(f, f.piece.report.meanError, 3); },
            [](F f) { return ifMusic(f.piece, f.piece.report.meanError); }, false, 7, true},
        PieceColumn{"error-p95", QT_TRANSLATE_NOOP("PieceColumns", "Off, 95 %"),
                    QT_TRANSLATE_NOOP("PieceColumns", "95 of 100 notes begin no further from the grid, in steps of a 16th"),
                    [](F f) { return shown(f, f.piece.report.p95Error, 3); },
                    [](F f) { return ifMusic(f.piece, f.piece.report.p95Error); }, false, 7, true},
        PieceColumn{
            "pickup", QT_TRANSLATE_NOOP("PieceColumns", "Pick-up"),
            QT_TRANSLATE_NOOP("PieceColumns", "Steps before the first bar line; found: not written in the file"), pickupOf,
            [](F f) { return ifMusic(f.piece, f.piece.report.pickupSteps * 2 + (f.piece.report.pickupDetected ? 1 : 0)); },
            false, 10},
        PieceColumn{
            "duplicates", QT_TRANSLATE_NOOP("PieceColumns", "Duplicate of"),
            QT_TRANSLATE_NOOP("PieceColumns",
                              "= the same notes as an earlier piece; ≈ nearly the same, transposed or at another tempo"),
            duplicateOf, nullptr, false, 14},
        PieceColumn{"tags", QT_TRANSLATE_NOOP("PieceColumns", "Tags"), QT_TRANSLATE_NOOP("PieceColumns", "Words of your own"),
                    tagsOf, nullptr, false, 10},
        PieceColumn{
            "split", QT_TRANSLATE_NOOP("PieceColumns", "Split"),
            QT_TRANSLATE_NOOP("PieceColumns", "What the current dataset uses it for: training, validation, test or nothing"),
            splitOf, [](F f) { return f.membership ? static_cast<double>(f.membership->subset) : -1.0; }, true, 9},
    };
    return columns;
}

int pieceColumn(const char* id) {
    const auto columns = pieceColumns();
    const auto at =
        std::find_if(columns.begin(), columns.end(), [id](const PieceColumn& column) { return qstrcmp(column.id, id) == 0; });
    return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

QString PieceColumn::title() const { return PieceColumns::tr(name); }

QString PieceColumn::tooltip() const { return PieceColumns::tr(tip); }

QString pieceDetail(const Piece& piece) {
    if (!piece.remarks.empty()) return text(piece.remarks.front());
    const QString line = PieceColumns::tr("%1 · %Ln bars · %2 bpm", nullptr, piece.statistics.bars)
                             .arg(fromUtf8(piece.meter.text()), decimal(piece.tempo, 0));
    const QString key = keyName(piece.key);
    return key.isEmpty() ? line : key + QStringLiteral(" · ") + line;
}

QString pieceReasons(const PieceFacts& facts) {
    QStringList lines;
    if (!facts.piece.remarks.empty()) lines << text(facts.piece.remarks);
    if (facts.membership && !facts.membership->reasons.empty()) lines << text(facts.membership->reasons);
    lines.removeDuplicates();
    if (facts.piece.recipe != "[]") lines << PieceColumns::tr("Done to it: %1").arg(recipeWords(facts.piece.recipe));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace ricercar
