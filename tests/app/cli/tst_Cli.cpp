// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/dataset/PieceReader.h"
#include "core/dataset/Workspace.h"
#include "core/learning/PieceFeatures.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/support/TestData.h"
#include "tests/support/Zip.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstring>
#include <map>
#include <set>

using namespace ricercar;
using test::callCli;
using test::CliResult;
using test::runCli;

class tst_Cli : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QByteArray path(const QByteArray& name) const { return folder_.path().toUtf8() + "/" + name; }

    Score writePiece(const QByteArray& name, std::uint64_t seed, Meter meter = {4, 4}, int bars = 16) const {
        PianoRoll roll = test::randomRoll(seed, bars * *meter.barSteps(), {55, 72}, 2.0, meter);
        roll.addNote(0, 4, 60);
        Score score = toScore(roll, 90.0);
        writeFile(path(name).toStdString(), writeMidi(score));
        return score;
    }

private slots:
    void initTestCase() { QVERIFY(QDir::setCurrent(folder_.path())); }

    void theProgramStarts() {
        const CliResult version = runCli({"--version"});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith("ricercar-cli " RICERCAR_VERSION "\n"));
        for (const char* library : {"\nlibtorch ", "\nSQLite ", "\nkernels "}) QVERIFY2(version.out.contains(library), library);
        const CliResult wrong = runCli({"compose"});
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.out.isEmpty() && !wrong.err.isEmpty());
    }

    /// The program starts without libtorch, and says where it looked for what needs it.
    void torchIsLoadedWhenItIsNeeded() {
        if (!RICERCAR_TORCH_MODULE) QSKIP("libtorch is part of the program in this build");
        QVERIFY(QDir().mkdir("bin") && QFile::copy(RICERCAR_CLI, "bin/ricercar-cli"));
        QProcess program;
        QProcessEnvironment tracing = QProcessEnvironment::systemEnvironment();
        tracing.insert("LD_TRACE_LOADED_OBJECTS", "1");
        program.setProcessEnvironment(tracing);
        program.start("bin/ricercar-cli", QStringList());
        QVERIFY(program.waitForFinished());
        const QByteArray libraries = program.readAllStandardOutput();
        QVERIFY(libraries.contains("libsqlite3") && !libraries.contains("torch"));

        writePiece("piece.mid", 5);
        const QString model = QString::fromStdString((test::sourceFolder() / "resources/demo/demo.ricercar").string());
        program.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
        program.start("bin/ricercar-cli", {"evaluate", "--checkpoint", model, "piece.mid"});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
        const QByteArray words = program.readAllStandardError();
        QVERIFY2(words.contains("ricercar-torch.so, which cannot be loaded"), words.constData());
    }

    void musicIsDescribedBesideACorpus() {
        QVERIFY(QDir().mkdir("corpus"));
        for (int i = 0; i < 12; ++i) writePiece("corpus/" + QByteArray::number(i) + ".mid", 20 + static_cast<std::uint64_t>(i));
        const CliResult done = callCli({"describe", "corpus/3.mid", "--against", "corpus", "--bars", "16", "--json"});
        QCOMPARE(done.code, 0);
        const auto objects = done.objects();
        QCOMPARE(objects.size(), 2);
        QCOMPARE(objects[0]["type"].toString(), QString("corpus"));
        QCOMPARE(objects[0]["passages"].toInt(), 12);
        QCOMPARE(objects[0]["ranges"].toObject().size(), 9);
        QCOMPARE(objects[1]["figures"].toObject().size(), 9);
        QCOMPARE(objects[1]["inside"].toObject().size(), 9);
        const QJsonObject copied = objects[1]["copied"].toObject();
        QCOMPARE(copied["piece"].toString(), QString("corpus/3.mid"));
        QCOMPARE(copied["semitones"].toInt(), 0);
        QVERIFY(copied["bars"].toDouble() > 15);

        const CliResult alone = callCli({"describe", "corpus/3.mid"});
        QCOMPARE(alone.code, 0);
        QVERIFY(alone.out.contains("groove consistency") && !alone.out.contains("inside"));
        QCOMPARE(callCli({"describe"}).code, 2);
        QCOMPARE(callCli({"describe", "--take", "1"}).code, 2);
        QCOMPARE(callCli({"describe", "nothing.mid"}).code, 1);
    }

    /// The numbers in the files are FeatureBuilder's.
    void featuresAreWritten() {
        writePiece("features.mid", 3);
        const CliResult done =
            callCli({"features", "features.mid", "--npy", "f.npy", "--csv", "f.csv", "--from", "8", "--steps", "20", "--json"});
        QCOMPARE(done.code, 0);
        QCOMPARE(done.last()["steps"].toInt(), 20);
        const PianoRoll roll = readPieces(std::filesystem::path("features.mid")).pieces.at(0).roll;
        ModelConfig config;
        config.range = roll.range();
        std::vector<float> expected(20 * static_cast<std::size_t>(roll.pitches()) * seedFeatures);
        PieceFeatures(config, roll).steps(8, 20, expected.data(), expected.size() / 20);
        const Bytes bytes = readFile(path("f.npy").toStdString());
        const std::size_t start = 10U + bytes[8] + 256U * bytes[9];
        const std::string head(bytes.begin() + 10, bytes.begin() + static_cast<std::ptrdiff_t>(start));
        QVERIFY(head.find("'descr': '<f4'") != std::string::npos);
        QVERIFY(head.find("'shape': (20, 88, 79)") != std::string::npos);
        QCOMPARE(bytes.size() - start, expected.size() * sizeof(float));
        QVERIFY(std::memcmp(bytes.data() + start, expected.data(), bytes.size() - start) == 0);
        const Bytes csv = readFile(path("f.csv").toStdString());
        const QList<QByteArray> lines =
            QByteArray(reinterpret_cast<const char*>(csv.data()), static_cast<qsizetype>(csv.size())).split('\n');
        QCOMPARE(lines.size(), 1 + 20 * 88 + 1);
        const QList<QByteArray> row = lines[1 + 5 * 88 + 40].trimmed().split(',');
        QCOMPARE(row[0], QByteArray("13"));
        QCOMPARE(row[1], QByteArray("61"));
        for (int i = 0; i < seedFeatures; ++i)
            QCOMPARE(row[2 + i].toFloat(), expected[static_cast<std::size_t>((5 * 88 + 40) * seedFeatures + i)]);
        QCOMPARE(callCli({"features", "features.mid"}).code, 2);
        QCOMPARE(callCli({"features", "features.mid", "--npy", "g.npy", "--part", "7"}).code, 2);
        QCOMPARE(callCli({"features", "missing.mid", "--npy", "g.npy"}).code, 1);
        QVERIFY(!QFile::exists("g.npy"));
    }

    void everyCommandHasHelp() {
        const CliResult all = callCli({"--help-all"});
        QCOMPARE(all.code, 0);
        QVERIFY(all.err.isEmpty());
        for (const char* command : {"inspect", "import", "export", "train", "evaluate", "generate", "describe", "model",
                                    "models", "features", "demo", "dataset", "remedy", "benchmark"})
            QVERIFY(all.out.contains(QByteArray("\n") + command + "\n"));
        QCOMPARE(all.out.contains("\nrender\n"), bool{RICERCAR_HAS_SOUND});
        QCOMPARE(all.out.count("--json"), RICERCAR_HAS_SOUND ? 15 : 14);
        const CliResult one = callCli({"train", "--help"});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.contains("--workspace") && one.err.isEmpty());
    }

    void wrongUsageIs2_data() {
        QTest::addColumn<QByteArrayList>("arguments");
        const auto row = [](const QByteArray& line) { QTest::newRow(line) << line.split(' '); };
        QTest::newRow("nothing") << QByteArrayList{};
        row("inspect --nonsense x.mid");
        row("inspect --meter 3/5 x.mid");
        for (const char* wrong :
             {"--steps 0", "--steps 99999999999999999999", "--epochs inf", "--minutes nan", "--minutes 1e9", "--seed -1",
              "--seed 18446744073709551616", "--seed 1.5", "--threads -1", "--preset huge", "--resume 1 --preset seed",
              "--resume 1 --seed 3", "--resume 1 --config c.json", "--resume 1 --name a"})
            row(QByteArray("train --workspace . ") + wrong);
        row("evaluate x.mid");
        row("evaluate --checkpoint c");
        for (const char* wrong : {"x.mid", "--meter 3/4", "--keep-drums", "--sustain-pedal", "--split all"})
            row(QByteArray("evaluate --checkpoint c --rolls r.json ") + wrong);
        for (const char* wrong : {"--seed -1", "--bars 0", "--bars 4294967297", "--temperature -1", "--temperature nan",
                                  "--meter 3", "--meter 3/4 --primer p.mid", "--tempo 0", "--tempo 3.5", "--tempo nan"})
            row(QByteArray("generate --checkpoint c -o a.mid ") + wrong);
        row("generate --checkpoint c --model demo -o a.mid");
        row("generate -o a.mid");
        row("generate --checkpoint c -o a.mid --floor 0.7");
        row("model demo --floor 0.01");
        row("model demo --slim");
        row("demo --seed -1");
        if (RICERCAR_HAS_SOUND)
            for (const char* wrong : {"-o a.mp3", "-o a", "-o a.wav --gain -1", "-o a.wav --gain 6"})
                row(QByteArray("render x.mid ") + wrong);
    }

    void wrongUsageIs2() {
        QFETCH(QByteArrayList, arguments);
        const CliResult result = callCli(arguments);
        QCOMPARE(result.code, 2);
        QVERIFY(result.out.isEmpty() && !result.err.isEmpty());
    }

    void theProgramNamesNoQt() {
        QProcess readelf;
        readelf.start("readelf", {"-d", RICERCAR_CLI});
        if (!readelf.waitForFinished()) QSKIP("there is no readelf");
        const QByteArray dynamic = readelf.readAllStandardOutput();
        QVERIFY(dynamic.contains("(NEEDED)") && dynamic.contains("libstdc++"));
        QVERIFY2(!dynamic.contains("libQt"), dynamic);
    }

    void inspectSaysWhatAFileHolds() {
        const Score score = writePiece("a.mid", 1);
        const CliResult result = callCli({"inspect", "--json", path("a.mid")});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.objects().size(), 1);
        const QJsonObject object = result.last();
        QCOMPARE(object["path"].toString().toUtf8(), path("a.mid"));
        QCOMPARE(object["accepted"], QJsonValue(true));
        QVERIFY(object["reason"].isNull());
        QCOMPARE(object["notes"].toInteger(), static_cast<qint64>(score.notes.size()));
        QCOMPARE(object["tracks"].toInt(), readMidi(path("a.mid").toStdString()).tracks);
        QCOMPARE(object["steps"].toInt(), 256);
        QCOMPARE(object["bars"].toInt(), 16);
        QCOMPARE(object["meter"].toString(), "4/4");
        QVERIFY(std::abs(object["tempo"].toDouble() - 90) < 0.01);
        QVERIFY(std::abs(object["seconds"].toDouble() - 16 * 4 * 60.0 / 90) < 0.01);
        QCOMPARE(object["quantisation_error"].toObject()["mean"].toDouble(), 0.0);
        QVERIFY(object["warnings"].isArray());
        QCOMPARE(object["parts"].toArray().size(), 1);
        const CliResult text = callCli({"inspect", path("a.mid")});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("accepted: 4/4, 90 bpm") && text.err.isEmpty());
    }

    void importAndInspectSayTheSame() {
        writePiece("a.mid", 1);
        writePiece("waltz.mid", 3, {3, 4});
        for (const char* name : {"a.mid", "waltz.mid"}) {
            const QJsonObject inspected = callCli({"inspect", "--json", path(name)}).last()["parts"].toArray()[0].toObject();
            const CliResult result = callCli({"import", "--json", "--workspace", path("same.ricercar"), path(name)});
            const QJsonObject imported = result.objects().at(0);
            QVERIFY(inspected.size() > 20);
            for (const QString& fact : inspected.keys()) QCOMPARE(imported[fact], inspected[fact]);
            QCOMPARE(inspected["channels"].toArray(), QJsonArray{1});
            QCOMPARE(inspected["pitch_range"].toArray().size(), 2);
        }
    }

    void inspectOfWhatCannotBeRead() {
        writePiece("good.mid", 2);
        writePiece("waltz.mid", 3, {3, 4});
        writeFile(path("text.mid").toStdString(), std::string("no music \xE9"));
        const CliResult result =
            callCli({"inspect", "--json", path("text.mid"), path("none.mid"), path("good.mid"), path("waltz.mid")});
        QCOMPARE(result.code, 1);
        const auto objects = result.objects();
        QCOMPARE(objects.size(), 4);
        int accepted = 0;
        for (const QJsonObject& object : objects) {
            accepted += object["accepted"].toBool();
            QCOMPARE(object["reason"].isString(), !object["accepted"].toBool());
            QCOMPARE(object["reason_key"].isString(), !object["accepted"].toBool());
        }
        QCOMPARE(accepted, 2);
        // a meter that is not admitted is no failure
        const CliResult refused = callCli({"inspect", "--json", "--meter", "4/4", path("waltz.mid")});
        QCOMPARE(refused.code, 0);
        QVERIFY(!refused.last()["accepted"].toBool());
        QVERIFY(callCli({"inspect", "--json", "--meter", "all", path("waltz.mid")}).last()["accepted"].toBool());
    }

    void fileNamesNeedNotBeUtf8() {
        writePiece("gr\xFC\xDF.mid", 4);
        const CliResult result = callCli({"inspect", "--json", path("gr\xFC\xDF.mid")});
        QCOMPARE(result.code, 0);
        QVERIFY(result.last()["accepted"].toBool());
        QVERIFY(result.last()["path"].toString().contains(QChar(0xFFFD)));
        const CliResult imported = callCli({"import", "--json", "--workspace", path("w\xFC.ricercar"), path("gr\xFC\xDF.mid")});
        QCOMPARE(imported.code, 0);
        QCOMPARE(imported.last()["accepted"].toInt(), 1);
        for (const char* name : {"gr\xFC\xDF.mid", "w\xFC.ricercar"})
            std::filesystem::remove(path(name).toStdString());  // Qt cannot
    }

    void controlCharactersStayOffTheTerminal() {
        writeFile(path("bell\x1B[31m.mid").toStdString(), std::string("x"));
        const CliResult result = callCli({"inspect", path("bell\x1B[31m.mid")});
        QVERIFY(!result.out.contains('\x1B') && !result.err.contains('\x1B'));
    }

    void inspectOpensArchivesAndRolls() {
        QVERIFY(
            test::writeZip(path("music.zip").toStdString(),
                           {{"a.mid", test::someMidi(1)}, {"deep/b.kar", test::someMidi(2)}, {"bad.mid", Bytes{'n', 'o'}}}));
        const CliResult result = callCli({"inspect", "--json", path("music.zip")});
        QCOMPARE(result.code, 1);
        const auto objects = result.objects();
        QCOMPARE(objects.size(), 3);
        QCOMPARE(objects[0]["path"].toString().toUtf8(), path("music.zip/a.mid"));
        QVERIFY(objects[0]["accepted"].toBool() && objects[1]["accepted"].toBool() && !objects[2]["accepted"].toBool());
        QCOMPARE(objects[0]["notes"].toInt(), static_cast<int>(readMidi(test::someMidi(1), "a").noteOns));
        writeFile(
            path("rolls.json").toStdString(),
            std::string(R"({"name": "R", "step": "quarter", "train": [[[60], [62, 64]], [[65]]], "valid": [], "test": []})"));
        const CliResult rolls = callCli({"inspect", "--json", path("rolls.json")});
        QCOMPARE(rolls.code, 0);
        QCOMPARE(rolls.last()["parts"].toArray().size(), 2);
        QCOMPARE(rolls.last()["notes"].toInt(), 4);
        QCOMPARE(callCli({"inspect", path("rolls.json")}).code, 0);
    }

    /// Takes as files of their own, as tracks, joined, as MIDI and as sheet music.
    void exportsTakes() {
        {
            Workspace workspace(std::filesystem::path(path("takes.ricercar").toStdString()));
            for (std::uint64_t seed = 1; seed < 4; ++seed) {
                Take take;
                take.name = "take";
                take.settings = "{}";
                take.roll = test::randomRoll(seed, 64, {48, 80}, 2.0);
                workspace.takes().add(take);
            }
        }
        const CliResult each =
            callCli({"export", "takes", "--json", "--workspace", path("takes.ricercar"), "--out", path("each")});
        QCOMPARE(each.code, 0);
        QCOMPARE(each.last()["files"].toArray().size(), 3);
        QCOMPARE(QDir(path("each")).entryList(QDir::Files).size(), 3);
        for (const char* layout : {"tracks", "joined"})
            for (const char* format : {"midi", "musicxml"}) {
                const QByteArray out = path(layout) + "." + format;
                const CliResult result = callCli({"export", "takes", "--workspace", path("takes.ricercar"), "--takes", "1", "3",
                                                  "--layout", layout, "--format", format, "--out", out});
                QCOMPARE(result.code, 0);
                QVERIFY(result.out.contains("2 takes"));
                QVERIFY(QFile(out).size() > 200);
            }
        QCOMPARE(callCli({"export", "takes", "--workspace", path("takes.ricercar"), "--takes", "9", "--out", path("x")}).code,
                 1);
    }

    void exportWritesTableAndMusic() {
        QVERIFY(QDir(folder_.path()).mkpath("set"));
        for (int i = 0; i < 6; ++i) writePiece("set/" + QByteArray::number(i) + ".mid", static_cast<std::uint64_t>(100 + i));
        writePiece("set/waltz.mid", 3, {3, 4});
        const CliResult imported = callCli({"import", "--json", "--workspace", path("e.ricercar"), path("set")});
        QCOMPARE(imported.code, 0);
        std::map<QString, int> subsets;
        for (const QJsonObject& object : imported.objects())
            if (object["type"].toString() == "place") ++subsets[object["split"].toString()];
        QCOMPARE(subsets["off"], 1);  // the waltz: the dataset of a new workspace admits 4/4, 2/2 and 2/4
        QCOMPARE(subsets["train"] + subsets["validation"], 6);

        const CliResult table = callCli({"export", "csv", "--workspace", path("e.ricercar"), "--out", path("t.csv")});
        QCOMPARE(table.code, 0);
        QVERIFY(table.out.contains("7 pieces"));
        const Bytes csv = readFile(path("t.csv").toStdString());
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), 8);
        for (const char* kind : {"midi", "npy"}) {
            const CliResult result = callCli({"export", kind, "--json", "--workspace", path("e.ricercar"), "--dataset",
                                              "Dataset", "--out", path(QByteArray("out ") + kind)});
            QCOMPARE(result.code, 0);
            QCOMPARE(result.last()["pieces"].toInt(), 6);
            std::map<std::string, int> found;
            for (const auto& entry :
                 std::filesystem::recursive_directory_iterator(path(QByteArray("out ") + kind).toStdString()))
                if (entry.is_regular_file()) ++found[entry.path().parent_path().filename().string()];
            QCOMPARE(found["train"], subsets["train"]);
            QCOMPARE(found["validation"], subsets["validation"]);
        }
        QCOMPARE(callCli({"export", "csv", "--workspace", path("nowhere.ricercar"), "--out", path("x.csv")}).code, 1);
        QVERIFY(!std::filesystem::exists(path("nowhere.ricercar").toStdString()));
        QCOMPARE(
            callCli({"export", "csv", "--workspace", path("e.ricercar"), "--dataset", "none", "--out", path("x.csv")}).code, 1);
        QCOMPARE(callCli({"export", "wav", "--workspace", path("e.ricercar"), "--out", path("x")}).code, 2);
    }

    void inspectCountsAsTheManifestsDo() {
        const std::filesystem::path shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        QByteArrayList arguments{"inspect", "--json", QByteArray((shared / "nasty").c_str())};
        std::set<std::string> folders;
        QFile names(QString::fromStdString((shared / "midi" / "manifest.csv").string()));
        QVERIFY(names.open(QIODevice::ReadOnly));
        for (names.readLine(); !names.atEnd();) folders.insert(names.readLine().split('/')[0].toStdString());
        for (const std::string& folder : folders)
            if (std::filesystem::is_directory(shared / "midi" / folder))
                arguments << QByteArray((shared / "midi" / folder).c_str());
        const CliResult result = callCli(arguments);
        QVERIFY(result.code == 0 || result.code == 1);
        std::map<QString, QJsonObject> byName;
        for (const QJsonObject& object : result.objects()) byName[object["path"].toString().section('/', -2)] = object;
        QFile manifest(QString::fromStdString((shared / "midi" / "manifest.csv").string()));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        int compared = 0;
        while (!manifest.atEnd()) {
            const QList<QByteArray> row = manifest.readLine().split(',');  // no commas before the columns that are read
            const auto found = byName.find(QString::fromUtf8(row[0]));
            if (found == byName.end()) continue;
            QCOMPARE(found->second["format"].toInt(), row[2].toInt());
            QCOMPARE(found->second["tracks"].toInt(), row[3].toInt());
            QCOMPARE(found->second["notes"].toInt(), row[5].toInt());
            ++compared;
        }
        QVERIFY(compared >= 271);
    }

    void importIsReported() {
        QVERIFY(QDir(folder_.path()).mkpath("in/deep"));
        for (int i = 0; i < 5; ++i) writePiece("in/deep/" + QByteArray::number(i) + ".mid", static_cast<std::uint64_t>(i));
        writePiece("in/waltz.mid", 3, {3, 4});
        writeFile(path("in/text.mid").toStdString(), std::string("no music"));
        const CliResult first = callCli({"import", "--workspace", path("w.ricercar"), "--json", path("in")});
        QCOMPARE(first.code, 0);
        QCOMPARE(first.objects().size(), 15);
        for (const QJsonObject& object : first.objects().mid(7, 7)) QCOMPARE(object["type"].toString(), "place");
        for (const QJsonObject& object : first.objects().mid(0, 7)) QCOMPARE(object["type"].toString(), "piece");
        QCOMPARE(first.last()["type"].toString(), "done");
        QCOMPARE(first.last()["files"].toInt(), 7);
        QCOMPARE(first.last()["accepted"].toInt(), 6);
        QCOMPARE(first.last()["rejected"].toInt(), 1);
        QVERIFY(first.err.isEmpty());  // no progress where stderr is no terminal
        const CliResult second = callCli({"import", "--workspace", path("w.ricercar"), path("in")});
        QCOMPARE(second.code, 0);
        QVERIFY(second.out.contains("7 files known already"));

        QCOMPARE(callCli({"import", "--workspace", path("w.ricercar"), path("nowhere")}).code, 1);
        // what the system refuses to read is a failure, though the rest comes in
        writePiece("single.mid", 77);
        QVERIFY(QFile::link("loop", path("loop")));
        const CliResult partly =
            callCli({"import", "--json", "--workspace", path("w2.ricercar"), path("single.mid"), "/dev/null"});
        QCOMPARE(partly.code, 1);
        QCOMPARE(partly.last()["accepted"].toInt(), 1);
        QCOMPARE(partly.last()["unreadable"].toInt(), 1);
        const CliResult closed = callCli({"import", "--json", "--workspace", path("none/w.ricercar"), path("in")});
        QCOMPARE(closed.code, 1);
        QCOMPARE(closed.last()["error"].toString(), "workspace-unusable");
        QVERIFY(!closed.err.isEmpty());
    }

    void render() {
        if (!RICERCAR_HAS_SOUND) QSKIP("built without sound");
        writePiece("r.mid", 5, {4, 4}, 4);
        const CliResult result = callCli({"render", path("r.mid"), "-o", path("r.wav"), "--json"});
        if (result.code == 1 && result.last()["error"].toString() == "soundfont-missing") QSKIP("no SoundFont");
        QCOMPARE(result.code, 0);
        QVERIFY(result.last()["seconds"].toDouble() > 10);
        const Bytes wav = readFile(path("r.wav").toStdString());
        QVERIFY(wav.size() > 1'000'000);
        QCOMPARE(std::string(wav.begin(), wav.begin() + 4), std::string("RIFF"));
        const auto peak = [&](const QByteArrayList& more) {
            const CliResult one = callCli(QByteArrayList{"render", path("r.mid"), "-o", path("g.wav"), "--json"} + more);
            return one.code == 0 ? one.last()["peak"].toDouble() : -1.0;
        };
        QVERIFY(std::abs(peak({"--gain", "0.4"}) / peak({"--gain", "0.1"}) - 4.0) < 0.01);
        QVERIFY(peak({"--gain", "0"}) >= 0.0 && peak({"--gain", "0"}) < 1e-4);
        QVERIFY(std::abs(peak({"--normalize"}) - 0.9) < 1e-6);
        const CliResult said = callCli({"render", path("r.mid"), "-o", path("g.wav"), "--normalize"});
        QVERIFY2(said.out.contains(" dB"), said.out);
        QCOMPARE(callCli({"render", path("r.mid"), "-o", path("none/r.wav")}).code, 1);
        QCOMPARE(callCli({"render", path("r.mid"), "-o", path("n.wav"), "--soundfont", path("r.mid")}).code, 1);
    }

    void foldersThatAreGoneAreSaid() {
        const auto shell = [&](const char* line) {
            QProcess process;
            process.setWorkingDirectory(folder_.path());
            process.start("sh", {"-c", QString(line).replace("CLI", RICERCAR_CLI)});
            process.waitForFinished();
            return process.readAllStandardError() + QByteArray::number(process.exitCode());
        };
        const QByteArray gone = shell("mkdir gone && cd gone && rmdir ../gone && CLI import --workspace w.ricercar ../in");
        QVERIFY2(gone.contains("is gone") && gone.endsWith('1'), gone);
        const QByteArray temporary = shell("TMPDIR=/nowhere CLI demo --minutes 0.01");
        QVERIFY2(temporary.contains("/nowhere") && temporary.contains("TMPDIR") && temporary.endsWith('1'), temporary);
    }

    void fullOutputIsAFailure() {
        writePiece("f.mid", 6);
        QProcess shell;
        shell.setWorkingDirectory(folder_.path());
        shell.start("sh", {"-c", QString(RICERCAR_CLI) + " inspect f.mid > /dev/full"});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 1);
        QVERIFY(shell.readAllStandardError().contains("standard output"));
    }
};

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_Cli.moc"
