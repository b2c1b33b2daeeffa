// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SheetReader.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace ricercar::test {
namespace {

struct ReadNote {
    int duration = 0;
    int pitch = -1;
    int staff = 1;
    int dots = 0;
    QString type;
    bool chord = false, from = false, on = false, wholeBar = false;
};

int pitchOf(QXmlStreamReader& xml) {
    static const std::map<QString, int> steps{{QStringLiteral("C"), 0}, {QStringLiteral("D"), 2}, {QStringLiteral("E"), 4},
                                              {QStringLiteral("F"), 5}, {QStringLiteral("G"), 7}, {QStringLiteral("A"), 9},
                                              {QStringLiteral("B"), 11}};
    int pitch = 12;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString(), value = xml.readElementText();
        if (name == QLatin1String("step")) pitch += steps.at(value);
        if (name == QLatin1String("alter")) pitch += value.toInt();
        if (name == QLatin1String("octave")) pitch += 12 * value.toInt();
    }
    return pitch;
}

ReadNote noteOf(QXmlStreamReader& xml) {
    ReadNote note;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        if (name == QLatin1String("pitch")) {
            note.pitch = pitchOf(xml);
            continue;
        }
        if (name == QLatin1String("rest")) note.wholeBar = xml.attributes().hasAttribute(QLatin1String("measure"));
        if (name == QLatin1String("tie")) {
            const bool start = xml.attributes().value(QLatin1String("type")) == QLatin1String("start");
            (start ? note.on : note.from) = true;
        }
        note.chord |= name == QLatin1String("chord");
        note.dots += name == QLatin1String("dot");
        const QString value = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        if (name == QLatin1String("duration")) note.duration = value.toInt();
        if (name == QLatin1String("staff")) note.staff = value.toInt();
        if (name == QLatin1String("type")) note.type = value;
    }
    return note;
}

bool valueFits(const ReadNote& note) {
    static const std::map<QString, int> values{{QStringLiteral("16th"), 1},    {QStringLiteral("eighth"), 2},
                                               {QStringLiteral("quarter"), 4}, {QStringLiteral("half"), 8},
                                               {QStringLiteral("whole"), 16},  {QStringLiteral("breve"), 32}};
    if (note.wholeBar) return note.type.isEmpty();
    const auto value = values.find(note.type);
    return value != values.end() && note.duration == value->second + (note.dots ? value->second / 2 : 0) && note.dots < 2;
}

class PartReader {
public:
    PartReader(QXmlStreamReader& xml, SheetFile::Part& part) : xml_(xml), part_(part) {}

    QString read() {
        while (xml_.readNextStartElement()) readBar();
        if (!open_.empty()) problem_ = QStringLiteral("a tie goes nowhere");
        std::ranges::sort(part_.notes, [](const RollNote& a, const RollNote& b) {
            return a.start != b.start ? a.start < b.start : a.pitch < b.pitch;
        });
        return problem_;
    }

private:
    void readBar() {
        const bool pickup = xml_.attributes().value(QLatin1String("implicit")) == QLatin1String("yes");
        at_ = 0;
        int length = 0;
        while (xml_.readNextStartElement()) {
            const QString name = xml_.name().toString();
            if (name == QLatin1String("note")) {
                take(noteOf(xml_));
            } else if (name == QLatin1String("backup") || name == QLatin1String("forward")) {
                xml_.readNextStartElement();
                const int by = xml_.readElementText().toInt();
                if (name == QLatin1String("backup")) fill(length);
                at_ += name == QLatin1String("forward") ? by : -by;
                xml_.skipCurrentElement();
            } else {
                readOther();
            }
        }
        fill(length);
        part_.bars.push_back({start_, length, pickup});
        start_ += length;
    }

    void fill(int& length) {
        if (length != 0 && at_ != length) problem_ = QStringLiteral("a voice does not fill its bar");
        length = at_;
    }

    void take(const ReadNote& note) {
        if (!valueFits(note)) problem_ = QStringLiteral("a value belies its duration");
        const int start = start_ + (note.chord ? chord_ : at_);
        if (!note.chord) {
            chord_ = at_;
            at_ += note.duration;
        }
        if (note.pitch < 0) return;
        auto [range, fresh] = part_.staffRange.try_emplace(note.staff, note.pitch, note.pitch);
        range->second = {std::min(range->second.first, note.pitch), std::max(range->second.second, note.pitch)};
        RollNote whole{start, note.duration, note.pitch};
        if (note.from) {
            const auto before = open_.find({note.pitch, start});
            if (before == open_.end()) {
                problem_ = QStringLiteral("a tie comes from nowhere");
                return;
            }
            whole = {before->second, start + note.duration - before->second, note.pitch};
            open_.erase(before);
        }
        if (note.on)
            open_[{note.pitch, whole.start + whole.length}] = whole.start;
        else
            part_.notes.push_back(whole);
    }

    void readOther() {
        int beats = 0;
        const QString outer = xml_.name().toString();
        for (int depth = 1; depth > 0;) {
            if (xml_.readNext() == QXmlStreamReader::EndElement) --depth;
            if (xml_.atEnd()) return;
            if (!xml_.isStartElement()) continue;
            const QString name = xml_.name().toString();
            if (name == QLatin1String("sound"))
                part_.tempos.push_back(xml_.attributes().value(QLatin1String("tempo")).toDouble());
            if (name == QLatin1String("beats"))
                beats = xml_.readElementText().toInt();
            else if (name == QLatin1String("beat-type"))
                part_.meters.push_back({beats, xml_.readElementText().toInt()});
            else if (name == QLatin1String("fifths"))
                part_.fifths.push_back(xml_.readElementText().toInt());
            else if (name == QLatin1String("staves"))
                part_.staves = xml_.readElementText().toInt();
            else
                ++depth;
        }
    }

    QXmlStreamReader& xml_;
    SheetFile::Part& part_;
    QString problem_;
    int start_ = 0;  ///< of the bar
    int at_ = 0;     ///< in the bar
    int chord_ = 0;
    std::map<std::pair<int, int>, int> open_;  ///< pitch and where the tie leads -> start
};

}  // namespace

SheetFile readSheet(const std::string& text) {
    SheetFile file;
    QXmlStreamReader xml(QByteArray::fromStdString(text));
    std::vector<QString> names;
    while (!xml.atEnd()) {
        if (!(xml.readNext() == QXmlStreamReader::StartElement)) continue;
        if (xml.name() == QLatin1String("work-title")) file.title = xml.readElementText();
        if (xml.name() == QLatin1String("part-name")) names.push_back(xml.readElementText());
        if (xml.name() != QLatin1String("part")) continue;
        SheetFile::Part& part = file.parts.emplace_back();
        if (file.parts.size() <= names.size()) part.name = names[file.parts.size() - 1];
        if (const QString problem = PartReader(xml, part).read(); !problem.isEmpty()) file.problem = problem;
    }
    if (xml.hasError()) file.problem = xml.errorString();
    return file;
}

}  // namespace ricercar::test
