// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/Words.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace ricercar {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

PitchNames chosenNames = PitchNames::Language;

}  // namespace

QString text(const Message& message) {
    const QString pattern = QCoreApplication::translate("Message", messageTemplate(message.id));
    std::vector<std::string> args;
    for (const Argument& argument : message.args)
        args.push_back(argument.text()     ? *argument.text()
                       : argument.number() ? toUtf8(QLocale().toString(static_cast<qlonglong>(*argument.number())))
                                           : toUtf8(text(*argument.fragment())));
    return fromUtf8(fillTemplate(toUtf8(pattern), args));
}

QString text(const std::vector<Message>& messages) {
    QStringList sentences;
    for (const Message& message : messages) sentences << text(message);
    return sentences.join(QLatin1Char('\n'));
}

QString fromUtf8(const std::string& utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

std::string toUtf8(const QString& text) { return text.toStdString(); }

QString fileNameOf(const QString& title) {
    static const QRegularExpression unfit(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f]+)"));
    QString name = title;
    name.replace(unfit, QStringLiteral("-"));
    name = name.simplified().left(80);
    return name.isEmpty() ? QStringLiteral("ricercar") : name;
}

QString fromPath(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

std::filesystem::path toPath(const QString& path) { return {path.toStdString()}; }

QString keyName(const KeyEstimate& key) {
    if (key.correlation <= 0.0) return {};
    static constexpr std::array<const char*, 12> major{
        QT_TRANSLATE_NOOP("Words", "C major"),  QT_TRANSLATE_NOOP("Words", "D♭ major"), QT_TRANSLATE_NOOP("Words", "D major"),
        QT_TRANSLATE_NOOP("Words", "E♭ major"), QT_TRANSLATE_NOOP("Words", "E major"),  QT_TRANSLATE_NOOP("Words", "F major"),
        QT_TRANSLATE_NOOP("Words", "F♯ major"), QT_TRANSLATE_NOOP("Words", "G major"),  QT_TRANSLATE_NOOP("Words", "A♭ major"),
        QT_TRANSLATE_NOOP("Words", "A major"),  QT_TRANSLATE_NOOP("Words", "B♭ major"), QT_TRANSLATE_NOOP("Words", "B major")};
    static constexpr std::array<const char*, 12> minor{
        QT_TRANSLATE_NOOP("Words", "C minor"),  QT_TRANSLATE_NOOP("Words", "C♯ minor"), QT_TRANSLATE_NOOP("Words", "D minor"),
        QT_TRANSLATE_NOOP("Words", "E♭ minor"), QT_TRANSLATE_NOOP("Words", "E minor"),  QT_TRANSLATE_NOOP("Words", "F minor"),
        QT_TRANSLATE_NOOP("Words", "F♯ minor"), QT_TRANSLATE_NOOP("Words", "G minor"),  QT_TRANSLATE_NOOP("Words", "G♯ minor"),
        QT_TRANSLATE_NOOP("Words", "A minor"),  QT_TRANSLATE_NOOP("Words", "B♭ minor"), QT_TRANSLATE_NOOP("Words", "B minor")};
    const auto tonic = static_cast<std::size_t>(((key.tonic % 12) + 12) % 12);
    return Words::tr((key.minor ? minor : major).at(tonic));
}

void setPitchNames(PitchNames names) { chosenNames = names; }

PitchNames pitchNames() { return chosenNames; }

QString pitchClassName(int pitchClass) {
    static constexpr std::array<const char*, 12> names{
        QT_TRANSLATE_NOOP("Words", "C"),  QT_TRANSLATE_NOOP("Words", "C♯"), QT_TRANSLATE_NOOP("Words", "D"),
        QT_TRANSLATE_NOOP("Words", "E♭"), QT_TRANSLATE_NOOP("Words", "E"),  QT_TRANSLATE_NOOP("Words", "F"),
        QT_TRANSLATE_NOOP("Words", "F♯"), QT_TRANSLATE_NOOP("Words", "G"),  QT_TRANSLATE_NOOP("Words", "A♭"),
        QT_TRANSLATE_NOOP("Words", "A"),  QT_TRANSLATE_NOOP("Words", "B♭"), QT_TRANSLATE_NOOP("Words", "B")};
    static constexpr std::array<const char*, 12> solfege{"Do",  "Do♯", "Re",  "Mi♭", "Mi",  "Fa",
                                                         "Fa♯", "Sol", "La♭", "La",  "Si♭", "Si"};
    static constexpr std::array<const char*, 12> german{"C", "Cis", "D", "Es", "E", "F", "Fis", "G", "As", "A", "B", "H"};
    const auto at = static_cast<std::size_t>(((pitchClass % 12) + 12) % 12);
    switch (chosenNames) {
        case PitchNames::English: return QString::fromUtf8(names[at]);
        case PitchNames::Solfege: return QString::fromUtf8(solfege[at]);
        case PitchNames::German: return QString::fromUtf8(german[at]);
        case PitchNames::Language: break;
    }
    return Words::tr(names[at]);
}

QString pitchName(int pitch) { return pitchClassName(pitch) + QString::number(pitch / 12 - 1); }

QString modeName(Mode mode) {
    static constexpr std::array<const char*, modeCount> names{
        QT_TRANSLATE_NOOP("Words", "Major"),
        QT_TRANSLATE_NOOP("Words", "Minor"),
        QT_TRANSLATE_NOOP("Words", "Harmonic minor"),
        QT_TRANSLATE_NOOP("Words", "Melodic minor"),
        QT_TRANSLATE_NOOP("Words", "Dorian"),
        QT_TRANSLATE_NOOP("Words", "Phrygian"),
        QT_TRANSLATE_NOOP("Words", "Lydian"),
        QT_TRANSLATE_NOOP("Words", "Mixolydian"),
        QT_TRANSLATE_NOOP("Words", "Locrian"),
        QT_TRANSLATE_NOOP("Words", "Major pentatonic"),
        QT_TRANSLATE_NOOP("Words", "Minor pentatonic"),
        QT_TRANSLATE_NOOP("Words", "Blues"),
        QT_TRANSLATE_NOOP("Words", "Whole tones"),
        QT_TRANSLATE_NOOP("Words", "Octatonic"),
    };
    return Words::tr(names.at(static_cast<std::size_t>(mode)));
}

QString duration(double seconds) {
    const auto total = static_cast<std::int64_t>(std::llround(std::max(0.0, seconds)));
    if (total < 60) return Words::tr("%1 s", "seconds").arg(total);
    if (total < 3600) {
        if (total % 60 == 0 || total >= 600) return Words::tr("%1 min", "minutes").arg((total + 30) / 60);
        return Words::tr("%1 min %2 s", "minutes and seconds").arg(total / 60).arg(total % 60);
    }
    return Words::tr("%1 h %2 min", "hours and minutes").arg(whole(total / 3600)).arg(total % 3600 / 60);
}

QString timeWords(const std::string& iso) {
    const QDateTime utc = QDateTime::fromString(fromUtf8(iso), Qt::ISODate);
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat) : fromUtf8(iso);
}

QString megabytes(double mb) {
    if (mb >= 1000.0) return Words::tr("%1 GB", "gigabytes").arg(QLocale().toString(mb / 1000.0, 'f', 1));
    return Words::tr("%1 MB", "megabytes").arg(QLocale().toString(std::round(mb), 'f', 0));
}

QString figure(double value) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    const double size = std::abs(value);
    const int decimals = size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 4;
    return QLocale().toString(value, 'f', decimals);
}

QString whole(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

int barsOf(int steps, int barOffset, const Meter& meter) {
    const int bar = meter.barSteps().value_or(16);
    return steps > 0 ? (steps + barOffset + bar - 1) / bar : 0;
}

double secondsOf(int steps, double tempo) { return tempo > 0.0 ? steps * 60.0 / (tempo * stepsPerQuarter) : 0.0; }

}  // namespace ricercar
