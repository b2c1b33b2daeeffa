// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/SamplingTrace.h"
#include "tests/core/learning/LearningFixtures.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <memory>

using namespace ricercar;

class tst_SamplingTrace : public QObject {
    Q_OBJECT
    Checkpoint checkpoint_ = test::tinyCheckpoint(30);
    std::shared_ptr<const StepEngine> engine_ = std::make_shared<StepEngine>(checkpoint_);

    /// Away from the defaults, guards on, after a primer.
    static SampleSettings settings() {
        SampleSettings chosen;
        chosen.steps = 60;
        chosen.seed = 11;
        chosen.temperature = 1.3;
        chosen.floor = 0.03;
        chosen.conservativity = 1.4;
        chosen.densityGuard = chosen.silenceGuard = true;
        chosen.primer = test::tinySet().train[0].roll.excerpt(0, 20);
        return chosen;
    }

private slots:
    void everyCellOfATakeIsExplained() {
        const PianoRoll roll = Sampler(checkpoint_).generate(settings());
        InferenceCache cache(engine_, roll);
        bool guarded = false;
        for (int step = 20; step < roll.steps(); ++step) {
            const auto drawing = drawingOf(cache, settings(), 20, checkpoint_.facts.medianPolyphony, step);
            QVERIFY(drawing.has_value());
            QCOMPARE(drawing->cells.size(), static_cast<std::size_t>(roll.pitches()));
            guarded = guarded || drawing->rule != drawing->set;
            for (const CellDrawing& cell : drawing->cells) {
                QCOMPARE(cell.cell, roll.at(step, cell.pitch));
                QCOMPARE(cell.drawn, cell.cell);
                QCOMPARE(cell.draws.play < cell.play, roll.plays(step, cell.pitch));
                if (cell.free && roll.plays(step, cell.pitch))
                    QCOMPARE(cell.draws.articulate < cell.articulate, roll.articulates(step, cell.pitch));
            }
        }
        QVERIFY(guarded);
        QVERIFY(!drawingOf(cache, settings(), 20, 1, 19));  // the primer was given
        QVERIFY(!drawingOf(cache, settings(), 20, 1, roll.steps()));
    }

    void aBranchIsTheTakeUpToTheChangedDraw() {
        const Sampler sampler(checkpoint_);
        const PianoRoll roll = sampler.generate(settings());
        SampleSettings branch = settings();
        branch.primer = roll.excerpt(0, 50);
        branch.drawnFrom = 20;
        branch.steps = 30;
        QCOMPARE(sampler.generate(branch), roll);  // nothing forced: the same music goes on

        const int pitch = 60;
        const Cell other = roll.plays(50, pitch) ? Cell{0} : Cell{playBit};
        branch.forced = {{50, pitch, other}};
        const PianoRoll changed = sampler.generate(branch);
        QVERIFY(changed.valid());
        QCOMPARE(changed.excerpt(0, 50), roll.excerpt(0, 50));
        QCOMPARE(changed.plays(50, pitch), !roll.plays(50, pitch));
        for (int below = roll.range().lowest; below < pitch; ++below) QCOMPARE(changed.at(50, below), roll.at(50, below));
        InferenceCache cache(engine_, changed);
        const auto drawing = drawingOf(cache, branch, 20, checkpoint_.facts.medianPolyphony, 50);
        QVERIFY(drawing.has_value());
        for (const CellDrawing& cell : drawing->cells) {
            QCOMPARE(cell.forced, cell.pitch == pitch);
            if (!cell.forced) QCOMPARE(cell.drawn, cell.cell);
        }
    }
};

QTEST_APPLESS_MAIN(tst_SamplingTrace)
#include "tst_SamplingTrace.moc"
