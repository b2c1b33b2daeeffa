// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learning/Sampler.h"
#include "core/music/Statistics.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <cmath>
#include <map>
#include <mutex>
#include <set>

using namespace ricercar;

namespace {

/// A model whose every probability is the same: all weights zero, the head's biases as given.
Checkpoint constantModel(double play, double articulate, double medianPolyphony = 3) {
    Checkpoint checkpoint = test::tinyCheckpoint();
    for (NamedTensor& tensor : checkpoint.weights) std::fill(tensor.values.begin(), tensor.values.end(), 0.0F);
    checkpoint.weights.back().values = {static_cast<float>(std::log(play / (1 - play))),
                                        static_cast<float>(std::log(articulate / (1 - articulate)))};
    checkpoint.facts.medianPolyphony = medianPolyphony;
    return checkpoint;
}

double playRate(const PianoRoll& roll, int first = 0) {
    double playing = 0;
    for (int step = first; step < roll.steps(); ++step)
        for (const Cell cell : roll.row(step)) playing += cell & playBit;
    return playing / ((roll.steps() - first) * roll.pitches());
}

}  // namespace

class tst_Sampler : public QObject {
    Q_OBJECT
private slots:
    void theSameSeedTheSameRoll() {
        const Sampler sampler(test::tinyCheckpoint(30));
        SampleSettings settings;
        settings.steps = 64;
        settings.seed = 5;
        const PianoRoll roll = sampler.generate(settings);
        QVERIFY(roll.valid());
        QCOMPARE(roll.steps(), 64);
        QCOMPARE(sampler.generate(settings), roll);
        settings.seed = 6;
        QVERIFY(sampler.generate(settings) != roll);
    }

    void aLongerTakeBeginsLikeAShorterOne() {
        const Sampler sampler(test::tinyCheckpoint(30));
        SampleSettings settings;
        settings.steps = 40;
        const PianoRoll shorter = sampler.generate(settings);
        settings.steps = 80;
        QCOMPARE(sampler.generate(settings).excerpt(0, 40), shorter);
    }

    // Draws follow the model's probabilities: play with p, articulate of held notes with its own.
    void frequenciesAreTheProbabilities() {
        const Sampler sampler(constantModel(0.3, 0.25));
        SampleSettings settings;
        settings.steps = 2000;
        const PianoRoll roll = sampler.generate(settings);
        QVERIFY(std::abs(playRate(roll) - 0.3) < 0.01);
        double held = 0, struck = 0;
        for (int step = 1; step < roll.steps(); ++step)
            for (int pitch = 48; pitch <= 71; ++pitch)
                if (roll.plays(step, pitch) && roll.plays(step - 1, pitch)) {
                    ++held;
                    struck += roll.articulates(step, pitch) ? 1 : 0;
                }
        QVERIFY(std::abs(struck / held - 0.25) < 0.02);
    }

    void temperatureAndConservativityAreAsDefined() {
        const Sampler sampler(constantModel(0.3, 0.5));
        SampleSettings settings;
        settings.steps = 2000;
        settings.temperature = 2.0;
        settings.conservativity = 1.5;
        const double logit = std::log(0.3 / 0.7) / 2.0;
        QVERIFY(std::abs(playRate(sampler.generate(settings)) - std::pow(1 / (1 + std::exp(-logit)), 1.5)) < 0.01);
    }

