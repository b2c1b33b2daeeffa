// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learning/Sampler.h"
#include "core/music/Scale.h"
#include "tests/core/learning/LearningFixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace ricercar;

namespace {

constexpr PitchRange octave{60, 71};

/// A model of one octave with few units, its play logits about `play`.
Checkpoint octaveModel(float play) {
    TrainConfig config = test::tinyConfig();
    config.model.range = octave;
    config.model.timeHidden = {6};
    config.model.noteHidden = {5};
    config.batch = 1;
    Checkpoint checkpoint = Trainer(config, test::tinySet()).checkpoint();
    for (NamedTensor& tensor : checkpoint.weights)
        for (float& value : tensor.values) value *= 3;
    checkpoint.weights.back().values = {play, 0.3F};
    return checkpoint;
}

/// The id of the refusal, with its arguments; Count where there was none.
Message refusal(const SampleSettings& settings, const ModelConfig& model) {
    try {
        validate(settings, model);
    } catch (const Error& error) {
        return error.message();
    }
    return {MessageId::Count, {}};
}

/// Constraints and fixed cells as they may come: contradictions among them.
SampleSettings randomSettings(std::uint64_t seed) {
    Random random(seed);
    const auto upTo = [&](int most) { return static_cast<int>(random.below(static_cast<std::uint64_t>(most) + 1)); };
    SampleSettings settings;
    settings.seed = seed;
    settings.steps = 8 + upTo(24);
    Constraints& constraints = settings.constraints;
    if (upTo(1) != 0) constraints.range = PitchRange{58 + upTo(6), 66 + upTo(8)};
    if (upTo(1) != 0) constraints.pitchClasses = Scale{upTo(11), static_cast<Mode>(upTo(modeCount - 1))}.pitchClasses();
    if (upTo(1) != 0) constraints.voices = 1 + upTo(3);
    if (upTo(1) != 0) constraints.shortest = 1 + upTo(3);
    if (upTo(1) != 0) constraints.longest = constraints.shortest + upTo(4);
    if (upTo(2) == 0) {
        settings.primer = PianoRoll(octave, 5, {}, 3);
        settings.primer->addNote(1, 4, 60 + upTo(11));
        settings.primer->addNote(4, 1, 60 + upTo(11));
    }
    const int before = settings.primer ? 5 : 0;
    for (int i = upTo(4); i > 0; --i) {
        const int kind = upTo(2);
        settings.forced.push_back({before + upTo(settings.steps - 1), 60 + upTo(11),
                                   kind == 0   ? Cell{0}
                                   : kind == 1 ? Cell{playBit}
                                               : Cell{playBit | articulateBit},
                                   1 + upTo(3), kind == 0 ? 1 + upTo(5) : 1});
    }
    return settings;
}

/// What of the constraints does not hold in the new steps; empty where all do.
QString broken(const PianoRoll& roll, const SampleSettings& settings) {
    const Constraints& constraints = settings.constraints;
    const int first = settings.primer ? settings.primer->steps() : 0;
    const FixedCells fixed(settings.forced, roll.range(), first, roll.steps());
    if (!roll.valid()) return QStringLiteral("no valid roll");
    for (int step = first; step < roll.steps(); ++step) {
        if (constraints.voices > 0 && notesIn(roll.row(step)) > constraints.voices)
            return QStringLiteral("voices at %1").arg(step);
        for (int pitch = roll.range().lowest; pitch <= roll.range().highest; ++pitch) {
            if (roll.plays(step, pitch) && !constraints.allows(pitch)) return QStringLiteral("pitch %1").arg(pitch);
            const auto set = fixed.at(step, pitch - roll.range().lowest);
            if (!set) continue;
            const bool played = step > 0 && roll.plays(step - 1, pitch);
            const bool same = roll.plays(step, pitch) == ((*set & playBit) != 0) &&
                              (!played || roll.articulates(step, pitch) == ((*set & articulateBit) != 0));
            if (!same) return QStringLiteral("fixed cell %1, %2").arg(step).arg(pitch);
        }
    }
    for (const RollNote& note : notesOf(roll)) {
        if (note.start + note.length <= first) continue;
        if (note.start >= first && note.length < constraints.shortest)
            return QStringLiteral("short note at %1, %2").arg(note.start).arg(note.pitch);
        const int allowed = std::max(constraints.longest, first - note.start);
        if (constraints.longest > 0 && note.length > allowed)
            return QStringLiteral("long note at %1, %2").arg(note.start).arg(note.pitch);
    }
    return {};
}

}  // namespace

