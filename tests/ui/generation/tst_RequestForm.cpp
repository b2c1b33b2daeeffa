// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/workbench/RequestJson.h"
#include "core/workbench/Resources.h"
#include "core/workbench/ScaleNames.h"
#include "tests/ui/Window.h"
#include "ui/generation/CurveEditor.h"
#include "ui/generation/GeneratePanel.h"
#include "ui/generation/ScaleKeys.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace ricercar;

namespace {

/// The window with the model that ships, its sections open.
struct Opened : test::Window {
    GeneratePanel* panel = nullptr;

    bool begin() {
        if (!ready() || !QTest::qWaitFor([this] { return find<QComboBox>("checkpoint")->count() > 0; })) return false;
        panel = find<GeneratePanel>("generatePanel");
        for (const char* fold : {"drawFold", "constraintsFold", "structureFold", "styleFold"})
            QTest::mouseClick(find<QToolButton>(fold), Qt::LeftButton);
        const auto* keys = find<ScaleKeys>("scaleKeys");
        return QTest::qWaitFor([keys] { return keys->isVisible() && keys->height() == keys->sizeHint().height(); });
    }
    [[nodiscard]] QString summary(const char* fold) const {
        return window->findChild<QLabel*>(QLatin1String(fold) + QStringLiteral("Summary"))->text();
    }
    [[nodiscard]] QString problem() const { return find<QLabel>("requestProblem")->text(); }
    void type(const char* field, const QString& words) const {
        auto* box = find<QAbstractSpinBox>(field);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, words);
        QTest::keyClick(box, Qt::Key_Tab);
    }
};

}  // namespace

class tst_RequestForm : public QObject {
    Q_OBJECT

private slots:
    void constraintsAreSetAndTold() {
        Opened w;
        QVERIFY(w.begin());
        QVERIFY(w.summary("constraintsFold").isEmpty());
        w.type("lowest", QStringLiteral("C3"));
        w.type("highest", QStringLiteral("72"));
        w.find<QComboBox>("scaleTonic")->setCurrentIndex(2);
        auto* mode = w.find<QComboBox>("scaleMode");
        mode->setCurrentIndex(mode->findText(modeName(Mode::Minor)));
        w.find<QComboBox>("scaleTonic")->setCurrentIndex(2);
        w.type("voices", QStringLiteral("4"));
        w.type("shortest", QStringLiteral("2"));
        w.type("longest", QStringLiteral("8"));
        const Constraints constraints = w.panel->request().settings.constraints;
        QCOMPARE(constraints.range, std::optional(PitchRange{48, 72}));
        QCOMPARE(constraints.pitchClasses, scaleFromText("D minor")->pitchClasses());
        QCOMPARE(constraints.voices, 4);
        QCOMPARE(constraints.shortest, 2);
        QCOMPARE(constraints.longest, 8);
        const QString told = w.summary("constraintsFold");
        QVERIFY2(told.startsWith(QStringLiteral("D Minor, C3–C5, 4 voices")), qPrintable(told));
        // a key is painted out: it is no scale with a name any more; painted back it is
        auto* keys = w.find<ScaleKeys>("scaleKeys");
        QTest::mouseClick(keys, Qt::LeftButton, {}, keys->keyRect(10).center());
        QCOMPARE(w.panel->request().settings.constraints.pitchClasses, constraints.pitchClasses & ~(1 << 10));
        QCOMPARE(mode->currentIndex(), 2);
        keys->setFocus();
        QTest::keyClick(keys, Qt::Key_Space);
        QCOMPARE(w.panel->request().settings.constraints.pitchClasses, constraints.pitchClasses);
        QCOMPARE(mode->currentText(), modeName(Mode::Minor));
        QTest::keyClick(keys, Qt::Key_Right);
        QTest::keyClick(keys, Qt::Key_Space);  // B, too
        QVERIFY(w.panel->request().settings.constraints.allows(59));
    }

    void contradictionsAreSaidBeforeAnythingIsDrawn() {
        Opened w;
        QVERIFY(w.begin());
        auto* generate = w.find<QPushButton>("generate");
        QTRY_VERIFY(generate->isEnabled());
        w.type("lowest", QStringLiteral("C5"));
        w.type("highest", QStringLiteral("C4"));
        QTRY_VERIFY(!generate->isEnabled());
        QTRY_VERIFY(!w.problem().isEmpty());
        QCOMPARE(generate->toolTip(), w.problem());
        w.type("highest", QStringLiteral("any"));
        QTRY_VERIFY(generate->isEnabled());
        auto* form = w.find<QComboBox>("form");
        form->setEditText(QStringLiteral("aab"));
        QTRY_VERIFY(!generate->isEnabled());  // 16 bars are no three parts
        QVERIFY2(w.problem().startsWith(QStringLiteral("The number of bars cannot be 16")), qPrintable(w.problem()));
        form->setEditText(QStringLiteral("aa'bb'"));
        QCOMPARE(w.panel->request().form, std::string("AA'BB'"));
        QTRY_VERIFY(generate->isEnabled());
        QCOMPARE(w.summary("structureFold"), QStringLiteral("AA'BB'"));
    }

