// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/dataset/Workspace.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/Takes.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/support/TestData.h"

#include <sys/stat.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>
#include <set>

using namespace ricercar;
using test::callCli;
using test::CliResult;
using test::runCli;

/// From a workspace to new music, with a model so small that it takes seconds.
class tst_CliTraining : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QByteArray path(const QByteArray& name) const { return folder_.path().toUtf8() + "/" + name; }
    void write(const QByteArray& name, const std::string& text) const { writeFile(path(name).toStdString(), text); }
    static CliResult train(const QByteArrayList& more) {
        return callCli(QByteArrayList{"train", "--workspace", "w.ricercar"} + more);
    }

    const QByteArray checkpoint_ = "w.runs/1/last.ricercar";
    const QByteArrayList endless_{"train",     "--workspace", "w.ricercar", "--config",
                                  "tiny.json", "--epochs",    "100000",     "--json"};
    double lossAt4_ = 0;  ///< of the first run

    static double lossAt4(const CliResult& result) {
        for (const QJsonObject& object : result.objects())
            if (object["type"].toString() == "step" && object["step"].toInt() == 4) return object["loss"].toDouble();
        return 0;
    }

private slots:
    void initTestCase() {
        QVERIFY(QDir::setCurrent(folder_.path()));
        for (int i = 0; i < 5; ++i) {
            PianoRoll roll = test::randomRoll(static_cast<std::uint64_t>(i), 64, {55, 66}, 2.0);
            roll.addNote(0, 4, 60);
            writeFile(path(QByteArray::number(i) + ".mid").toStdString(), writeMidi(toScore(roll, 90.0)));
        }
        writeFile(path("silent.mid").toStdString(), writeMidi(Score{}));
        write("tiny.json", R"({"preset": "small", "time_hidden": [4], "note_hidden": [4], "window": 8, "batch": 2,)"
                           R"( "pitch_range": [50, 70], "validation_share": 0.3, "threads": 1, "steps": 4})");
        write("88.json", R"({"time_hidden": [4], "note_hidden": [4], "window": 8, "batch": 1, "threads": 1, "steps": 1})");
        write("rolls.json", R"({"name": "n", "step": "quarter note", "train": [[[60], [60, 64], [], [60]]],)"
                            R"( "valid": [[[60]]], "test": [[[60], [64]], [[]]]})");
        QCOMPARE(callCli({"import", "--workspace", "w.ricercar", "."}).code, 0);
        const CliResult trained = train({"--config", "tiny.json", "--json"});
        QVERIFY2(trained.code == 0, trained.err);
        const auto objects = trained.objects();
        QCOMPARE(objects.first()["type"].toString(), "start");
        QCOMPARE(objects.last()["type"].toString(), "done");
        QVERIFY(QFile::exists(objects.last()["checkpoint"].toString()));
        QCOMPARE(objects.last()["steps"].toInt(), 4);
        QVERIFY(objects.last()["stopped"] == QJsonValue(false));
        int steps = 0;
        for (const QJsonObject& object : objects) {
            if (object["type"].toString() != "step") continue;
            QCOMPARE(object["step"].toInt(), ++steps);
            QVERIFY(object["loss"].toDouble() > 0);
        }
        QCOMPARE(steps, 4);
        QVERIFY(trained.err.isEmpty());
        lossAt4_ = lossAt4(trained);
        QVERIFY(lossAt4_ > 0);
    }

    void resumingGoesOnFromTheCheckpoint() {
        QCOMPARE(train({"--config", "tiny.json", "--steps", "2", "--name", "1"}).code, 0);
        const CliResult rest = train({"--json", "--resume", "last", "--steps", "4"});
        QVERIFY2(rest.code == 0, rest.err);
        QCOMPARE(rest.last()["run"].toInt(), 2);
        QCOMPARE(rest.last()["steps"].toInt(), 4);
        QCOMPARE(lossAt4(rest), lossAt4_);
    }

    void resumingKeepsTheLimits() {
        // a number comes before a name: the second run is called 1
        const CliResult ended = train({"--resume", "1", "--threads", "1"});
        QVERIFY2(ended.code == 0, ended.err);
        QVERIFY2(ended.out.contains("Run 1 had reached its limit already, after 4 steps"), ended.out);
        QCOMPARE(train({"--resume", "99"}).code, 1);
    }

    void signalsEndItCleanly_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void signalsEndItCleanly() {
        QFETCH(int, signal);
        const CliResult stopped = runCli(
            endless_, folder_.path().toUtf8(), [](const QByteArray& line) { return line.contains("\"type\":\"step\""); },
            signal);
        QVERIFY2(stopped.code == 130, stopped.err);
        const QJsonObject last = stopped.last();
        QCOMPARE(last["type"].toString(), "done");
        QVERIFY(last["stopped"].toBool());
        QVERIFY(last["steps"].toInt() >= 1);
        const QByteArray more = QByteArray::number(last["steps"].toInt() + 2);
        const CliResult resumed = train({"--resume", QByteArray::number(last["run"].toInt()), "--steps", more, "--json"});
        QVERIFY2(resumed.code == 0, resumed.err);
        QCOMPARE(resumed.last()["steps"].toInt(), last["steps"].toInt() + 2);
    }

    void aRunThatIsTrainedIsRefusedUntilItsProcessIsGone() {
        QByteArray refused;
        int code = -1;
        bool written = false;  // and, with the step after it, recorded
        const CliResult killed = runCli(
            endless_, folder_.path().toUtf8(),
            [&](const QByteArray& line) {
                written = written || line.contains("\"type\":\"checkpoint\"");
                if (!written || !line.contains("\"type\":\"step\"")) return false;
                const CliResult second = train({"--resume", "last", "--json"});
                refused = second.last()["error"].toString().toUtf8();
                code = second.code;
                return true;
            },
            SIGKILL);
        QCOMPARE(killed.code, 1000);
        QCOMPARE(refused, QByteArray("run-owned"));
        QCOMPARE(code, 1);
        const Workspace workspace(path("w.ricercar").toStdString());
        const Run run = workspace.runs().all().back();
        QCOMPARE(run.state, RunState::Interrupted);
        const CliResult resumed = train({"--resume", "last", "--steps", "100000", "--minutes", "0.01", "--json"});
        QVERIFY2(resumed.code == 0, resumed.err);
        const QJsonObject start = resumed.objects().first();
        QVERIFY(start["step"].toInt() > 0);
        QVERIFY(start["lost_steps"].toInt() >= 0);
        QCOMPARE(start["run"].toInt(), static_cast<int>(run.id));
        std::set<std::pair<std::string, std::int64_t>> seen;
        for (const Metric& metric : workspace.runs().metrics(run.id)) QVERIFY(seen.emplace(metric.series, metric.step).second);
    }

    void aCheckpointIsFineTuned() {
        const CliResult tuned = train({"--from", checkpoint_, "--config", "tiny.json", "--json"});
        QVERIFY2(tuned.code == 0, tuned.err);
        QVERIFY(tuned.last()["run"].toInt() > 1);
        QCOMPARE(tuned.objects().first()["step"].toInt(), 0);
        QCOMPARE(tuned.objects().first()["pitch_range"].toArray(), (QJsonArray{50, 70}));
        QCOMPARE(train({"--from", checkpoint_, "--resume", "1"}).code, 2);
        QCOMPARE(train({"--from", "none.ricercar", "--config", "tiny.json"}).code, 1);
    }

    void aReaderThatGoesEndsItCleanly() {
        QProcess shell;
        shell.start("sh",
                    {"-c", QString::fromUtf8("(" RICERCAR_CLI " " + endless_.join(' ') + "; echo $? > code) | head -n 1")});
        QVERIFY(shell.waitForFinished(120'000));
        const QJsonObject started = QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
        QCOMPARE(started["type"].toString(), "start");
        QFile code("code");
        QVERIFY(code.open(QIODevice::ReadOnly));
        QCOMPARE(code.readAll(), "1\n");
        QVERIFY(QFile::exists("w.runs/" + QString::number(started["run"].toInt()) + "/last.ricercar"));
    }

    void thePitchesAreThoseOfTheMusicUnlessGiven() {
        write("auto.json", R"({"time_hidden": [4], "note_hidden": [4], "window": 8, "batch": 1, "threads": 1, "steps": 1})");
        const auto pitches = [](const CliResult& result) { return result.objects().first()["pitch_range"].toArray(); };
        const auto workspace = [](const QByteArrayList& more) {
            return callCli(QByteArrayList{"train", "--workspace", "pitches.ricercar", "--config", "auto.json", "--json"} +
                           more);
        };
        QCOMPARE(callCli({"import", "--workspace", "pitches.ricercar", "0.mid"}).code, 0);
        PianoRoll wide({0, 127}, 16);
        for (const int pitch : {15, 40, 80}) wide.addNote(0, 16, pitch);
        writeFile(path("wide.mid").toStdString(), writeMidi(toScore(wide)));
        const CliResult imported = callCli({"inspect", "wide.mid"});
        QVERIFY2(imported.out.contains("Notes outside the pitches 21 to 108 were left out (1)"), imported.out);
        QCOMPARE(callCli({"import", "--workspace", "pitches.ricercar", "wide.mid"}).code, 0);

        const CliResult chosen = workspace({});
        QVERIFY2(chosen.code == 0, chosen.err);
        QCOMPARE(pitches(chosen), (QJsonArray{34, 85}));
        QVERIFY(chosen.err.isEmpty());
        const CliResult narrow = workspace({"--pitch-range", "50-70"});
        QCOMPARE(pitches(narrow), (QJsonArray{50, 70}));
        QVERIFY2(narrow.err.contains("are not learnt from (2)"), narrow.err);
        QCOMPARE(workspace({"--pitch-range", "70-50"}).code, 2);
        QCOMPARE(workspace({"--pitch-range", "21"}).code, 2);
        QCOMPARE(workspace({"--pitch-range", "auto", "--rolls", "rolls.json"}).code, 2);

        const QByteArray made = chosen.last()["checkpoint"].toString().toUtf8();
        const CliResult primed =
            callCli({"generate", "--checkpoint", made, "--bars", "1", "--primer", "wide.mid", "-o", "w.mid", "--json"});
        QVERIFY2(primed.err.contains("34 to 85") && primed.err.contains("(1)"), primed.err);
        writeFile(path("high.mid").toStdString(), writeMidi(toScore(test::randomRoll(3, 16, {90, 100}, 2.0))));
        const CliResult scored = callCli({"evaluate", "--checkpoint", made, "high.mid", "--json"});
        QVERIFY(scored.last()["notes_outside"].toInt() > 0);
        QVERIFY2(scored.err.contains("not scored"), scored.err);
    }

    void whatCannotBeTrained() {
        QCOMPARE(callCli({"train", "--workspace", "none.ricercar"}).code, 1);
        QVERIFY(!QFile::exists("none.ricercar"));
        write("wrong.json", R"({"speed": 3})");
        const CliResult wrong = train({"--config", "wrong.json", "--json"});
        QCOMPARE(wrong.code, 2);
        QCOMPARE(wrong.last()["type"].toString(), "error");
        QVERIFY(wrong.err.contains("speed"));
        const CliResult two = train({"--config", "tiny.json", "--preset", "seed"});
        QCOMPARE(two.code, 2);
        QVERIFY2(two.err.contains("small") && two.err.contains("seed"), two.err);
        // no wrong usage
        QCOMPARE(callCli({"import", "--workspace", "empty.ricercar", "silent.mid"}).code, 0);
        const CliResult empty = callCli({"train", "--workspace", "empty.ricercar", "--json"});
        QCOMPARE(empty.code, 1);
        QCOMPARE(empty.last()["error"].toString(), "nothing-to-train-on");
    }

    void theSameSeedGivesTheSameMusic() {
        const auto generate = [&](const QByteArray& seed, const QByteArray& file) {
            return callCli({"generate", "--checkpoint", checkpoint_, "--bars", "2", "--seed", seed, "--temperature", "1.1",
                            "--conservativity", "0.9", "--density-guard", "--silence-guard", "--meter", "3/4", "-o", file,
                            "--json"});
        };
        const CliResult first = generate("7", "first.mid");
        QVERIFY2(first.code == 0, first.err);
        QCOMPARE(first.objects().size(), 1);
        QCOMPARE(first.last()["seed"].toInt(), 7);
        QCOMPARE(first.last()["steps"].toInt(), 24);
        QCOMPARE(first.last()["meter"].toString(), "3/4");
        QCOMPARE(first.last()["model_hash"].toString().size(), 64);
        QCOMPARE(generate("7", "second.mid").code, 0);
        QCOMPARE(generate("8", "third.mid").code, 0);
        const auto bytes = [&](const char* file) { return readFile(path(file).toStdString()); };
        QCOMPARE(bytes("first.mid"), bytes("second.mid"));
        QVERIFY(bytes("first.mid") != bytes("third.mid"));

        const CliResult primed = callCli({"generate", "--checkpoint", checkpoint_, "--bars", "1", "--primer", "0.mid",
                                          "--tempo", "77", "-o", "primed.mid", "--json"});
        QVERIFY2(primed.code == 0, primed.err);
        QCOMPARE(primed.last()["primer_steps"].toInt(), 64);
        QCOMPARE(primed.last()["tempo"].toDouble(), 77.0);
    }

    // A saved request, and the take's own file, make the same bytes; bars of it are drawn again.
    void aRequestMakesTheSameBytes() {
        const auto bytes = [&](const char* file) { return readFile(path(file).toStdString()); };
        const CliResult first = callCli({"generate", "--checkpoint",   checkpoint_,    "--bars", "4",
                                         "--scale",  "D dorian",       "--voices",     "3",      "--temperature-at",
                                         "0:0.9",    "2:1.3",          "--form",       "AA'",    "--swing",
                                         "0.6",      "--save-request", "request.json", "-o",     "asked.mid"});
        QVERIFY2(first.code == 0, first.err);
        const CliResult again = callCli({"generate", "--request", "request.json", "-o", "again.mid"});
        QVERIFY2(again.code == 0, again.err);
        QCOMPARE(bytes("again.mid"), bytes("asked.mid"));
        QCOMPARE(callCli({"generate", "--request", "asked.mid", "--checkpoint", checkpoint_, "-o", "third.mid"}).code, 0);
        QCOMPARE(bytes("third.mid"), bytes("asked.mid"));
        const CliResult rerolled = callCli({"generate", "--request", "asked.mid", "--checkpoint", checkpoint_, "--reroll",
                                            "2-2", "--particles", "4", "-o", "rerolled.mid", "--json"});
        QVERIFY2(rerolled.code == 0, rerolled.err);
        QCOMPARE(rerolled.last()["primer_steps"].toInt(), 16);
        QVERIFY(bytes("rerolled.mid") != bytes("asked.mid"));
        const CliResult longer = callCli({"generate", "--request", "asked.mid", "--checkpoint", checkpoint_, "--continue", "5",
                                          "--bars", "1", "-o", "longer.mid", "--json"});
        QVERIFY2(longer.code == 0, longer.err);
        QCOMPARE(longer.last()["steps"].toInt(), 80);

        writeFile(path("wrong.json").toStdString(), std::string(R"({"tempos": 3})"));
        const CliResult wrong = callCli({"generate", "--request", "wrong.json", "--checkpoint", checkpoint_, "-o", "a.mid"});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("tempos"), wrong.err);
        QCOMPARE(callCli({"generate", "--request", "asked.mid", "-o", "a.mid"}).code, 1);  // no model of that name is here
        const CliResult melody =
            callCli({"generate", "--checkpoint", checkpoint_, "--melody", "asked.mid", "--scale", "F# major", "-o", "a.mid"});
        QCOMPARE(melody.code, 1);
        QVERIFY2(melody.err.contains("step"), melody.err);
        // one seed at a row of temperatures: the take that has the same one alone is the same
        const CliResult row = callCli({"generate", "--checkpoint", checkpoint_, "--bars", "1", "--seed", "7", "--sweep", "0.8",
                                       "1.1", "-o", "row.mid", "--json"});
        QVERIFY2(row.code == 0, row.err);
        QCOMPARE(callCli({"generate", "--checkpoint", checkpoint_, "--bars", "1", "--seed", "7", "--temperature", "1.1", "-o",
                          "alone.mid"})
                     .code,
                 0);
        QCOMPARE(bytes("row-2.mid"), bytes("alone.mid"));
        QVERIFY(bytes("row-1.mid") != bytes("alone.mid"));
    }

    void aModelBringsItsDefaultsAndItsCard() {
        writeFile(path("card.json").toStdString(), std::string(R"({"title": "Small talk", "licence": "CC0"})"));
        QVERIFY(QDir().mkpath("shipped/models"));
        const CliResult made =
            callCli({"model", checkpoint_, "--temperature", "0.8", "--floor", "0.02", "--silence-guard", "--card", "card.json",
                     "--name", "talk", "--slim", "-o", "shipped/models/talk.ricercar", "--json"});
        QVERIFY2(made.code == 0, made.err);
        QVERIFY(QFileInfo("shipped/models/talk.ricercar").size() < QFileInfo(checkpoint_).size() / 2);
        qputenv("RICERCAR_RESOURCES", path("shipped"));
        const CliResult list = callCli({"models", "--json"});
        const CliResult told = callCli({"model", "talk"});
        const CliResult drawn = callCli({"generate", "--model", "talk", "--bars", "1", "-o", "talk.mid"});
        const CliResult warmer = callCli(
            {"generate", "--model", "talk", "--bars", "1", "--temperature", "1.2", "--no-silence-guard", "-o", "warmer.mid"});
        const CliResult none = callCli({"generate", "--model", "walk", "--bars", "1", "-o", "walk.mid", "--json"});
        qunsetenv("RICERCAR_RESOURCES");
        QCOMPARE(list.objects().size(), 1);
        QCOMPARE(list.last()["model"].toString(), "talk");
        QCOMPARE(list.last()["card"].toObject()["title"].toString(), "Small talk");
        QCOMPARE(list.last()["draw"].toObject()["floor"].toDouble(), 0.02);
        QVERIFY(told.out.contains("Small talk") && told.out.contains("CC0") && told.out.contains("floor 0.020"));
        QVERIFY2(drawn.code == 0, drawn.err);
        const auto settings = [&](const char* file) {
            return QJsonDocument::fromJson(
                       QByteArray::fromStdString(takeSettings(readMidi(path(file).toStdString()).sequences.front())))
                .object();
        };
        QCOMPARE(settings("talk.mid")["temperature"].toDouble(), 0.8);
        QCOMPARE(settings("talk.mid")["floor"].toDouble(), 0.02);
        QVERIFY(settings("talk.mid")["silence_guard"].toBool());
        QCOMPARE(warmer.code, 0);
        QCOMPARE(settings("warmer.mid")["temperature"].toDouble(), 1.2);
        QCOMPARE(settings("warmer.mid")["floor"].toDouble(), 0.02);
        QVERIFY(!settings("warmer.mid")["silence_guard"].toBool());
        QCOMPARE(none.code, 1);
        QCOMPARE(none.last()["error"].toString(), "model-not-found");
    }

    void modelsAreMeasured() {
        QTemporaryDir corpus;
        for (int i = 0; i < 4; ++i)
            writeFile(corpus.filePath(QString::number(i) + ".mid").toStdString(),
                      writeMidi(toScore(test::randomRoll(static_cast<std::uint64_t>(i), 160, {55, 66}, 2.0), 90.0)));
        QProcess check;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("RICERCAR_CLI", RICERCAR_CLI);
        check.setProcessEnvironment(environment);
        const QString script = QString::fromStdString((test::sourceFolder() / "scripts" / "check-models").string());
        check.start("python3", {script, "--takes", "2", "--bars", "8", "--against", corpus.path(), checkpoint_});
        if (!check.waitForStarted()) QSKIP("there is no python3");
        QVERIFY(check.waitForFinished(120'000));
        const QByteArray table = check.readAllStandardOutput();
        QVERIFY2(check.exitCode() < 2, check.readAllStandardError());
        QVERIFY2(table.contains("groove_consistency") && table.contains("silent takes: "), table);
        QCOMPARE(table.trimmed().endsWith("reached"), check.exitCode() == 0);
    }

    void variationsAreFilesOfTheirOwn() {
        const CliResult many = callCli({"generate", "--checkpoint", checkpoint_, "--bars", "1", "--seed", "7", "--variations",
                                        "10", "-o", "many.mid", "--json"});
        QVERIFY2(many.code == 0, many.err);
        QCOMPARE(many.objects().size(), 10);
        QCOMPARE(many.objects().first()["output"].toString(), "many-01.mid");
        QCOMPARE(many.last()["output"].toString(), "many-10.mid");
        QVERIFY(!QFile::exists("many.mid"));
        const auto bytes = [&](const QByteArray& file) { return readFile(path(file).toStdString()); };
        QVERIFY(bytes("many-01.mid") != bytes("many-02.mid"));
        const QByteArray seed = QByteArray::number(many.objects().at(2)["seed"].toInt());
        QCOMPARE(callCli({"generate", "--checkpoint", checkpoint_, "--bars", "1", "--seed", seed, "-o", "third.mid"}).code, 0);
        QCOMPARE(bytes("many-03.mid"), bytes("third.mid"));
        QCOMPARE(callCli({"generate", "--checkpoint", checkpoint_, "--variations", "0", "-o", "a.mid"}).code, 2);
    }

    void whatCannotBeGenerated() {
        const CliResult folder = callCli({"generate", "--checkpoint", checkpoint_, "-o", "none/a.mid"});
        QCOMPARE(folder.code, 1);
        QVERIFY(folder.err.contains("there is no folder none"));
        QCOMPARE(callCli({"generate", "--checkpoint", "0.mid", "-o", "a.mid"}).code, 1);
        QCOMPARE(callCli({"generate", "--checkpoint", checkpoint_, "--primer", "none.mid", "-o", "a.mid"}).code, 1);
        const CliResult silent =
            callCli({"generate", "--checkpoint", checkpoint_, "--primer", "silent.mid", "-o", "a.mid", "--json"});
        QCOMPARE(silent.code, 1);
        QCOMPARE(silent.last()["error"].toString(), "primer-without-music");
        // what stands there and is no regular file stays
        QVERIFY(::mkfifo("pipe.mid", 0600) == 0);
        for (const char* place : {"/dev/full", "pipe.mid"})
            QCOMPARE(callCli({"generate", "--checkpoint", checkpoint_, "--bars", "1", "-o", place}).code, 1);
        QVERIFY(QFile::exists("/dev/full") && QFileInfo("/dev/full").size() == 0);
        QVERIFY(!QFile::exists("a.mid"));
    }

    void evaluate() {
        const CliResult midi = callCli({"evaluate", "--checkpoint", checkpoint_, "--json", "0.mid", "1.mid"});
        QVERIFY2(midi.code == 0, midi.err);
        QCOMPARE(midi.objects().size(), 1);
        QCOMPARE(midi.last()["frames"].toInt(), 128);
        QVERIFY(midi.last()["nats_per_step"].toDouble() > 0);
        QVERIFY(midi.last()["comparable"] == QJsonValue(false));

        const CliResult rolls =
            callCli({"evaluate", "--checkpoint", checkpoint_, "--rolls", "rolls.json", "--split", "train", "--json"});
        QVERIFY2(rolls.code == 0, rolls.err);
        QCOMPARE(rolls.last()["frames"].toInt(), 4);
        QCOMPARE(rolls.last()["split"].toString(), "train");
        QVERIFY(rolls.last()["comparable"] == QJsonValue(false));
        QVERIFY(callCli({"evaluate", "--checkpoint", checkpoint_, "0.mid"}).out.contains("nats a step"));
        QCOMPARE(callCli({"evaluate", "--checkpoint", checkpoint_, "--rolls", "tiny.json"}).code, 1);
    }

    /// Comparable: trained on the file's train, scored on its test.
    void aModelOfRollsIsComparable() {
        const CliResult trained =
            callCli({"train", "--workspace", "rolls.ricercar", "--rolls", "rolls.json", "--config", "88.json", "--json"});
        QVERIFY2(trained.code == 0, trained.err);
        const QByteArray made = trained.last()["checkpoint"].toString().toUtf8();
        const CliResult result = callCli({"evaluate", "--checkpoint", made, "--rolls", "rolls.json", "--json"});
        QVERIFY2(result.code == 0, result.err);
        QCOMPARE(result.last()["comparable"], QJsonValue(true));
        QCOMPARE(result.last()["frames"].toInt(), 3);
        QCOMPARE(result.last()["split"].toString(), "test");

        const auto comparable = [&](const QByteArray& file, const QByteArray& split) -> QJsonValue {
            return callCli({"evaluate", "--checkpoint", made, "--rolls", file, "--split", split, "--json"})
                .last()["comparable"];
        };
        QCOMPARE(comparable("rolls.json", "valid"), QJsonValue(false));
        write("other.json", R"({"name": "o", "step": "quarter note", "train": [[[60]]], "valid": [[[60]]], "test": [[[60]]]})");
        QCOMPARE(comparable("other.json", "test"), QJsonValue(false));
    }

    /// The figures the paper of the benchmarks prints (reference.md).
    void unigramSelfTest() {
        const CliResult small = callCli({"evaluate", "--unigram", "--rolls", "rolls.json", "--json"});
        QCOMPARE(small.code, 0);
        QCOMPARE(small.last()["comparable"], QJsonValue(true));
        const CliResult valid = callCli({"evaluate", "--unigram", "--rolls", "rolls.json", "--split", "valid", "--json"});
        QCOMPARE(valid.last()["comparable"], QJsonValue(false));
        // 60: 3.5 of 5, 64: 1.5 of 5, the 86 others 0.5 of 5; test: 60, 64, silence
        const double others = -86 * std::log(0.9);
        const double expected = -(std::log(0.7) + 2 * std::log(0.3)) / 3 - (std::log(0.3) + 2 * std::log(0.7)) / 3 + others;
        QVERIFY(std::abs(small.last()["nats_per_step"].toDouble() - expected) < 1e-9);

        const std::filesystem::path shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        const QList<std::pair<const char*, const char*>> published{
            {"jsb_chorales.json", "11.060"}, {"nottingham.json", "10.252"}, {"piano_midi_de.json", "11.046"}};
        for (const auto& [file, figure] : published) {
            const CliResult result = callCli({"evaluate", "--unigram", "--json", "--split", "test", "--rolls",
                                              QByteArray((shared / "corpora" / file).c_str())});
            QCOMPARE(QByteArray::number(result.last()["nats_per_step"].toDouble(), 'f', 3), QByteArray(figure));
        }
    }

    void demo() {
        const CliResult result =
            runCli({"demo", "--minutes", "0.01", "--output-folder", "demo", "--json"}, folder_.path().toUtf8());
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
