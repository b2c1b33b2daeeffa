// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Exports.h"
#include "core/dataset/Importer.h"
#include "core/dataset/Remedying.h"
#include "core/music/MidiFile.h"
#include "tests/support/Csv.h"
#include "tests/support/TestData.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace ricercar;
namespace fs = std::filesystem;

class tst_Exports : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path(const std::string& name) const { return fs::path(folder_->path().toStdString()) / name; }

    /// Ten pieces, one of them rejected.
    Workspace filled() const {
        for (std::uint64_t i = 0; i < 9; ++i) {
            PianoRoll roll = test::randomRoll(i, 64, {40, 90}, 3.0);
            roll.addNote(0, 2, 60);
            Score score = toScore(roll, 90.0 + static_cast<double>(i));
            score.texts.push_back({0, 3, 0, i == 4 ? "a/b\\c: \"quoted\", 音 .. " : "Piece " + std::to_string(i)});
            writeFile(path("music/" + std::to_string(i) + ".mid"), writeMidi(score));
        }
        writeFile(path("music/bad.mid"), std::string("no music"));
        Workspace workspace(path("w.ricercar"));
        importFiles(workspace, {path("music")});
        return workspace;
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        fs::create_directories(path("music"));
    }

    void theTableIsReadBack() {
        Workspace workspace = filled();
        workspace.pieces().addTag({1}, "one");
        workspace.pieces().addTag({1}, "two");
        const DatasetFacts facts = readFacts(workspace, 1);
        const auto plan = planDataset(facts, workspace.datasets().all().at(0));
        writeFile(path("table.csv"), piecesCsv(facts.pieces, plan, facts.kinships));
        const auto rows = test::readCsv(path("table.csv"));
        QCOMPARE(rows.size(), facts.pieces.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Piece& piece = facts.pieces[i];
            auto row = rows[i];
            QCOMPARE(row.size(), std::size_t{34});
            QCOMPARE(row["id"], std::to_string(piece.id));
            QCOMPARE(row["title"], piece.title);
            QCOMPARE(row["file"], piece.path);
            QCOMPARE(row["notes"], std::to_string(piece.report.notes));
            QCOMPARE(std::stod("0" + row["mean_polyphony"]), piece.statistics.meanPolyphony);
            QCOMPARE(row["split"] == "off", plan.at(piece.id).subset == Subset::Off);
            QCOMPARE(row["state"] == "rejected", piece.state == PieceState::Rejected);
            QCOMPARE(row["why_off"].empty(), piece.state != PieceState::Rejected);
        }
        auto first = rows[0];
        QCOMPARE(first["tags"], std::string("one; two"));
        QCOMPARE(first["channels"], std::string("1"));
        QCOMPARE(first["tempo"], std::string("90"));
        QCOMPARE(test::readCsv(path("table.csv"))[4]["title"], facts.pieces[4].title);
    }

    void midiByTheSplit() {
        Workspace workspace = filled();
        Dataset dataset = workspace.datasets().all().at(0);
        dataset.shares = {0.3, 0.3};
        workspace.datasets().setSubsets(1, {2}, Subset::Off);
        workspace.datasets().setSubsets(1, {3}, Subset::Test);
        const DatasetFacts facts = readFacts(workspace, 1);
        const auto plan = planDataset(facts, dataset);
        QCOMPARE(exportMidi(workspace, facts, plan, path("out")), 8);
        const char* folders[] = {"train", "validation", "test"};
        int found = 0;
        for (const char* folder : folders)
            if (fs::exists(path("out") / folder))
                for (const auto& entry : fs::directory_iterator(path("out") / folder)) {
                    ++found;
                    const std::int64_t id = std::stoll(entry.path().filename().string().substr(0, 4));
                    QCOMPARE(std::string(folder), std::string(folders[static_cast<int>(plan.at(id).subset)]));
                    const MidiFile midi = readMidi(entry.path());
                    const auto parts = quantize(midi.sequences.at(0));
                    QVERIFY(notesOf(parts.at(0).roll) == notesOf(workspace.versions().roll(id)));
                    QVERIFY(std::abs(parts.at(0).tempo - workspace.pieces().find(id)->tempo) < 0.01);
                }
        QCOMPARE(found, 8);
        QVERIFY(fs::exists(path("out") / folders[static_cast<int>(plan.at(5).subset)] / "0005 a_b_c_ _quoted_, 音.mid"));
        // no permission, or a file where a folder should be
        writeFile(path("file"), std::string("x"));
        QVERIFY_EXCEPTION_THROWN(exportMidi(workspace, facts, plan, path("file")), Error);
    }

    void arraysAsNumpyWritesThem() {
        PianoRoll roll({60, 62}, 2);
        roll.addNote(0, 2, 61);
        const Bytes bytes = numpyArray(roll);
        QCOMPARE(bytes.size() % 64, std::size_t{12});
        QCOMPARE(std::string(bytes.begin(), bytes.begin() + 8), std::string("\x93NUMPY\x01\x00", 8));
        const std::string header(bytes.begin() + 10, bytes.end() - 12);
        QCOMPARE(header.size(), static_cast<std::size_t>(bytes[8] + 256 * bytes[9]));
        QVERIFY(header.starts_with("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 2), }"));
        QCOMPARE(header.back(), '\n');
        QCOMPARE(Bytes(bytes.end() - 12, bytes.end()), (Bytes{0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0}));
    }

    void numpyReadsThem() {
        const QString python = QStandardPaths::findExecutable("python3", {"/usr/bin"});
        if (python.isEmpty() || QProcess::execute(python, {"-c", "import numpy"}) != 0) QSKIP("no NumPy");
        Workspace workspace = filled();
        const DatasetFacts facts = readFacts(workspace, 1);
        const auto plan = planDataset(facts, workspace.datasets().all().at(0));
        QCOMPARE(exportNumpy(workspace, facts, plan, path("out")), 9);
        QProcess process;
        process.start(python, {"-c",
                               "import numpy, pathlib, sys\n"
                               "for f in sorted(pathlib.Path(sys.argv[1]).rglob('*.npy'), key=lambda f: f.name):\n"
                               "    a = numpy.load(f)\n"
                               "    print(f.name[:4], *a.shape, a.dtype, a[:,:,0].sum(), a[:,:,1].sum())\n",
                               QString::fromStdString(path("out").string())});
        QVERIFY(process.waitForFinished());
        const QStringList lines = QString(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 9);
        for (const QString& line : lines) {
            const PianoRoll roll = workspace.versions().roll(line.left(4).toLongLong());
            int plays = 0, attacks = 0;
            for (const Cell cell : roll.cells()) {
                plays += (cell & playBit) != 0 ? 1 : 0;
                attacks += (cell & articulateBit) != 0 ? 1 : 0;
            }
            QCOMPARE(line.mid(5), QString("%1 %2 2 uint8 %3 %4").arg(roll.steps()).arg(roll.pitches()).arg(plays).arg(attacks));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Exports)
#include "tst_Exports.moc"