    void curvesAreDrawnByHand() {
        Opened w;
        QVERIFY(w.begin());
        auto* curve = w.find<CurveEditor>("temperatureCurve");
        auto* number = w.find<QDoubleSpinBox>("temperature");
        QTRY_VERIFY(curve->isVisible());
        QVERIFY(number->isEnabled());
        QTest::mouseClick(curve, Qt::LeftButton, {}, curve->place({2, 0.8}).toPoint());
        QTest::mouseClick(curve, Qt::LeftButton, {}, curve->place({12, 1.4}).toPoint());
        QCOMPARE(curve->points().size(), std::size_t{2});
        QVERIFY(std::abs(curve->points()[0].bar - 2) < 0.6 && std::abs(curve->points()[1].value - 1.4) < 0.11);
        QVERIFY(!number->isEnabled());
        QCOMPARE(w.panel->request().settings.temperatureCurve, curve->points());
        QVERIFY(!w.summary("drawFold").isEmpty());
        // dragged, and moved with the keyboard
        const QPoint from = curve->place(curve->points()[1]).toPoint(), to = curve->place({14, 1.1}).toPoint();
        QTest::mousePress(curve, Qt::LeftButton, {}, from);
        QTest::mouseMove(curve, to);
        QTest::mouseRelease(curve, Qt::LeftButton, {}, to);
        QVERIFY(std::abs(curve->points()[1].bar - 14) < 0.6);
        const CurvePoint before = curve->points()[1];
        QTest::keyClick(curve, Qt::Key_Left);
        QTest::keyClick(curve, Qt::Key_Up);
        QCOMPARE(curve->points()[1].bar, before.bar - 0.25);
        QVERIFY(curve->points()[1].value > before.value);
        QTest::keyClick(curve, Qt::Key_Left, Qt::ControlModifier);
        QTest::keyClick(curve, Qt::Key_Insert);
        QCOMPARE(curve->points().size(), std::size_t{3});
        QTest::keyClick(curve, Qt::Key_Delete);
        QTest::mouseClick(curve, Qt::RightButton, {}, curve->place(curve->points()[0]).toPoint());
        QTest::keyClick(curve, Qt::Key_Delete);
        QVERIFY(curve->points().empty());
        QVERIFY(number->isEnabled());
    }

    void styleAndTheDatasetsVelocities() {
        Opened w;
        QVERIFY(w.begin() && w.importPieces(6));
        w.find<QComboBox>("program")->setCurrentIndex(73);
        w.find<QSpinBox>("velocity")->setValue(70);
        w.find<QDoubleSpinBox>("swing")->setValue(60);
        QCOMPARE(w.panel->request().style.program, 73);
        QCOMPARE(w.panel->request().style.swing, 0.6);
        auto* velocities = w.find<QComboBox>("velocities");
        velocities->setCurrentIndex(static_cast<int>(Velocities::Accent));
        QCOMPARE(w.panel->request().style.velocities, Velocities::Accent);
        velocities->setCurrentIndex(static_cast<int>(Velocities::Profile));
        QTRY_COMPARE(w.panel->request().style.profile.size(), std::size_t{16});
        QTRY_VERIFY(!w.find<QLabel>("velocitySource")->text().isEmpty());
        QVERIFY(!w.summary("styleFold").isEmpty());
    }

    /// A request with everything in it: what the form shows is what it gives back.
    void everySettingIsShown() {
        Opened w;
        QVERIFY(w.begin());
        TakeRequest request;
        request.checkpoint = demoCheckpoint();
        request.bars = 8;
        request.variations = 3;
        request.settings.seed = 12'345'678'901'234;
        request.settings.temperature = 0.8675309;
        request.settings.conservativityCurve = {{0, 0.9}, {6.5, 1.2}};
        request.settings.floor = 0.0123456;
        request.settings.keyFloor = 0.02;
        request.settings.density = 2.5;
        request.settings.silenceGuard = true;
        request.settings.constraints = {PitchRange{40, 80}, scaleFromText("F# dorian")->pitchClasses(), 5, 2, 16};
        request.settings.forced = {{0, 60, 3}, {1, 60, 1, 3, 1}, {8, 40, 0, 8, 12}};
        request.settings.particles = 24;
        request.form = "AA'";
        request.looseness = 0.3333;
        request.meter = Meter{3, 4};
        request.tempo = 133.25;
        request.style = {12, Velocities::Accent, 77, 9, {}, 0.61, 0.87};
        const std::string text = toJson(request);
        writeFile(toPath(w.path("all.json")), text);
        QSignalSpy shown(w.panel, &GeneratePanel::setupShown);
        w.panel->openRequest(toPath(w.path("all.json")));
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(toJson(w.panel->request()), text);
        QVERIFY(w.find<QLabel>("givenWords")->isVisible());
        w.panel->saveRequest(toPath(w.path("again.json")));
        QTRY_VERIFY(QFile::exists(w.path("again.json")));
        QTRY_VERIFY(w.services->jobs.idle());
        const TakeRequest again = readTakeRequest(toPath(w.path("again.json")));
        QCOMPARE(again.settings, w.panel->request().settings);
        QVERIFY(!again.modelHash.empty());
    }

