// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Importer.h"
#include "core/music/MidiFile.h"
#include "core/workbench/DatasetIndex.h"
#include "core/workbench/Takes.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace ricercar;

class tst_Comparison : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path file(const char* name) const { return folder_.filePath(name).toStdString(); }

    static std::vector<TitledRoll> corpus() {
        std::vector<TitledRoll> pieces;
        for (std::uint64_t i = 0; i < 20; ++i)
            pieces.push_back({"piece " + std::to_string(i), test::randomRoll(i, 40 * 16, {50, 75}, 3.0), 0});
        return pieces;
    }

private slots:
    void aPieceOfTheCorpusIsCopiedWhole() {
        const auto pieces = corpus();
        const Comparison comparison(pieces);
        QCOMPARE(comparison.passages(), 20);
        QCOMPARE(comparison.passageBars(), 32.0);
        const PianoRoll music = pieces[7].roll.inRange(fullRange).transposed(-5);
        const Likeness likeness = comparison.compare(music);
        QCOMPARE(comparison.titles()[likeness.copied.piece], std::string("piece 7"));
        QCOMPARE(likeness.copied.semitones, -5);
        QVERIFY(likeness.copied.steps > 40 * 16 - 16);
        QVERIFY((*likeness.inside)[static_cast<std::size_t>(Figure::Polyphony)]);
    }

    void aPrimerIsNotAskedAbout() {
        const auto pieces = corpus();
        PianoRoll take = pieces[3].roll;
        take.resize(50 * 16);
        take.addNote(45 * 16, 3, 60);
        const SharedPassage copied = Comparison(pieces).compare(take, 40 * 16).copied;
        QVERIFY(copied.steps > 0 && copied.steps <= 3);
        QCOMPARE(copied.start, 45 * 16);
    }

    void longMusicIsItsPassagesMean() {
        const PianoRoll music = test::randomRoll(1, 70 * 16, {50, 75}, 3.0);
        const auto passages = passagesOf(music, 32);
        QCOMPARE(passages.size(), std::size_t{2});
        const double mean =
            (valueOf(figuresOf(passages[0]), Figure::NotesPerBar) + valueOf(figuresOf(passages[1]), Figure::NotesPerBar)) / 2;
        QVERIFY(std::abs(valueOf(passageFigures(music, 32), Figure::NotesPerBar) - mean) < 1e-12);
        const PianoRoll shortOne = test::randomRoll(1, 40, {50, 75}, 3.0);
        QCOMPARE(passageFigures(shortOne, 32), figuresOf(shortOne));
    }

    void anEmptyCorpusTellsNothing() {
        const Likeness likeness = Comparison(std::vector<TitledRoll>{}).compare(test::randomRoll(1, 160));
        QVERIFY(!likeness.inside);
        QCOMPARE(likeness.copied.steps, 0);
    }

    /// Music that begins after a rest, where a pick-up would be found.
    void anExportedTakeKeepsItsBars() {
        Take take;
        take.roll = PianoRoll(pianoRange, 12 * 16);
        for (int bar = 0; bar < 12; ++bar) take.roll.addNote(bar * 16 + 12, 6, 60 + bar);
        take.primerSteps = 32;
        take.settings = R"({"model": "m", "primer_steps": 32})";
        writeFile(file("take.mid"), writeMidi(takeScore(take)));
        const auto read = readMusic({file("take.mid")});
        QCOMPARE(read.size(), std::size_t{1});
        QCOMPARE(read.front().roll, take.roll);
        QCOMPARE(read.front().primerSteps, 32);
        std::filesystem::remove(file("take.mid"));
    }

    void filesAndDatasetsGiveTheSameMusic() {
        writeFile(file("one.mid"), test::someMidi(1, 200));
        writeFile(file("two.mid"), test::someMidi(2, 200));
        writeFile(file("bad.mid"), std::string("no music"));
        int leftOut = 0;
        const auto read = readMusic({folder_.path().toStdString()}, {}, {}, [&](const auto&, const Message&) { ++leftOut; });
        QCOMPARE(read.size(), std::size_t{2});
        QCOMPARE(leftOut, 1);
        Workspace workspace(file("w.ricercar-db"));
        importFiles(workspace, {file("one.mid"), file("two.mid")});
        const auto training = trainingPieces(workspace, workspace.datasets().all().front().id);
        QVERIFY(!training.pieces.empty());
        const PianoRoll first = workspace.versions().roll(training.pieces.front().id);
        QVERIFY(std::ranges::any_of(read, [&](const TitledRoll& piece) { return piece.roll == first; }));
        QVERIFY_THROWS_EXCEPTION(Error, trainingPieces(workspace, 99));
    }
};

QTEST_APPLESS_MAIN(tst_Comparison)
#include "tst_Comparison.moc"
