// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/support/TestData.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace ricercar;
using test::callCli;
using test::CliResult;

/// Commands around training: benchmarks on public rolls, datasets' rules, remedies.
class tst_CliBenchmark : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    void write(const std::string& name, const std::string& text) const {
        writeFile(std::filesystem::path(folder_.path().toStdString()) / name, text);
    }
    static CliResult benchmark(const QByteArrayList& more) {
        return callCli(QByteArrayList{"benchmark", "--rolls", "rolls.json", "--workspace", "b.ricercar-db", "--recipe",
                                      "tiny.json", "--json"} +
                       more);
    }

private slots:
    void initTestCase() {
        QVERIFY(QDir::setCurrent(folder_.path()));
        write("tiny.json",
              R"({"layout": "remembering", "time_hidden": [4], "note_hidden": [4], "window": 8, "batch": 2, "threads": 1,)"
              R"( "schedule": "cosine", "transpose_down": -1, "transpose_up": 1, "steps": 6})");
        const char* piece = "[[60,64],[60,64],[],[67],[60],[60,64],[62]]";
        write("rolls.json", std::string(R"({"name": "Three", "step": "quarter note", "train": [)") + piece + "," + piece +
                                R"(], "valid": [)" + piece + R"(], "test": [[[60,64],[30],[62]]]})");
        for (int i = 0; i < 3; ++i) {
            PianoRoll roll(pianoRange, 96, i == 0 ? Meter{3, 4} : Meter{4, 4});
            for (int step = 0; step < 96; step += 2) roll.addNote(step, 2, 60 + (step + i) % 7);
            writeFile(std::filesystem::path(folder_.filePath(QString::number(i) + ".mid").toStdString()),
                      writeMidi(toScore(roll, 100.0)));
        }
        QCOMPARE(callCli({"import", "--workspace", "w.ricercar-db", "0.mid", "1.mid", "2.mid"}).code, 0);
    }

    void aBenchmarkIsTrainedAndScoredOnAllKeys() {
        const CliResult done = benchmark({});
        QVERIFY2(done.code == 0, done.err);
        const QJsonObject result = done.last();
        QCOMPARE(result["type"].toString(), "benchmark");
        QCOMPARE(result["set"].toString(), "Three");
        QCOMPARE(result["test_frames"].toInt(), 3);
        for (const char* figure : {"train_nats", "valid_nats", "test_nats", "unigram_test_nats", "bigram_test_nats"})
            QVERIFY2(result[figure].toDouble() > 0 && std::isfinite(result[figure].toDouble()), figure);
        // Key 30 plays in test alone: 14 frames of train give it 0.5 / 15, a third of ln 30 a frame at least.
        QVERIFY(result["test_nats"].toDouble() > std::log(30.0) / 3);
        QVERIFY(!result["machine"].toString().isEmpty());
        QVERIFY(QFile::exists(result["checkpoint"].toString()));
        // The pitches of train alone.
        QCOMPARE(done.objects().first()["pitch_range"].toArray(), (QJsonArray{60, 67}));
    }

    void theSameCommandGoesOn() {
        QCOMPARE(benchmark({"--name", "long"}).code, 0);
        const CliResult again = benchmark({"--name", "long"});  // at its end already: scored again, no second run
        QVERIFY2(again.code == 0, again.err);
        const CliResult other = benchmark({"--name", "other", "--seed", "2"});
        QCOMPARE(other.last()["run"].toInt(), again.last()["run"].toInt() + 1);
    }

    void aRecipeThatMakesNoSenseIsRefused() {
        write("wrong.json", R"({"layout": "forgetting"})");
        const CliResult refused =
            callCli({"benchmark", "--rolls", "rolls.json", "--workspace", "x.ricercar-db", "--recipe", "wrong.json"});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("remembering"), refused.err);
        write("group.json", R"({"layout": "remembering", "without": ["ecco"]})");
        const CliResult group =
            callCli({"benchmark", "--rolls", "rolls.json", "--workspace", "x.ricercar-db", "--recipe", "group.json"});
        QCOMPARE(group.code, 2);
        QVERIFY2(group.err.contains("echo"), group.err);
    }

    void datasetsTakeTheirRules() {
        const CliResult before = callCli({"dataset", "--workspace", "w.ricercar-db", "--json"});
        QVERIFY2(before.code == 0, before.err);
        QCOMPARE(before.last()["out"].toInt(), 1);  // 3/4
        const CliResult all = callCli({"dataset", "--workspace", "w.ricercar-db", "--meter", "all", "--json"});
        QCOMPARE(all.last()["out"].toInt(), 0);
        const CliResult made =
            callCli({"dataset", "--workspace", "w.ricercar-db", "--create", "Waltzes", "--meter", "3/4", "--json"});
        QCOMPARE(made.last()["out"].toInt(), 2);
        QCOMPARE(made.last()["train"].toInt(), 1);
        QCOMPARE(callCli({"dataset", "Waltzes", "--workspace", "w.ricercar-db", "--validation", "0.6", "--test", "0.5"}).code,
                 2);
        QCOMPARE(callCli({"dataset", "Polkas", "--workspace", "w.ricercar-db"}).code, 1);
    }

    void remediesMakeVersionsAndAreUndone() {
        const CliResult twice = callCli({"remedy", "twice-tempo", "--workspace", "w.ricercar-db", "--piece", "2", "--json"});
        QVERIFY2(twice.code == 0, twice.err);
        QCOMPARE(twice.last()["changed"].toInt(), 1);
        const CliResult undone =
            callCli({"remedy", "twice-tempo", "--undo", "--workspace", "w.ricercar-db", "--piece", "2", "--json"});
        QCOMPARE(undone.last()["changed"].toInt(), 1);
        QCOMPARE(callCli({"remedy", "shout", "--workspace", "w.ricercar-db"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(tst_CliBenchmark)
#include "tst_CliBenchmark.moc"