    void theFloorKeepsOutWhatIsUnlikelyBesideOthers() {
        const Sampler sampler(constantModel(0.02, 0.5));
        SampleSettings settings;
        settings.steps = 400;
        settings.floor = 0.03;
        const PianoRoll roll = sampler.generate(settings);
        bool before = false;
        int sounding = 0;
        for (int step = 0; step < roll.steps(); ++step) {
            const int notes = notesIn(std::as_const(roll).row(step));
            QVERIFY(notes <= (before ? 0 : 1));  // all is below the floor: but one may begin where nothing sounds
            before = notes > 0;
            sounding += before;
        }
        QVERIFY(sounding > 40);  // never a silent take
        settings.floor = 0.019;
        const PianoRoll free = sampler.generate(settings);
        settings.floor = 0;
        QCOMPARE(sampler.generate(settings), free);
        QVERIFY(DrawRule({2.0, 3.0, 0.3}).play(-1.0, false) > 0);  // the temperature counts, the exponent does not
        QVERIFY(DrawRule({2.0, 3.0, 0.3}).play(-1.0, true) > 0);
        QCOMPARE(DrawRule({1.0, 1.0, 0.3}).play(-1.0, true), 0.0);
    }

    void aPrimerIsKeptAndContinued() {
        const Sampler sampler(test::tinyCheckpoint(30));
        SampleSettings settings;
        settings.steps = 32;
        settings.primer = test::tinySet().train[0].roll.excerpt(0, 24);
        const PianoRoll roll = sampler.generate(settings);
        QCOMPARE(roll.steps(), 56);
        QCOMPARE(roll.excerpt(0, 24), *settings.primer);
        QVERIFY(roll.valid());
        settings.primer = test::tinySet().train[1].roll.excerpt(0, 24);
        QVERIFY(sampler.generate(settings).slice(24, 32) != roll.slice(24, 32));  // it matters what came before
    }

    // A model that hardly ever plays: the guards bring it to sound, and are off unless asked for.
    void guardsEndSilence() {
        const Sampler sampler(constantModel(1e-4, 0.5));
        SampleSettings settings;
        settings.steps = 600;
        const double plain = playRate(sampler.generate(settings));
        QVERIFY(plain < 0.001);
        settings.silenceGuard = true;
        QVERIFY(playRate(sampler.generate(settings)) > 5 * plain);  // a note about every 30 steps
        settings.silenceGuard = false;
        settings.densityGuard = true;  // the exponent falls to 0.3: 1e-4 becomes 0.063
        const double dense = playRate(sampler.generate(settings), 200);
        QVERIFY2(dense > 0.01 && dense < 0.07, qPrintable(QString::number(dense)));
    }

    // Step 17 is the first that is drawn hotter: the one after 16 silent steps.
    void theSilenceGuardWaitsSixteenSteps() {
        const Sampler sampler(constantModel(1e-3, 0.5));
        SampleSettings settings;
        settings.steps = 40;
        int compared = 0;
        for (settings.seed = 1; settings.seed < 200; ++settings.seed) {
            settings.silenceGuard = false;
            const PianoRoll plain = sampler.generate(settings);
            settings.silenceGuard = true;
            const PianoRoll guarded = sampler.generate(settings);
            int firstSound = 0;
            while (firstSound < 40 && std::ranges::none_of(plain.row(firstSound), [](Cell cell) { return cell != 0; }))
                ++firstSound;
            int firstDifference = 0;
            while (firstDifference < 40 && std::ranges::equal(plain.row(firstDifference), guarded.row(firstDifference)))
                ++firstDifference;
            if (firstSound >= 40) QVERIFY(firstDifference >= 16);
            if (firstDifference == 16) ++compared;
        }
        QVERIFY(compared > 0);
    }

    void theDensityGuardAllowsMelodies() {
        // One note of 24 sounds on average; a model of single melodies (median 1) is left alone whenever one sounds.
        SampleSettings settings;
        settings.steps = 1500;
        settings.densityGuard = true;
        const double chords = playRate(Sampler(constantModel(1.0 / 24, 0.5, 4)).generate(settings));
        const double melody = playRate(Sampler(constantModel(1.0 / 24, 0.5, 1)).generate(settings));
        QVERIFY(melody < chords);
    }