class tst_Constraints : public QObject {
    Q_OBJECT
private slots:
    // A thousand draws under constraints and fixed cells as they come; those that contradict one another are refused.
    void constraintsHoldInEveryDraw() {
        const Sampler sparse(octaveModel(-1.5F)), dense(octaveModel(1.0F));
        int drawn = 0, refused = 0;
        for (std::uint64_t seed = 1; drawn < 1000; ++seed) {
            SampleSettings settings = randomSettings(seed);
            const Sampler& sampler = seed % 2 != 0 ? sparse : dense;
            const Message why = refusal(settings, sampler.config());
            if (why.id != MessageId::Count) {
                ++refused;
                QVERIFY(why.id >= MessageId::FixedOutsideRange && why.id <= MessageId::ConstraintsNoPitch);
                QVERIFY(!QString::fromStdString(english(why)).contains(QLatin1Char('%')));
                continue;
            }
            ++drawn;
            if (seed % 7 == 0) settings.particles = 3;
            if (seed % 5 == 0) settings.returns = {{0, 1, 1, 0.3}};
            const PianoRoll roll = sampler.generate(settings);
            QCOMPARE(roll.steps(), settings.steps + (settings.primer ? 5 : 0));
            const QString wrong = broken(roll, settings);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(wrong)));
        }
        QVERIFY2(refused > 50 && refused < 1500, qPrintable(QString::number(refused)));
    }

    void nothingConstrainedIsTheSameMusic() {
        const Sampler sampler(octaveModel(-1.0F));
        SampleSettings settings;
        settings.steps = 60;
        const PianoRoll roll = sampler.generate(settings);
        settings.constraints.range = octave;
        settings.constraints.voices = 12;
        settings.constraints.longest = 0;
        QCOMPARE(sampler.generate(settings), roll);
        settings.particles = 8;  // nothing to weigh
        QCOMPARE(sampler.generate(settings), roll);
    }

    void contradictionsAreNamed() {
        const ModelConfig model = octaveModel(0).config.model;
        SampleSettings settings;
        settings.steps = 16;
        constexpr Cell strike = playBit | articulateBit;
        const auto check = [&](const Message& expected) {
            const Message got = refusal(settings, model);
            QVERIFY2(got == expected, got.id == MessageId::Count ? "not refused" : english(got).c_str());
        };
        settings.forced = {{3, 72, strike}};
        check({MessageId::FixedOutsideRange, {3, 72, 60, 71}});
        settings.forced = {{3, 64, strike}};
        settings.constraints.range = PitchRange{65, 71};
        check({MessageId::FixedOutsideRange, {3, 64, 65, 71}});
        settings.constraints = {};
        settings.constraints.pitchClasses = Scale{0, Mode::Major}.pitchClasses();
        settings.forced = {{3, 64, strike}, {4, 61, strike}};
        check({MessageId::FixedOutsideScale, {4, 61}});
        settings.forced.push_back({4, 61, 0});  // painted over
        QCOMPARE(refusal(settings, model).id, MessageId::Count);
        settings.constraints = {};
        settings.constraints.voices = 2;
        settings.forced = {{5, 60, strike}, {5, 64, strike}, {5, 67, strike}};
        check({MessageId::FixedTooMany, {5, 67, 3, 2}});
        settings.constraints = {};
        settings.constraints.longest = 4;
        settings.forced = {{5, 60, strike}, {6, 60, playBit, 4}};
        check({MessageId::FixedTooLong, {9, 60, 4}});
        settings.constraints = {};
        settings.constraints.shortest = 3;
        settings.forced = {{5, 60, strike}, {7, 60, 0}};
        check({MessageId::FixedTooShort, {7, 60, 3}});
        settings.forced = {{15, 60, strike}};  // no room before the end
        check({MessageId::FixedTooShort, {15, 60, 3}});
        settings.forced = {};
        settings.constraints = {};
        settings.constraints.range = PitchRange{20, 30};
        check({MessageId::ConstraintsNoPitch, {}});
        settings.constraints = {};
        settings.constraints.shortest = 5;
        settings.constraints.longest = 4;
        check({MessageId::InvalidSetting, {"longest", 4, Message{MessageId::ValueRange, {5, longestRuledNote}}}});
    }

    void barsReturnAsTheyWere() {
        const Sampler sampler(octaveModel(-1.0F));
        SampleSettings settings;
        settings.steps = 64;
        settings.returns = {{0, 1, 2, 0.0}};
        const PianoRoll roll = sampler.generate(settings);
        for (int step = 0; step < 16; ++step)
            for (int pitch = 60; pitch <= 71; ++pitch) QCOMPARE(roll.plays(32 + step, pitch), roll.plays(step, pitch));
        settings.returns[0].looseness = 0.4;
        const PianoRoll varied = sampler.generate(settings);
        QCOMPARE(varied.excerpt(0, 32), roll.excerpt(0, 32));
        QVERIFY(varied.excerpt(32, 16) != roll.excerpt(32, 16));
        settings.returns[0].looseness = 1;
        const PianoRoll free = sampler.generate(settings);
        settings.returns.clear();
        QCOMPARE(sampler.generate(settings), free);
        settings.returns = {{1, 2, 2, 0}};
        QVERIFY_EXCEPTION_THROWN(validate(settings), Error);
    }

    void curvesAreStraightBetweenTheirPoints() {
        const DrawCurve curve{{1, 0.5}, {3, 1.5}};
        QCOMPARE(valueAt({}, 2, 7), 7.0);
        QCOMPARE(valueAt(curve, 0, 7), 0.5);
        QCOMPARE(valueAt(curve, 2, 7), 1.0);
        QCOMPARE(valueAt(curve, 9, 7), 1.5);
        const Sampler sampler(octaveModel(-1.0F));
        SampleSettings settings;
        settings.steps = 64;
        settings.temperature = 0.8;
        const PianoRoll roll = sampler.generate(settings);
        settings.temperature = 1;
        settings.temperatureCurve = {{0, 0.8}};
        QCOMPARE(sampler.generate(settings), roll);
        settings.temperatureCurve = {{0, 0.8}, {2, 0.8}, {2.5, 4.0}};
        const PianoRoll hotter = sampler.generate(settings);
        QCOMPARE(hotter.excerpt(0, 32), roll.excerpt(0, 32));
        QVERIFY(hotter != roll);
        settings.temperatureCurve = {{2, 1}, {2, 2}};
        QVERIFY_EXCEPTION_THROWN(validate(settings), Error);
    }

    void theTargetSteersTheDensity() {
        Checkpoint checkpoint = octaveModel(0);
        for (NamedTensor& tensor : checkpoint.weights) std::fill(tensor.values.begin(), tensor.values.end(), 0.0F);
        const Sampler sampler(checkpoint);  // each pitch with 1/2: six voices
        SampleSettings settings;
        settings.steps = 1200;
        for (const double target : {1.0, 3.0, 9.0}) {
            settings.density = target;
            double notes = 0;
            int steered = 0;
            const PianoRoll roll = sampler.generate(settings, {}, {}, 1, [&](const StepReport& report) {
                QCOMPARE(report.set.conservativity, 1.0);
                steered += report.rule != report.set ? 1 : 0;
            });
            for (int step = 200; step < 1200; ++step) notes += notesIn(roll.row(step));
            QVERIFY2(std::abs(notes / 1000 - target) < 0.1 * target, qPrintable(QString::number(notes / 1000)));
            QVERIFY(steered > 1000);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Constraints)
#include "tst_Constraints.moc"
