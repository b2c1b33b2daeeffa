// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/dataset/RollFile.h"
#include "core/learning/Evaluator.h"
#include "core/workbench/BenchmarkRecord.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace ricercar;

namespace {

class Watcher : public RunObserver {
public:
    void started(const RunStart& start) override { run = start.runId; }
    void stepDone(const StepPoint& point) override {
        ++steps;
        if (point.step == stopAt) stop.request_stop();
    }

    std::int64_t run = 0, steps = 0, stopAt = -1;
    std::stop_source stop;
};

constexpr const char* rolls = R"({"name": "Tiny", "step": "quarter note",
    "train": [[[60], [60, 64], [62], [60], [60, 64], [62], [60], [72]], [[62], [64], [60, 64], [62], [64], [60, 64]]],
    "valid": [[[60], [60, 64], [62], [60]]], "test": [[[60], [64], [60, 64]], [[62], [], [80]]]})";

}  // namespace

class tst_Benchmark : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }
    [[nodiscard]] BenchmarkRequest request(const char* workspace) const {
        BenchmarkRequest made{path("tiny.json"), path(workspace), readRecipe(path("recipe.json")), {}};
        made.recipe.steps = 6;
        return made;
    }

private slots:
    void initTestCase() {
        writeFile(path("tiny.json"), std::string(rolls));
        writeFile(path("recipe.json"), std::string(R"({"layout": "remembering", "time_hidden": [4], "note_hidden": [4],
            "window": 8, "batch": 1, "threads": 1, "schedule": "cosine", "warmup": 2})"));
    }

    void theRecipeThatShipsIsValid() {
        const TrainConfig recipe = readRecipe(benchmarkRecipe());
        validate(recipe);
        QVERIFY(recipe.minutes > 0);
    }

    void aRunIsScoredAndKept() {
        Watcher watcher;
        const BenchmarkResult result = runBenchmark(request("a.db"), watcher, {});
        QVERIFY(!result.stopped);
        QCOMPARE(result.set, "Tiny");
        QCOMPARE(result.testFrames, 6);
        QVERIFY(result.trainNats > 0 && result.validNats > 0 && result.testNats > 0);
        const RollFile file = readRollFile(path("tiny.json"));
        QCOMPARE(result.bigramNats, bigramNatsPerStep(file.train, file.test));
        QCOMPARE(result.testNats, evaluateAllKeys(loadCheckpoint(result.checkpoint), file.test).natsPerStep());

        const std::vector<BenchmarkRecord> records = benchmarkRecords(Workspace(path("a.db")));
        QCOMPARE(records.size(), std::size_t{1});
        QCOMPARE(records[0].runId, watcher.run);
        QCOMPARE(records[0].name, benchmarkRunName("Tiny", 1));
        QCOMPARE(records[0].set, "Tiny");
        QVERIFY(records[0].state == RunState::Finished);
        QVERIFY(records[0].result.has_value());
        QCOMPARE(records[0].result->testNats, result.testNats);
        QCOMPARE(records[0].result->trainNats, result.trainNats);
        QCOMPARE(records[0].result->machine, result.machine);
        QCOMPARE(records[0].result->checkpoint, result.checkpoint);
    }

    void aStoppedRunGoesOn() {
        Watcher watcher;
        watcher.stopAt = 2;
        QVERIFY(runBenchmark(request("b.db"), watcher, Task(watcher.stop.get_token())).stopped);
        std::vector<BenchmarkRecord> records = benchmarkRecords(Workspace(path("b.db")));
        QCOMPARE(records.size(), std::size_t{1});
        QVERIFY(records[0].state == RunState::Stopped && !records[0].result);

        Watcher further;
        QVERIFY(!runBenchmark(request("b.db"), further, {}).stopped);
        QCOMPARE(further.steps, std::int64_t{4});
        records = benchmarkRecords(Workspace(path("b.db")));
        QCOMPARE(records.size(), std::size_t{1});
        QVERIFY(records[0].result.has_value());

        // Another seed is another run; what is damaged is passed over.
        BenchmarkRequest other = request("b.db");
        other.recipe.seed = 2;
        Watcher second;
        runBenchmark(other, second, {});
        records = benchmarkRecords(Workspace(path("b.db")));
        QCOMPARE(records.size(), std::size_t{2});
        QCOMPARE(records[0].runId, second.run);
        writeFile(Workspace(path("b.db")).runsFolder() / std::to_string(second.run) / "benchmark.json", std::string("{"));
        QCOMPARE(benchmarkRecords(Workspace(path("b.db"))).size(), std::size_t{1});
    }

    /// From the list of runs, which knows nothing of roll files.
    void aBenchmarkGoesOnAsAnyRunDoes() {
        Watcher watcher;
        watcher.stopAt = 2;
        QVERIFY(runBenchmark(request("c.db"), watcher, Task(watcher.stop.get_token())).stopped);
        Watcher further;
        RunRequest again{path("c.db"), {}, watcher.run};
        const RunOutcome outcome = trainRun(again, further, {});
        QVERIFY(!outcome.stopped);
        QCOMPARE(further.steps, std::int64_t{4});
        QVERIFY(outcome.bestValidation.has_value());
    }

    void publishedFiguresHaveTheirSet() {
        QVERIFY(publicSet("JSB Chorales") == PublicSet::Jsb);
        QVERIFY(!publicSet("JSB Chorales (SATB, sixteenth notes)"));
        for (const PublicSet set : {PublicSet::Jsb, PublicSet::Nottingham, PublicSet::Piano, PublicSet::MuseData}) {
            int figures = 0;
            for (const PublishedFigure& figure : publishedFigures()) figures += figureOf(figure, set) ? 1 : 0;
            QVERIFY(figures > 5);
            // The first of them is the second self-test.
            QVERIFY(std::abs(*figureOf(publishedFigures().front(), set) - *knownSelfTests(set).bigram) < 1e-9);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Benchmark)
#include "tst_Benchmark.moc"
