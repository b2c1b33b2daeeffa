// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "tests/ui/Window.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/pianoroll/beats/BeatEditor.h"
#include "ui/words/RemedyWords.h"
#include "ui/words/Words.h"

#include <QAction>
#include <QComboBox>
#include <QToolButton>

#include <cmath>

using namespace ricercar;

namespace {

/// Quavers at 97 a minute that breathe a little, on a file's 120.
Score performance() {
    Score score;
    double seconds = 1.0;
    for (int i = 0; i < 96; ++i) {
        const auto at = static_cast<Tick>(std::lround(seconds * 960.0));
        score.notes.push_back({at, 200, static_cast<std::uint8_t>(i % 8 == 0 ? 48 : 60 + i % 7), 90, 0, 0});
        if (i % 2 == 0) score.notes.push_back({at, 200, static_cast<std::uint8_t>(52 + i % 5), 90, 0, 0});
        seconds += 30.0 / 97.0 * (1.0 + 0.04 * std::sin(i * 0.3));
    }
    score.end = score.notes.back().start + 400;
    return score;
}

struct Rig {
    test::Window w;
    std::int64_t id = 0;
    BeatEditor* editor = nullptr;
    RollView* view = nullptr;

    bool settled() {
        return QTest::qWaitFor(
            [&] { return w.services->curation.settled() && w.services->changes.idle() && w.services->jobs.idle(); }, 60'000);
    }
    bool open() {
        if (!w.ready()) return false;
        const QString file = w.path(QStringLiteral("performance.mid"));
        writeFile(toPath(file), writeMidi(performance()));
        w.services->importing.start({toPath(file)});
        if (!QTest::qWaitFor([&] { return w.services->store.pieces().size() == 1; }, 20'000) || !settled()) return false;
        id = w.services->store.pieces().front().id;
        w.services->stage.showPiece(id);
        editor = w.window->findChild<BeatEditor*>();
        view = &w.window->findChild<RollPanel*>()->view();
        w.services->curation.applyRemedy({id}, FindBeat{});
        return settled() && QTest::qWaitFor([&] { return editor->track().has_value(); }, 10'000) && settled();
    }
    BeatTrack track() {
        for (const Remedy& remedy : recipeOf(w.services->store.piece(id)->recipe))
            if (const auto* beat = std::get_if<FindBeat>(&remedy)) return beat->track;
        return {};
    }
    QPoint place(double step) const {
        const RollGeometry& g = view->geometryOfRoll();
        return {static_cast<int>(std::lround(g.xOf(step))), g.tempo().center().y()};
    }
    bool same() {
        return settled() && QTest::qWaitFor([&] { return editor->track() == track(); }, 10'000);
    }
};

}  // namespace

class tst_BeatEditor : public QObject {
    Q_OBJECT

private slots:
    void beatsLieOnTheQuarters() {
        Rig s;
        QVERIFY(s.open());
        QVERIFY(s.w.find<QWidget>("beatBar")->isVisible());
        QVERIFY(s.editor->steps().size() > 20);
        for (const double step : s.editor->steps())
            QVERIFY2(std::abs(std::remainder(step, 4.0)) < 0.1, qPrintable(QString::number(step)));
        for (std::size_t i = 0; i < s.editor->steps().size(); ++i) {
            const PianoRoll& roll = s.w.services->stage.shown().roll;
            const auto step = static_cast<int>(std::lround(s.editor->steps()[i]));
            if (step >= 0 && step < roll.steps()) QCOMPARE(s.editor->isDownbeat(i), roll.stepInBar(step) == 0);
        }
        s.w.find<QAction>("undo")->trigger();
        QVERIFY(s.settled());
        QTRY_VERIFY(!s.editor->track());
        QVERIFY(!s.w.find<QWidget>("beatBar")->isVisible());
    }

    void beatsAreDraggedInsertedAndRemoved() {
        Rig s;
        QVERIFY(s.open());
        const BeatTrack before = s.track();
        s.view->fit();
        const std::size_t beat = 6;
        const double from = s.editor->steps()[beat];
        QTest::mousePress(s.view, Qt::LeftButton, {}, s.place(from));
        QTest::mouseMove(s.view, s.place(from + 1.0));
        QTest::mouseRelease(s.view, Qt::LeftButton, {}, s.place(from + 1.0));
        QVERIFY(s.same());
        QVERIFY(s.w.services->changes.stack().undoText().contains(QStringLiteral("Move a beat")));
        QVERIFY(s.track().beats[beat].seconds > before.beats[beat].seconds + 0.05);
        QCOMPARE(s.track().beats[beat + 1], before.beats[beat + 1]);
        s.w.find<QAction>("undo")->trigger();
        QVERIFY(s.same());
        QCOMPARE(s.track(), before);

        QTest::mouseDClick(s.view, Qt::LeftButton, {}, s.place(s.editor->steps()[beat] + 2.0));
        QVERIFY(s.same());
        QCOMPARE(s.track().beats.size(), before.beats.size() + 1);
        QTest::mouseClick(s.view, Qt::RightButton, {}, s.place(s.editor->steps()[beat + 1]));
        QVERIFY(s.same());
        QCOMPARE(s.track().beats.size(), before.beats.size());
        for (int i = 0; i < 2; ++i) s.w.find<QAction>("undo")->trigger();
        QVERIFY(s.same());
        QCOMPARE(s.track(), before);
    }

    void allBeatsAreCorrectedAtOnce() {
        Rig s;
        QVERIFY(s.open());
        const BeatTrack before = s.track();
        const auto press = [&](const char* name, const BeatTrack& wanted) {
            QTest::mouseClick(s.w.find<QToolButton>(name), Qt::LeftButton);
            QVERIFY(s.same());
            QCOMPARE(s.track(), wanted);
            s.w.find<QAction>("undo")->trigger();
            QVERIFY(s.same());
            QCOMPARE(s.track(), before);
        };
        press("beatsHalve", halvedTempo(before));
        press("beatsDouble", doubledTempo(before));
        press("beatsOff", shiftedHalfBeat(before));
        press("beatsLater", shiftedDownbeat(before, 1));
        auto* meter = s.w.find<QComboBox>("beatsMeter");
        meter->setFocus();
        QTest::keyClick(meter, Qt::Key_Up);
        QVERIFY(s.same());
        QCOMPARE(s.track(), withMeter(before, 3, false));
        QTRY_COMPARE(s.w.services->stage.shown().roll.meter(), (Meter{3, 4}));
    }
};

QTEST_MAIN(tst_BeatEditor)
#include "tst_BeatEditor.moc"