    /// The window and the command line draw the same bytes for the same request.
    void theSameBytesAsTheCommandLine() {
        Opened w;
        QVERIFY(w.begin());
        TakeRequest request;
        request.checkpoint = demoCheckpoint();
        request.bars = 4;
        request.settings.seed = 99;
        useDefaults(request.settings, loadCheckpointHeader(request.checkpoint));
        request.settings.constraints.range = PitchRange{45, 75};
        request.form = "AB";
        request.style.velocities = Velocities::Accent;
        request.settings.temperatureCurve = {{0, 0.9}, {4, 1.1}};
        writeFile(toPath(w.path("request.json")), toJson(request));
        QSignalSpy shown(w.panel, &GeneratePanel::setupShown), finished(&w.services->generation, &Generation::finished);
        w.panel->openRequest(toPath(w.path("request.json")));
        QTRY_COMPARE(shown.size(), 1);
        QTRY_VERIFY(w.find<QPushButton>("generate")->isEnabled());
        QTest::mouseClick(w.find<QPushButton>("generate"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        const Take ofWindow = w.services->store.takes().front().unpacked();
        const Take ofCore = makeTake(prepareTake(readTakeRequest(toPath(w.path("request.json")))));
        QCOMPARE(writeMidi(takeScore(ofWindow)), writeMidi(takeScore(ofCore)));
        // its setup makes it once more
        w.find<QToolButton>("requestMenu")->menu()->findChild<QAction*>("resetRequest")->trigger();
        QVERIFY(w.panel->request().settings.temperatureCurve.empty());
        w.panel->useSetupOf(ofWindow);
        QTRY_COMPARE(shown.size(), 2);
        QCOMPARE(w.panel->request().form, std::string());  // nothing returns in AB
        QTRY_VERIFY(w.find<QPushButton>("generate")->isEnabled());
        QTest::mouseClick(w.find<QPushButton>("generate"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60'000);
        const Take again = w.services->store.takes().back().unpacked();
        QCOMPARE(again.settings, ofWindow.settings);
        QCOMPARE(writeMidi(takeScore(again)), writeMidi(takeScore(ofWindow)));
    }

    void whatIsWrongInARequestIsSaid() {
        Opened w;
        QVERIFY(w.begin());
        QSignalSpy posted(&w.services->notices, &Notices::posted), shown(w.panel, &GeneratePanel::setupShown);
        writeFile(toPath(w.path("bad.json")), std::string(R"({"temperatur": 1})"));
        w.panel->openRequest(toPath(w.path("bad.json")));
        QTRY_COMPARE(posted.size(), 1);
        w.panel->openRequest(toPath(w.path("none.json")));
        QTRY_COMPARE(posted.size(), 2);
        // a model that is not here: the form keeps the one that was chosen
        writeFile(toPath(w.path("gone.json")), std::string(R"({"checkpoint": "gone.ricercar", "bars": 3})"));
        w.panel->openRequest(toPath(w.path("gone.json")));
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(posted.size(), 3);
        QCOMPARE(w.panel->request().bars, 3);
        QCOMPARE(w.panel->request().checkpoint, toPath(w.find<QComboBox>("checkpoint")->currentData().toString()));
    }

    /// What stood in the form when the window closed stands there again.
    void theFormIsRemembered() {
        Opened w;
        QVERIFY(w.begin());
        w.type("lowest", QStringLiteral("50"));
        w.find<ScaleKeys>("scaleKeys")->setPitchClasses(0b101);
        w.find<CurveEditor>("temperatureCurve")->setPoints({{0, 1.0}, {3.25, 1.15}});
        w.find<QComboBox>("form")->setEditText(QStringLiteral("ABA"));
        w.find<QSpinBox>("bars")->setValue(9);
        const TakeRequest before = w.panel->request();
        w.window->close();
        w.window = std::make_unique<MainWindow>(*w.services, *w.settings);
        w.window->show();
        const TakeRequest after = w.find<GeneratePanel>("generatePanel")->request();
        QCOMPARE(after.settings.constraints, before.settings.constraints);
        QCOMPARE(after.settings.temperatureCurve, before.settings.temperatureCurve);
        QCOMPARE(after.form, std::string("ABA"));
        QVERIFY(w.find<QToolButton>("constraintsFold")->isChecked());
    }
};

QTEST_MAIN(tst_RequestForm)
#include "tst_RequestForm.moc"
