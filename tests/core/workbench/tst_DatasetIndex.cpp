// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/base/Random.h"
#include "core/dataset/Importer.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/DatasetIndex.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ricercar;

namespace fs = std::filesystem;

class tst_DatasetIndex : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    [[nodiscard]] fs::path path(const std::string& name) const { return fs::path(folder_.path().toStdString()) / name; }
    /// A workspace of some pieces, all trained on but those that validate.
    Workspace filled(const std::string& name, int pieces) {
        std::vector<fs::path> files;
        for (int i = 0; i < pieces; ++i) {
            files.push_back(path(name + std::to_string(i) + ".mid"));
            writeFile(files.back(),
                      writeMidi(toScore(test::randomRoll(static_cast<std::uint64_t>(i), 640, {50, 80}, 2.5), 100.0)));
        }
        Workspace workspace(path(name + ".ricercar-db"));
        importFiles(workspace, files);
        return workspace;
    }
    static std::vector<fs::path> keptFiles(const Workspace& workspace) {
        std::vector<fs::path> files;
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(workspace.runsFolder() / "copies", none)) files.push_back(entry.path());
        return files;
    }
    static bool same(const Likeness& a, const Likeness& b) {
        return a.copied == b.copied && a.inside == b.inside && a.figures == b.figures;
    }

private slots:
    void whatWasKeptAnswersAsWhatWasMade() {
        Workspace workspace = filled("kept", 12);
        const DatasetPieces pieces = trainingPieces(workspace, workspace.datasets().all().front().id);
        QVERIFY(pieces.pieces.size() > 6);
        const auto made = datasetIndex(workspace, pieces);
        QCOMPARE(keptFiles(workspace).size(), std::size_t{1});
        const auto again = datasetIndex(workspace, pieces);
        QCOMPARE(again->comparison.titles(), made->comparison.titles());
        QVERIFY(again->comparison.ranges() == made->comparison.ranges());
        QCOMPARE(again->comparison.passages(), made->comparison.passages());
        for (std::uint64_t i = 0; i < 8; ++i) {
            PianoRoll music = test::randomRoll(100 + i, 320, {50, 80}, 2.5);
            if (i % 2 == 0) {  // with a planted, transposed passage
                const PianoRoll theirs = workspace.versions().roll(pieces.pieces[i].id).transposed(static_cast<int>(i) - 3);
                for (int step = 0; step < 100; ++step)
                    for (int pitch = 50; pitch <= 80; ++pitch) music.set(80 + step, pitch, theirs.at(40 + step, pitch));
            }
            QVERIFY(same(made->comparison.compare(music), again->comparison.compare(music)));
        }
    }

    void otherPiecesOrBarsAreAnotherIndexAndFewAreKept() {
        Workspace workspace = filled("few", 12);
        const DatasetPieces all = trainingPieces(workspace, workspace.datasets().all().front().id);
        for (int drop = 0; drop < 7; ++drop) {
            const DatasetPieces fewer = trainingPieces(workspace.pieces().all(), [&](std::int64_t piece) {
                return piece == all.pieces[static_cast<std::size_t>(drop)].id ? Subset::Off : Subset::Train;
            });
            QVERIFY(fewer.hash != all.hash);
            QCOMPARE(datasetIndex(workspace, fewer)->comparison.titles().size(), fewer.pieces.size());
        }
        QVERIFY(keptFiles(workspace).size() <= 4);
        QVERIFY(datasetIndex(workspace, all, 8)->comparison.bars() == 8);
        QVERIFY(datasetIndex(workspace, all, 16)->comparison.bars() == 16);
    }

    // Whatever stands in the file: an answer, from pieces that are there.
    void damageIsMendedAndNothingPointsOutside() {
        Workspace workspace = filled("damaged", 6);
        const DatasetPieces pieces = trainingPieces(workspace, workspace.datasets().all().front().id);
        const PianoRoll music = test::randomRoll(3, 320, {50, 80}, 2.5);
        const Likeness right = datasetIndex(workspace, pieces)->comparison.compare(music);
        const fs::path file = keptFiles(workspace).front();
        const Bytes whole = readFile(file);
        writeFile(file, std::span(whole).first(whole.size() / 2));
        QVERIFY(same(datasetIndex(workspace, pieces)->comparison.compare(music), right));
        QVERIFY(readFile(file) == whole);  // made again
        // a stranger would have made the sum right: what is behind it is read with care
        const std::span<const std::uint8_t> packed = std::span(whole).subspan(64);
        Random random(5);
        const std::vector<std::string> titles = datasetIndex(workspace, pieces)->comparison.titles();
        for (int i = 0; i < 2000; ++i) {
            Bytes bytes(packed.begin(), packed.end());
            for (int change = 0; change < 1 + i % 4; ++change)
                bytes[static_cast<std::size_t>(random.uniform() * static_cast<double>(bytes.size()))] =
                    static_cast<std::uint8_t>(random.uniform() * 256);
            if (i % 7 == 0) bytes.resize(static_cast<std::size_t>(random.uniform() * static_cast<double>(bytes.size())));
            if (const auto comparison = Comparison::unpacked(bytes, titles)) {
                const SharedPassage copied = comparison->compare(music).copied;
                QVERIFY(copied.steps == 0 || copied.piece < titles.size());
            }
        }
    }

    void aWorkspaceClosedToWritingIsReadAllTheSame() {
        Workspace workspace = filled("closed", 6);
        const DatasetPieces pieces = trainingPieces(workspace, workspace.datasets().all().front().id);
        writeFile(workspace.runsFolder(), std::string("a file where the folder would be"));
        QCOMPARE(datasetIndex(workspace, pieces)->comparison.titles().size(), pieces.pieces.size());
    }
};

QTEST_APPLESS_MAIN(tst_DatasetIndex)
#include "tst_DatasetIndex.moc"
