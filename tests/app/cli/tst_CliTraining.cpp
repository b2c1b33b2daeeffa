#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/support/TestData.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>

using namespace ricercar;
using test::CliResult;
using test::runCli;

/// From a workspace to new music, with a model so small that it takes seconds.
class tst_CliTraining : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QByteArray path(const QByteArray& name) const { return folder_.path().toUtf8() + "/" + name; }
    CliResult run(const QByteArrayList& arguments) const { return runCli(arguments, folder_.path().toUtf8()); }

    QByteArray checkpoint() const { return path("w.runs/1/last.ricercar"); }

private slots:
    void initTestCase() {
        for (int i = 0; i < 8; ++i) {
            PianoRoll roll = test::randomRoll(static_cast<std::uint64_t>(i), 128, {55, 66}, 2.0);
            roll.addNote(0, 4, 60);
            writeFile(path(QByteArray::number(i) + ".mid").toStdString(), writeMidi(toScore(roll, 90.0)));
        }
        writeFile(path("tiny.json").toStdString(),
                  std::string(R"({"time_hidden": [8], "note_hidden": [8], "window": 16, "batch": 2, "pitch_range": [50, 70],)"
                              R"( "validation_share": 0.3, "threads": 1, "steps": 3})"));
        writeFile(
            path("rolls.json").toStdString(),
            std::string(R"({"name": "n", "step": "quarter note", "train": [[[60], [60, 64], [], [60]]], "valid": [[[60]]],)"
                        R"( "test": [[[60], [64]], [[]]]})"));
        QCOMPARE(run({"import", "--workspace", "w.ricercar", "."}).code, 0);
        const CliResult trained = run({"train", "--workspace", "w.ricercar", "--config", "tiny.json", "--json"});
        QVERIFY2(trained.code == 0, trained.err);
        const auto objects = trained.objects();
        QCOMPARE(objects.first()["type"].toString(), "start");
        QCOMPARE(objects.last()["type"].toString(), "done");
        QVERIFY(QFile::exists(objects.last()["checkpoint"].toString()));
        QCOMPARE(objects.last()["steps"].toInt(), 3);
        QVERIFY(objects.last()["stopped"] == QJsonValue(false));
        int steps = 0;
        for (const QJsonObject& object : objects) {
            if (object["type"].toString() != "step") continue;
            QCOMPARE(object["step"].toInt(), ++steps);
            QVERIFY(object["loss"].toDouble() > 0);
        }
        QCOMPARE(steps, 3);
        QVERIFY(trained.err.isEmpty());
    }

    void resumingGoesOnFromTheCheckpoint() {
        QVERIFY(QDir(folder_.path()).mkpath("resumed"));
        const QByteArrayList train{"train", "--workspace", "resumed/w.ricercar", "--json", "--seed", "5"};
        QCOMPARE(run({"import", "--workspace", "resumed/w.ricercar", "0.mid", "1.mid", "2.mid"}).code, 0);
        const CliResult whole = run(train + QByteArrayList{"--config", "tiny.json", "--steps", "4"});
        QCOMPARE(whole.code, 0);
        QCOMPARE(run(train + QByteArrayList{"--config", "tiny.json", "--steps", "2", "--name", "half"}).code, 0);
        const CliResult rest =
            run({"train", "--workspace", "resumed/w.ricercar", "--json", "--resume", "half", "--steps", "4"});
        QVERIFY2(rest.code == 0, rest.err);
        QCOMPARE(rest.last()["run"].toInt(), 2);
        QCOMPARE(rest.last()["steps"].toInt(), 4);
        QCOMPARE(run({"train", "--workspace", "resumed/w.ricercar", "--resume", "99"}).code, 1);
        const auto lossAt4 = [](const CliResult& result) {
            for (const QJsonObject& object : result.objects())
                if (object["type"].toString() == "step" && object["step"].toInt() == 4) return object["loss"].toDouble();
            return 0.0;
        };
        QVERIFY(lossAt4(whole) > 0);
        QCOMPARE(lossAt4(rest), lossAt4(whole));
    }

    void ctrlCEndsItCleanly_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void ctrlCEndsItCleanly() {
        QFETCH(int, signal);
        QVERIFY(QDir(folder_.path()).mkpath("stopped"));
        const QByteArray workspace = "stopped/" + QByteArray::number(signal) + ".ricercar";
        QCOMPARE(run({"import", "--workspace", workspace, "0.mid", "1.mid", "2.mid"}).code, 0);
        const CliResult stopped = runCli(
            {"train", "--workspace", workspace, "--config", "tiny.json", "--epochs", "100000", "--json"},
            folder_.path().toUtf8(), [](const QByteArray& line) { return line.contains("\"type\":\"step\""); }, signal);
        QVERIFY2(stopped.code == 130, stopped.err);
        const QJsonObject last = stopped.last();
        QCOMPARE(last["type"].toString(), "done");
        QVERIFY(last["stopped"].toBool());
        QVERIFY(last["steps"].toInt() >= 1);
        const CliResult take =
            run({"generate", "--checkpoint", last["checkpoint"].toString().toUtf8(), "--bars", "1", "-o", "s.mid"});
        QVERIFY2(take.code == 0, take.err);
        const QByteArray more = QByteArray::number(last["steps"].toInt() + 2);
        QCOMPARE(run({"train", "--workspace", workspace, "--resume", "1", "--steps", more}).code, 0);
    }

    void whatCannotBeTrained() {
        QCOMPARE(run({"train", "--workspace", "none.ricercar"}).code, 1);
        QVERIFY(!QFile::exists(path("none.ricercar")));
        writeFile(path("wrong.json").toStdString(), std::string(R"({"speed": 3})"));
        const CliResult wrong = run({"train", "--workspace", "w.ricercar", "--config", "wrong.json", "--json"});
        QCOMPARE(wrong.code, 2);
        QCOMPARE(wrong.last()["type"].toString(), "error");
        QVERIFY(wrong.err.contains("speed"));
    }

    void theSameSeedGivesTheSameMusic() {
        const auto generate = [&](const QByteArray& seed, const QByteArray& file) {
            return run({"generate", "--checkpoint", checkpoint(), "--bars", "2", "--seed", seed, "--temperature", "1.1",
                        "--conservativity", "0.9", "--density-guard", "--silence-guard", "-o", file, "--json"});
        };
        const CliResult first = generate("7", "first.mid");
        QVERIFY2(first.code == 0, first.err);
        QCOMPARE(first.objects().size(), 1);
        QCOMPARE(first.last()["seed"].toInt(), 7);
        QCOMPARE(first.last()["steps"].toInt(), 32);
        QCOMPARE(first.last()["model_hash"].toString().size(), 64);
        QCOMPARE(generate("7", "second.mid").code, 0);
        QCOMPARE(generate("8", "third.mid").code, 0);
        const auto bytes = [&](const char* file) { return readFile(path(file).toStdString()); };
        QCOMPARE(bytes("first.mid"), bytes("second.mid"));
        QVERIFY(bytes("first.mid") != bytes("third.mid"));

        const CliResult primed = run({"generate", "--checkpoint", checkpoint(), "--bars", "1", "--primer", "0.mid", "--tempo",
                                      "77", "-o", "primed.mid", "--json"});
        QVERIFY2(primed.code == 0, primed.err);
        QCOMPARE(primed.last()["primer_steps"].toInt(), 128);
        QCOMPARE(primed.last()["tempo"].toDouble(), 77.0);
    }

    void whatCannotBeGenerated() {
        const CliResult folder = run({"generate", "--checkpoint", checkpoint(), "-o", "none/a.mid"});
        QCOMPARE(folder.code, 1);
        QVERIFY(folder.err.contains("there is no folder none"));
        QCOMPARE(run({"generate", "--checkpoint", "0.mid", "-o", "a.mid"}).code, 1);
        QCOMPARE(run({"generate", "--checkpoint", checkpoint(), "--primer", "none.mid", "-o", "a.mid"}).code, 1);
        QCOMPARE(run({"generate", "--checkpoint", checkpoint(), "--temperature", "-1", "-o", "a.mid"}).code, 2);
        QVERIFY(!QFile::exists(path("a.mid")));
    }

    void evaluate() {
        const CliResult midi = run({"evaluate", "--checkpoint", checkpoint(), "--json", "0.mid", "1.mid"});
        QVERIFY2(midi.code == 0, midi.err);
        QCOMPARE(midi.objects().size(), 1);
        QCOMPARE(midi.last()["frames"].toInt(), 256);
        QVERIFY(midi.last()["nats_per_step"].toDouble() > 0);
        QVERIFY(midi.last()["comparable"] == QJsonValue(false));

        const CliResult rolls =
            run({"evaluate", "--checkpoint", checkpoint(), "--rolls", "rolls.json", "--split", "train", "--json"});
        QVERIFY2(rolls.code == 0, rolls.err);
        QCOMPARE(rolls.last()["frames"].toInt(), 4);
        QCOMPARE(rolls.last()["split"].toString(), "train");
        QVERIFY(rolls.last()["comparable"] == QJsonValue(false));
        QVERIFY(run({"evaluate", "--checkpoint", checkpoint(), "0.mid"}).out.contains("nats a step"));
        QCOMPARE(run({"evaluate", "--checkpoint", checkpoint(), "--rolls", "tiny.json"}).code, 1);
    }

    void aModelOfRollsIsComparable() {
        writeFile(path("88.json").toStdString(),
                  std::string(R"({"time_hidden": [4], "note_hidden": [4], "window": 8, "batch": 1, "threads": 1})"));
        const CliResult trained = run({"train", "--workspace", "rolls.ricercar", "--rolls", "rolls.json", "--config", "88.json",
                                       "--steps", "1", "--json"});
        QVERIFY2(trained.code == 0, trained.err);
        const QByteArray made = trained.last()["checkpoint"].toString().toUtf8();
        const CliResult result = run({"evaluate", "--checkpoint", made, "--rolls", "rolls.json", "--json"});
        QVERIFY2(result.code == 0, result.err);
        QCOMPARE(result.last()["comparable"], QJsonValue(true));
        QCOMPARE(result.last()["frames"].toInt(), 3);
        QCOMPARE(result.last()["split"].toString(), "test");
    }

    /// The figures the paper of the benchmarks prints (reference.md).
    void unigramSelfTest() {
        const CliResult small = run({"evaluate", "--unigram", "--rolls", "rolls.json", "--json"});
        QCOMPARE(small.code, 0);
        // 60: 3.5 of 5, 64: 1.5 of 5, the 86 others 0.5 of 5; test: 60, 64, silence
        const double others = -86 * std::log(0.9);
        const double expected = -(std::log(0.7) + 2 * std::log(0.3)) / 3 - (std::log(0.3) + 2 * std::log(0.7)) / 3 + others;
        QVERIFY(std::abs(small.last()["nats_per_step"].toDouble() - expected) < 1e-9);

        const std::filesystem::path shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        const QList<std::pair<const char*, const char*>> published{
            {"jsb_chorales.json", "11.060"}, {"nottingham.json", "10.252"}, {"piano_midi_de.json", "11.046"}};
        for (const auto& [file, figure] : published) {
            const CliResult result = run({"evaluate", "--unigram", "--json", "--split", "test", "--rolls",
                                          QByteArray((shared / "corpora" / file).c_str())});
            QCOMPARE(QByteArray::number(result.last()["nats_per_step"].toDouble(), 'f', 3), QByteArray(figure));
        }
    }

    void demo() {
        const CliResult result = run({"demo", "--minutes", "0.02", "--output-folder", "demo", "--json"});
        QVERIFY2(result.code == 0, result.err);
        const QJsonObject last = result.last();
        QCOMPARE(last["type"].toString(), "demo");
        QCOMPARE(QFileInfo(last["midi"].toString()).canonicalFilePath(), QFileInfo(path("demo/demo.mid")).canonicalFilePath());
        const MidiFile midi = readMidi(std::filesystem::path(path("demo/demo.mid").toStdString()));
        QCOMPARE(midi.sequences.size(), std::size_t{1});
        if (last["wav"].isString()) QVERIFY(QFileInfo(last["wav"].toString()).size() > 100'000);
    }
};

QTEST_GUILESS_MAIN(tst_CliTraining)
#include "tst_CliTraining.moc"
