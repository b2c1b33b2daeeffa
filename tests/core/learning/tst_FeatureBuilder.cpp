// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Kernels.h"
#include "core/learning/PieceFeatures.h"
#include "tests/support/TestData.h"

#include <QScopeGuard>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace ricercar;

namespace {

/// A step of its own, without a past.
RememberedStep alone(std::span<const Cell> row) { return {PieceRows(row.data(), row.size(), 1), 0, nullptr, nullptr, 0}; }

}  // namespace

class tst_FeatureBuilder : public QObject {
    Q_OBJECT
private slots:
    // tests/data/features/reference.py computed these from the definition alone.
    void valuesEqualTheReferenceProgram() {
        std::ifstream file(test::testData("features/reference.txt"));
        QVERIFY(file.is_open());
        std::string line;
        int cases = 0, rows = 0;
        while (std::getline(file, line)) {
            std::istringstream head(line);
            std::string word, counts;
            ModelConfig config;
            int stepInBar = 0;
            head >> word >> config.range.lowest >> config.range.highest >> counts >> stepInBar;
            QCOMPARE(word, std::string("case"));
            config.counts = counts == "relative" ? NoteCounts::Relative : NoteCounts::Absolute;
            std::vector<Cell> cells;
            for (int cell = 0; head >> cell;) cells.push_back(static_cast<Cell>(cell));
            QCOMPARE(static_cast<int>(cells.size()), config.range.size());

            std::vector<float> built(cells.size() * seedFeatures, -1.0F);
            FeatureBuilder(config).step(alone(cells), stepInBar, built.data());
            for (std::size_t n = 0; n < cells.size(); ++n, ++rows) {
                std::vector<float> expected(seedFeatures, 0.0F);
                std::getline(file, line);
                std::istringstream entries(line);
                for (std::string entry; entries >> entry;) {
                    const auto equals = entry.find('=');
                    expected[std::stoul(entry)] = std::stof(entry.substr(equals + 1));
                }
                for (std::size_t f = 0; f < seedFeatures; ++f)
                    QVERIFY2(std::abs(built[n * seedFeatures + f] - expected[f]) < 1e-6F,
                             qPrintable(QStringLiteral("case %1 note %2 feature %3").arg(cases).arg(n).arg(f)));
            }
            ++cases;
        }
        QCOMPARE(cases, 10);
        QCOMPARE(rows, 2 * (88 + 128 + 78 + 1 + 24));
    }

    // The same features at every place in memory, read soon or later, and nothing beside them is touched.
    void placeInMemoryDoesNotMatter_data() {
        QTest::addColumn<int>("level");
        const char* names[] = {"baseline", "AVX2", "AVX-512"};
        for (int level = 0; level < 3; ++level) QTest::addRow("%s", names[level]) << level;
    }
    void placeInMemoryDoesNotMatter() {
        QFETCH(int, level);
        limitKernels(static_cast<ProcessorLevel>(level));
        const auto unlimited = qScopeGuard([] { limitKernels(ProcessorLevel::Avx512); });
        for (const int pitches : {1, 2, 17, 88}) {
            ModelConfig config;
            config.range = {30, 30 + pitches - 1};
            const FeatureBuilder builder(config);
            const PianoRoll roll = test::randomRoll(7, 3, config.range, 4, {4, 4}, 8);
            const std::size_t size = static_cast<std::size_t>(pitches) * seedFeatures;
            std::vector<float> expected(size);
            builder.step(alone(roll.row(1)), roll.stepInBar(1), expected.data());
            constexpr std::size_t around = 32;
            for (std::size_t offset = 0; offset < 17; ++offset)
                for (const bool later : {false, true}) {
                    std::vector<float> memory(size + 2 * around, -1.0F);
                    float* const out = memory.data() + offset;
                    builder.step(alone(roll.row(1)), roll.stepInBar(1), out, later);
                    QVERIFY(std::equal(expected.begin(), expected.end(), out));
                    QCOMPARE(std::count(memory.begin(), memory.end(), -1.0F), std::ptrdiff_t{2 * around});
                }
        }
    }

    void aSequenceIsItsSteps() {
        ModelConfig config;
        config.range = {40, 80};
        const FeatureBuilder builder(config);
        const PianoRoll roll = test::randomRoll(5, 20, config.range, 4, {3, 4}, 8);
        const std::size_t size = 41 * seedFeatures;
        std::vector<float> all(22 * size);
        PieceFeatures(config, roll).steps(-1, 22, all.data(), size);
        const std::vector<Cell> silence(41, 0);
        for (int i = 0; i < 22; ++i) {
            std::vector<float> one(size);
            const int step = i - 1;
            const bool inside = step >= 0 && step < 20;
            builder.step(alone(inside ? roll.row(step) : std::span<const Cell>(silence)), roll.stepInBar(step), one.data());
            QVERIFY(std::equal(one.begin(), one.end(), all.begin() + static_cast<std::ptrdiff_t>(i * static_cast<int>(size))));
        }
        // The start stands at a bar's last step: 11 of 12 is 1011 in binary, fastest bit first.
        const auto beat = static_cast<std::size_t>(featureSpan(FeatureLayout::Seed, FeatureGroup::Beat).offset);
        QCOMPARE((std::vector<float>{all[beat], all[beat + 1], all[beat + 2], all[beat + 3]}),
                 (std::vector<float>{1, 1, 0, 1}));
    }

    void playOnlyHidesArticulation() {
        ModelConfig config;
        config.articulation = false;
        std::vector<Cell> row(88, 0);
        row[40] = playBit | articulateBit;
        std::vector<float> built(88 * seedFeatures);
        FeatureBuilder(config).step(alone(row), 0, built.data());
        QCOMPARE(built[40 * seedFeatures + 24], 1.0F);
        QCOMPARE(built[40 * seedFeatures + 25], 0.0F);
    }
};

QTEST_APPLESS_MAIN(tst_FeatureBuilder)
#include "tst_FeatureBuilder.moc"
