// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Figures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace ricercar;

namespace {

/// Bars of quarters, each on the pitch of its letter's place after middle C.
PianoRoll barsOf(const std::string& letters) {
    PianoRoll roll(pianoRange, 16 * static_cast<int>(letters.size()));
    for (std::size_t bar = 0; bar < letters.size(); ++bar)
        for (int quarter = 0; quarter < 4 && letters[bar] != ' '; ++quarter)
            roll.addNote(static_cast<int>(bar) * 16 + quarter * 4, 4, 60 + letters[bar] - 'a');
    return roll;
}

}  // namespace

class tst_Figures : public QObject {
    Q_OBJECT

    struct Line {
        PianoRoll roll;
        Figures figures{};
        std::vector<std::pair<int, int>> passages;
    };
    std::vector<Line> lines_;
    FigureRanges ranges_{};

    static Line lineFrom(const std::string& text) {
        std::istringstream fields(text);
        std::array<std::string, 4> field;
        for (std::string& each : field) std::getline(fields, each, '|');
        int steps = 0, offset = 0, start = 0, length = 0, pitch = 0;
        char colon = 0;
        Meter meter;
        std::istringstream(field[0]) >> steps >> meter.numerator >> meter.denominator >> offset;
        Line line{PianoRoll(pianoRange, steps, meter, offset), {}, {}};
        for (std::istringstream notes(field[1]); notes >> start >> colon >> length >> colon >> pitch;)
            line.roll.addNote(start, length, pitch);
        std::istringstream figures(field[2]);
        for (double& figure : line.figures) figures >> figure;
        for (std::istringstream passages(field[3]); passages >> start >> colon >> length;)
            line.passages.emplace_back(start, length);
        return line;
    }

private slots:
    void initTestCase() {
        std::ifstream reference(test::testData("figures/reference.txt"));
        for (std::string text; std::getline(reference, text);) {
            if (text.find('|') != std::string::npos) {
                lines_.push_back(lineFrom(text));
                continue;
            }
            std::istringstream values(text);
            for (FigureRange& range : ranges_) values >> range.low >> range.high;
        }
        QCOMPARE(lines_.size(), std::size_t{40});
    }

    void figuresEqualTheReference() {
        for (const Line& line : lines_) {
            const Figures found = figuresOf(line.roll);
            for (std::size_t i = 0; i < figureCount; ++i)
                QVERIFY2(std::abs(found[i] - line.figures[i]) < 1e-9, figureKey(static_cast<Figure>(i)).data());
        }
    }

    void percentilesEqualTheReference() {
        std::vector<Figures> all;
        for (const Line& line : lines_) all.push_back(line.figures);
        const auto ranges = rangesOf(all);
        QVERIFY(ranges);
        for (std::size_t i = 0; i < figureCount; ++i) {
            QVERIFY(std::abs((*ranges)[i].low - ranges_[i].low) < 1e-9);
            QVERIFY(std::abs((*ranges)[i].high - ranges_[i].high) < 1e-9);
        }
        QVERIFY(!rangesOf({}));
    }

    void passagesEqualTheReference() {
        for (const Line& line : lines_) {
            const std::vector<PianoRoll> passages = passagesOf(line.roll, 8);
            QCOMPARE(passages.size(), line.passages.size());
            for (std::size_t i = 0; i < passages.size(); ++i) {
                QVERIFY(passages[i].valid());
                QCOMPARE(passages[i], line.roll.slice(line.passages[i].first, line.passages[i].second));
            }
        }
    }

    void shortPiecesAreTakenWholeAndShorterOnesNot() {
        PianoRoll piece(pianoRange, 4 + 9 * 16 + 3, {}, 12);
        piece.addNote(0, 4, 60);
        QCOMPARE(passagesOf(piece), std::vector{piece});
        QCOMPARE(passagesOf(piece, 9).front().steps(), 9 * 16);
        QVERIFY(passagesOf(PianoRoll(pianoRange, 7 * 16)).empty());
        QVERIFY(passagesOf(PianoRoll()).empty());
    }

    void barsThatReturnAreCounted() {
        QCOMPARE(valueOf(figuresOf(barsOf("abcd")), Figure::Repetition), 0.0);
        QCOMPARE(valueOf(figuresOf(barsOf("abab")), Figure::Repetition), 0.5);
        QCOMPARE(valueOf(figuresOf(barsOf("a  aa b ")), Figure::Repetition), 0.5);  // silent bars do not count
        QCOMPARE(valueOf(figuresOf(barsOf("aabc")), Figure::GrooveConsistency), 1.0);
        QCOMPARE(valueOf(figuresOf(barsOf("a a")), Figure::GrooveConsistency), 0.75);
    }

    void silenceHasDefinedFigures() {
        const Figures figures = figuresOf(PianoRoll(pianoRange, 64));
        QCOMPARE(valueOf(figures, Figure::Silence), 1.0);
        QCOMPARE(valueOf(figures, Figure::GrooveConsistency), 1.0);
        QCOMPARE(valueOf(figures, Figure::NotesPerBar), 0.0);
        QCOMPARE(valueOf(figuresOf(PianoRoll()), Figure::Silence), 1.0);
    }

    void insideMeansBothEndsIncluded() {
        FigureRanges ranges{};
        ranges[0] = {1.0, 2.0};
        QVERIFY(inside({1.0}, ranges)[0] && inside({2.0}, ranges)[0]);
        QVERIFY(!inside({0.9}, ranges)[0] && !inside({2.1}, ranges)[0]);
    }
};

QTEST_APPLESS_MAIN(tst_Figures)
#include "tst_Figures.moc"
