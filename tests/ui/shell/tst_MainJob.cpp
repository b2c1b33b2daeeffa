// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/sound/SoundFonts.h"
#include "core/workbench/Resources.h"
#include "core/workbench/Takes.h"
#include "tests/ui/Window.h"
#include "ui/pianoroll/RollView.h"
#include "ui/training/LossPlot.h"
#include "ui/words/Words.h"

#include <QFileDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>

using namespace ricercar;

/// The main job as a person does it, from the first drop to the exported file.
class tst_MainJob : public QObject {
    Q_OBJECT

    /// Answers the file dialog that is open.
    static void answer(QWidget* window, const QString& path) {
        QTRY_VERIFY(window->findChild<QFileDialog*>());
        auto* dialog = window->findChild<QFileDialog*>();
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
    }

    test::Window* w_ = nullptr;

private slots:
    void initTestCase() {
        w_ = new test::Window;
        QVERIFY(w_->ready());
    }
    void cleanupTestCase() { delete w_; }

    void dropTheDemo() {
        QStringList files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(demoFolder()))
            if (entry.path().extension() == ".mid") files << fromPath(entry.path());
        if (files.isEmpty()) QSKIP("There are no demo pieces in this source tree.");
        QVERIFY(files.size() >= 40);
        test::Window::drop(w_->find<QWidget>("datasetPanel"), files);
        auto* table = w_->find<QTreeView>("pieces");
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= files.size(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!w_->services->importing.running(), 60'000);
        const auto& pieces = w_->services->store.pieces();
        QVERIFY(std::count_if(pieces.begin(), pieces.end(), [](const Piece& p) { return p.state != PieceState::Rejected; }) >=
                30);
        for (const Piece& piece : pieces) QVERIFY(piece.state == PieceState::Accepted || !piece.remarks.empty());
    }

    void train() {
        auto* train = w_->find<QPushButton>("train");
        QTRY_VERIFY(train->isEnabled());
        w_->find<QSpinBox>("window")->setValue(32);
        w_->find<QSpinBox>("batch")->setValue(2);
        QTest::mouseClick(train, Qt::LeftButton);
        auto* plot = w_->find<LossPlot>("lossPlot");
        QTRY_VERIFY_WITH_TIMEOUT(plot->isVisible() && plot->trainPoints() >= 4, 120'000);
        QTest::mouseClick(train, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!w_->services->training.running(), 60'000);
        QTRY_VERIFY(w_->find<QPushButton>("generate")->isEnabled());
    }

    void generate() {
        w_->find<QSpinBox>("bars")->setValue(8);
        QSignalSpy grew(&w_->services->stage, &Stage::shownGrew);
        QTest::mouseClick(w_->find<QPushButton>("generate"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(w_->services->stage.shown().kind, StageContent::Kind::Take, 120'000);
        QVERIFY(!grew.isEmpty());
        const auto* roll = w_->find<RollView>("rollView");
        QVERIFY(roll->isVisible());
        const PianoRoll& shown = w_->services->stage.shown().roll;
        QCOMPARE(roll->content().steps, static_cast<double>(shown.steps()));
        QVERIFY(!roll->content().notes.empty());
        QCOMPARE(roll->content().notes.size(), notesOf(shown).size());
    }

    void play() {
        Playback& playback = w_->services->playback;
        w_->find<QAction>("stop")->trigger();
        QTRY_COMPARE(playback.position(), 0.0);
        w_->find<QAction>("play")->trigger();
        QTRY_VERIFY(playback.position() > 1.0);
        QTRY_VERIFY(w_->find<RollView>("rollView")->playhead() > 1.0);
        w_->find<QAction>("stop")->trigger();
    }

    void exportMidi() {
        const QString path = w_->path(QStringLiteral("take.mid"));
        w_->find<QAction>("exportMidi")->trigger();
        answer(w_->window.get(), path);
        QTRY_VERIFY(QFile::exists(path));
        const StageContent& shown = w_->services->stage.shown();
        const MidiFile file = readMidi(toPath(path));
        QuantizeOptions options;
        options.range = shown.roll.range();
        options.detectPickup = false;
        QCOMPARE(quantize(file.sequences.front(), options).front().roll, shown.roll);
        QVERIFY(!takeSettings(file.sequences.front()).empty());
    }

    void exportWav() {
        if (!defaultSoundFont()) QSKIP("There is no SoundFont on this computer (package timgm6mb-soundfont).");
        const QString path = w_->path(QStringLiteral("take.wav"));
        w_->find<QAction>("exportWav")->trigger();
        answer(w_->window.get(), path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 60'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WAVE");
        const StageContent& shown = w_->services->stage.shown();
        const double seconds = static_cast<double>(bytes.size() - 44) / (44'100.0 * 4);
        QVERIFY(seconds >= secondsOf(shown.roll.steps(), shown.tempo) - 0.1);
        QVERIFY(std::any_of(bytes.begin() + 44, bytes.end(), [](char c) { return c != 0; }));
    }
};

QTEST_MAIN(tst_MainJob)
#include "tst_MainJob.moc"