    void eachStepIsToldAndAStopKeepsWhatIsThere() {
        const Sampler sampler(test::tinyCheckpoint());
        SampleSettings settings;
        settings.steps = 100;
        std::stop_source stop;
        std::map<int, std::vector<Cell>> told;
        const PianoRoll roll = sampler.generate(settings, Task(stop.get_token()), [&](int step, std::span<const Cell> row) {
            told[step].assign(row.begin(), row.end());
            if (step == 9) stop.request_stop();
        });
        QCOMPARE(roll.steps(), 10);
        QCOMPARE(told.size(), std::size_t{10});
        for (const auto& [step, row] : told) QVERIFY(std::ranges::equal(roll.row(step), row));
    }

    void aVariationIsTheSameAlone() {
        const Sampler sampler(test::tinyCheckpoint(30));
        SampleSettings settings;
        settings.steps = 40;
        settings.seed = 7;
        std::vector<PianoRoll> alone;
        for (int song = 0; song < 9; ++song) {
            SampleSettings own = settings;
            own.seed = variationSeed(7, song);
            QVERIFY(song == 0 ? own.seed == 7 : own.seed < 1'000'000'000);
            alone.push_back(sampler.generate(own));
            for (const int threads : {0, 2, 3}) QCOMPARE(sampler.generate(own, {}, {}, threads), alone.back());
        }
        QVERIFY(alone[0] != alone[1] && alone[1] != alone[2]);
        for (const int threads : {0, 1, 2, 5}) QCOMPARE(sampler.generateMany(settings, 9, threads), alone);
        QCOMPARE(sampler.generateMany(settings, 2), (std::vector<PianoRoll>{alone[0], alone[1]}));
        QVERIFY(sampler.generateMany(settings, 0).empty());
    }

    void variationsTellOfThemselvesAndStopTogether() {
        const Sampler sampler(test::tinyCheckpoint());
        SampleSettings settings;
        settings.steps = 50;
        std::mutex mutex;
        std::vector<int> told(4, 0);
        std::set<int> over;
        std::vector<std::uint64_t> progress;
        const auto onStep = [&](int song, int step, std::span<const Cell>) {
            const std::lock_guard lock(mutex);
            if (told.at(static_cast<std::size_t>(song))++ != step) progress.clear();  // which is seen below
        };
        const Task task({}, [&](std::uint64_t done, std::uint64_t total) {
            progress.push_back(done);
            if (total != 200) progress.clear();
        });
        const auto rolls = sampler.generateMany(settings, 4, 3, task, onStep, [&](int song, const PianoRoll& roll) {
            if (roll.steps() == 50) over.insert(song);
        });
        QCOMPARE(rolls.size(), std::size_t{4});
        QCOMPARE(told, std::vector<int>(4, 50));
        QCOMPARE(over.size(), std::size_t{4});
        QCOMPARE(progress.size(), std::size_t{200});
        QVERIFY(std::ranges::is_sorted(progress));

        std::stop_source stop;
        settings.steps = 1'000'000;
        const auto stopped =
            sampler.generateMany(settings, 6, 2, Task(stop.get_token()), [&](int, int step, std::span<const Cell>) {
                if (step == 20) stop.request_stop();
            });
        const auto longest = std::ranges::max(stopped, {}, &PianoRoll::steps).steps();
        QVERIFY(longest > 20 && longest < 1'000'000);
        QCOMPARE(stopped.back().steps(), 0);
    }

    void wrongSettingsAreRefused() {
        const Sampler sampler(test::tinyCheckpoint());
        SampleSettings settings;
        settings.temperature = 0;
        QVERIFY_EXCEPTION_THROWN((void)sampler.generate(settings), Error);
        settings.temperature = std::nan("");
        QVERIFY_EXCEPTION_THROWN((void)sampler.generate(settings), Error);
        settings = {};
        settings.floor = 0.6;
        QVERIFY_EXCEPTION_THROWN((void)sampler.generate(settings), Error);
        settings = {};
        settings.meter = {37, 32};
        QVERIFY_EXCEPTION_THROWN((void)sampler.generate(settings), Error);
    }
};

QTEST_APPLESS_MAIN(tst_Sampler)
#include "tst_Sampler.moc"
