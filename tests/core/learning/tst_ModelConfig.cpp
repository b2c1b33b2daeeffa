// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learning/Checkpoint.h"
#include "core/learning/Trainer.h"

#include <QTest>

using namespace ricercar;

class tst_ModelConfig : public QObject {
    Q_OBJECT

    static std::string rejection(const std::string& json) {
        try {
            trainConfigFromJson(json);
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

private slots:
    void whatIsNestedDeepIsRefused() {
        for (const char* begin : {"", R"({"batch": )", R"({"pitch_range": )"})
            QVERIFY(!rejection(begin + std::string(400'000, '[')).empty());
        QVERIFY(!rejection(R"({"batch": )" + std::string(400'000, '[') + std::string(400'000, ']') + "}").empty());
    }

    void presetsAreAsPublished() {
        QCOMPARE(presetNames().size(), std::size_t{4});
        QCOMPARE(presetNames().front(), std::string_view("ricercar"));
        QVERIFY(presetConfig("ricercar").model.layout == FeatureLayout::Remembering);
        for (const char* published : {"small", "seed", "johnson"})
            QVERIFY(presetConfig(published).model.layout == FeatureLayout::Seed);
        const TrainConfig johnson = presetConfig("johnson");
        QCOMPARE(johnson.model.timeHidden, (std::vector<int>{300, 300}));
        QCOMPARE(johnson.model.noteHidden, (std::vector<int>{100, 50}));
        QCOMPARE(johnson.model.dropout, 0.5);
        QCOMPARE(johnson.window, 128);
        QCOMPARE(presetConfig("seed").model.timeHidden, (std::vector<int>{200, 200}));
        QCOMPARE(presetConfig("small").window, 64);
        QVERIFY_EXCEPTION_THROWN(presetConfig("huge"), Error);
    }

    void jsonKeepsEverySetting() {
        TrainConfig config = presetConfig("seed");
        config.model.range = {24, 101};
        config.autoRange = false;
        config.model.counts = NoteCounts::Absolute;
        config.model.articulation = false;
        config.model.dropout = 0.25;
        config.batch = 7;
        config.seed = 0xFFFFFFFFFFFFFFFFULL;
        config.minutes = 1.5;
        config.patience = 3;
        QCOMPARE(trainConfigFromJson(toJson(config)), config);
        QVERIFY(trainConfigFromJson(toJson(presetConfig("seed"))).autoRange);
        QVERIFY(trainConfigFromJson(R"({"pitch_range": "auto"})", config).autoRange);
    }

    void theRangeIsThatOfTheMusicAndOfWhatAugmentationAdds() {
        TrainConfig config;
        config.transposeDown = -6;
        config.transposeUp = 5;
        QCOMPARE(runRange(config, PitchRange{40, 80}), (PitchRange{34, 85}));
        QCOMPARE(runRange(config, PitchRange{3, 125}), fullRange);
        QCOMPARE(runRange(config, std::nullopt), pianoRange);
        config.transposeDown = config.transposeUp = 0;
        for (int pitch = 0; pitch <= 127; ++pitch) {  // an octave at least
            const PitchRange range = runRange(config, PitchRange{pitch, pitch});
            QCOMPARE(range.size(), 13);
            QVERIFY(range.valid() && range.contains(pitch));
        }
        config.autoRange = false;
        config.model.range = {50, 60};
        QCOMPARE(runRange(config, PitchRange{40, 80}), (PitchRange{50, 60}));
    }

    void aPresetComesFirstAndTheRestReplaces() {
        const TrainConfig config = trainConfigFromJson(R"({"batch": 8, "preset": "johnson"})");
        QCOMPARE(config.batch, 8);
        QCOMPARE(config.model.timeHidden, (std::vector<int>{300, 300}));
    }

    void wrongSettingsAreNamed() {
        QVERIFY(rejection(R"({"batch": 0})").find("batch cannot be 0") != std::string::npos);
        QVERIFY(rejection(R"({"batch": "four"})").find("a whole number") != std::string::npos);
        QVERIFY(rejection(R"({"bach": 4})").find("The setting bach") != std::string::npos);
        QVERIFY(rejection(R"({"pitch_range": [21]})").find("pitch_range") != std::string::npos);
        QVERIFY(rejection(R"({"pitch_range": "piano"})").find("auto") != std::string::npos);
        QVERIFY(rejection(R"({"pitch_range": [21, "auto"]})").find("pitch_range") != std::string::npos);
        QVERIFY(rejection(R"({"pitch_range": [100, 20]})").find("pitch_range") != std::string::npos);
        QVERIFY(rejection(R"({"time_hidden": []})").find("time_hidden") != std::string::npos);
        QVERIFY(rejection(R"({"seed": -1})").find("seed") != std::string::npos);
        QVERIFY(rejection(R"({"learning_rate": 1e999})").size() > 0);
        QVERIFY(rejection("[1]").find("JSON object") != std::string::npos);
        QVERIFY(rejection("{").find("JSON") != std::string::npos);
    }

    void sizesAreThoseOfTheNetwork() {
        // Johnson over 78 notes: the number of weights by hand, layer by layer.
        TrainConfig config = presetConfig("johnson");
        config.model.range = johnsonRange;
        const auto layer = [](std::int64_t inputs, std::int64_t hidden) { return 4 * hidden * (inputs + hidden + 2); };
        const TrainEstimate size = estimate(config, 100'000);
        QCOMPARE(size.parameters, layer(79, 300) + layer(300, 300) + layer(302, 100) + layer(100, 50) + 2 * 50 + 2);
        QCOMPARE(size.batchesPerEpoch, std::int64_t{196});           // ceil(100000 / 512)
        QVERIFY(std::abs(size.flopsPerBatch / 320e9 - 1.0) < 0.05);  // 320 GFLOP
    }

    void thePresetFollowsTheSet() {
        const TrainConfig preset = presetConfig("ricercar");
        QCOMPARE(scaledTo(presetConfig("seed"), 10'000), presetConfig("seed"));
        QCOMPARE(scaledTo(preset, 0), preset);
        double dropout = 1;
        for (const std::int64_t steps : {500, 5'000, 13'500, 60'000, 480'000, 5'000'000}) {
            const TrainConfig config = scaledTo(preset, steps);
            validate(config);
            QVERIFY(config.model.dropout <= dropout);  // the more there is to learn from, the less it is held back
            dropout = config.model.dropout;
            QVERIFY(config.epochs >= 4 && config.epochs <= 100);
            const double batches = config.epochs * static_cast<double>(estimate(config, steps).batchesPerEpoch);
            if (config.epochs > 4 && config.epochs < 100) QVERIFY(batches > 1500 && batches < 2500);
        }
        TrainConfig limited = preset;
        limited.minutes = 3;
        QCOMPARE(scaledTo(limited, 10'000).epochs, 0.0);
    }
};

QTEST_APPLESS_MAIN(tst_ModelConfig)
#include "tst_ModelConfig.moc"
