// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/sound/SoundFonts.h"
#include "tests/ui/Window.h"
#include "ui/pianoroll/RollPicture.h"
#include "ui/shell/TakeHandle.h"
#include "ui/words/Words.h"

#include <QImage>
#include <QListView>
#include <QMimeData>
#include <QSvgRenderer>

using namespace ricercar;

namespace {

bool exportAndWait(test::Window& w, const std::function<void()>& action) {
    QSignalSpy exported(&w.services->exporting, &Exporting::exported);
    action();
    return exported.wait(60'000);
}

}  // namespace

class tst_Exporting : public QObject {
    Q_OBJECT

private slots:
    void midiInBothFormats() {
        test::Window w;
        QVERIFY(w.ready() && w.importPieces(1, 64));
        QTRY_VERIFY(w.services->playback.hasMusic());
        Playback& playback = w.services->playback;
        playback.setPartMix(playback.parts().front(), {40, false, false, 1.0});
        for (const int format : {0, 1}) {
            const QString path = w.path(QStringLiteral("format%1.mid").arg(format));
            QVERIFY(exportAndWait(w, [&] { w.services->exporting.exportMidi(path, format); }));
            const MidiFile midi = readMidi(toPath(path));
            QCOMPARE(midi.format, format);
            const Score& score = midi.sequences.front();
            QVERIFY(!score.notes.empty());
            QCOMPARE(score.tempos.front().microsecondsPerQuarter, 600'000U);
            QCOMPARE(score.meters.front().meter, (Meter{4, 4}));
            QCOMPARE(int{score.events.front().data1}, 40);
            QCOMPARE(score.texts.front().text, std::string("piece 1"));
        }
    }

    void soundInEveryFormat() {
        if (!defaultSoundFont()) QSKIP("no SoundFont is installed (package timgm6mb-soundfont)");
        test::Window w;
        QVERIFY(w.ready() && w.importPieces(1, 32));
        QTRY_VERIFY(w.services->playback.hasMusic());
        const std::pair<const char*, const char*> files[]{{"a.wav", "RIFF"}, {"a.flac", "fLaC"}, {"a.ogg", "OggS"}};
        for (const auto& [name, magic] : files) {
            const QString path = w.path(QLatin1String(name));
            QVERIFY(exportAndWait(w, [&] { w.services->exporting.exportSound(path); }));
            const Bytes bytes = readFile(toPath(path));
            QVERIFY(bytes.size() > 4000);
            QCOMPARE(std::string(bytes.begin(), bytes.begin() + 4), std::string(magic));
        }
    }

    void picturesOfTheRoll() {
        test::Window w;
        QVERIFY(w.ready() && w.importPieces(1, 64));
        QTRY_VERIFY(w.services->playback.hasMusic());
        const QString png = w.path(QStringLiteral("roll.png")), svg = w.path(QStringLiteral("roll.svg"));
        QVERIFY(exportAndWait(w, [&] {
            w.services->exporting.exportPicture(
                png, rollPicture(w.services->stage.shown(), Representation::Grid, png.endsWith(QStringLiteral("svg"))));
        }));
        const QImage image(png);
        QVERIFY(image.width() >= 1600);
        QSet<QRgb> colours;
        for (int x = 0; x < image.width(); x += 7)
            for (int y = 0; y < image.height(); y += 7) colours.insert(image.pixel(x, y));
        QVERIFY(colours.size() > 5);
        QVERIFY(exportAndWait(w, [&] {
            w.services->exporting.exportPicture(
                svg, rollPicture(w.services->stage.shown(), Representation::Free, svg.endsWith(QStringLiteral("svg"))));
        }));
        QVERIFY(QSvgRenderer(svg).isValid());
        QSignalSpy said(&w.services->notices, &Notices::posted);
        w.services->exporting.exportPicture(
            w.path(QStringLiteral("no folder/roll.png")),
            rollPicture(w.services->stage.shown(), Representation::Grid,
                        w.path(QStringLiteral("no folder/roll.png")).endsWith(QStringLiteral("svg"))));
        QTRY_COMPARE(said.size(), 1);
    }

    void whatIsDraggedIsAMidiFileOfItsName() {
        test::Window w;
        QVERIFY(w.ready());
        auto* handle = w.find<TakeHandle>("takeHandle");
        QVERIFY(handle);
        QVERIFY(!handle->dragData());  // nothing is shown
        QVERIFY(w.importPieces(1, 64));
        QTRY_VERIFY(w.services->playback.hasMusic());
        const std::unique_ptr<QMimeData> data(handle->dragData());
        QVERIFY(data && data->hasUrls());
        const QString file = data->urls().front().toLocalFile();
        QCOMPARE(QFileInfo(file).fileName(), QStringLiteral("piece 1.mid"));
        QVERIFY(!readMidi(toPath(file)).sequences.front().notes.empty());
    }

    void aTakesRowCanBeDragged() {
        test::Window w;
        QVERIFY(w.ready());
        Take take;
        take.name = "Night / piece";
        take.roll = PianoRoll(pianoRange, 16);
        take.roll.addNote(0, 4, 60);
        bool written = false;
        w.services->changes.write([take](Workspace& workspace) { workspace.takes().add(take); },
                                  [&] { w.services->store.reloadTakes([&] { written = true; }); });
        QTRY_VERIFY(written);
        auto* list = w.find<QListView>("takes");
        QVERIFY(list->dragEnabled());
        const QModelIndex row = list->model()->index(0, 0);
        QVERIFY(list->model()->flags(row) & Qt::ItemIsDragEnabled);
        const std::unique_ptr<QMimeData> data(list->model()->mimeData({row}));
        QVERIFY(data);
        const QString file = data->urls().front().toLocalFile();
        QCOMPARE(QFileInfo(file).fileName(), QStringLiteral("Night - piece.mid"));
        QCOMPARE(readMidi(toPath(file)).sequences.front().notes.size(), std::size_t{1});
    }
};

QTEST_MAIN(tst_Exporting)
#include "tst_Exporting.moc"
