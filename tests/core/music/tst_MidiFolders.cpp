// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/music/TempoMap.h"
#include "tests/support/Csv.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace ricercar;

namespace {

double secondsOf(const MidiFile& file) {
    double seconds = 0.0;
    for (const Score& score : file.sequences) seconds = std::max(seconds, TempoMap(score).seconds(score.end));
    return seconds;
}

/// The manifests round seconds to a tenth.
bool sameSeconds(double ours, const std::string& manifest) {
    const double theirs = std::stod(manifest);
    return std::abs(ours - theirs) <= 0.0501 + 1e-5 * theirs;
}

struct Expected {
    std::int64_t notes;
    int tracks;
};

/// Where nothing can be read: no header, no track, or a division that tells no time.
const std::set<std::string> refused{"no-header-chunk__entertainer05.mid",
                                    "MIDIBadHeaderChunk.mid",
                                    "MIDIBadTrackHdr.mid",
                                    "test-empty-file.mid",
                                    "muspy-zero-ticks-per-beat.mid",
                                    "muspy-negative-ticks-per-beat.mid",
                                    "fluidsynth-empty.mid",
                                    "derived-all-tracks-cut-to-header.mid"};

/// Where more can be read than the manifest's parser did: tracks found again behind a damaged one (as many as the header
/// promises), and tracks read on after a system message.
const std::map<std::string, Expected> readFurther{{"unexpected-running-status__beet51a.mid", {11659, 19}},
                                                  {"unexpected-running-status__beet54.mid", {34982, 24}},
                                                  {"unknown-channel-event__dixie-nw.mid", {1750, 7}},
                                                  {"test-illegal-message-all.mid", {8, 1}},
                                                  {"test-illegal-message-f4.mid", {8, 1}},
                                                  {"test-illegal-message-fe.mid", {8, 1}}};

}  // namespace

class tst_MidiFolders : public QObject {
    Q_OBJECT
private slots:
    void wellFormedFilesAgreeWithTheirManifest() {
        const auto folder = test::sharedData() / "midi";
        if (!std::filesystem::is_regular_file(folder / "manifest.csv")) QSKIP("no shared MIDI files here");
        int agree = 0;
        const auto rows = test::readCsv(folder / "manifest.csv");
        for (const auto& row : rows) {
            const MidiFile file = readMidi(folder / row.at("file"));
            const bool same = file.noteOns == std::stoll(row.at("notes")) && file.tracks == std::stoi(row.at("tracks")) &&
                              file.format == std::stoi(row.at("format")) && sameSeconds(secondsOf(file), row.at("seconds"));
            if (!same) qWarning("%s differs", row.at("file").c_str());
            agree += same ? 1 : 0;
        }
        qInfo("%d of %zu files agree in notes, tracks, format and seconds", agree, rows.size());
        QCOMPARE(agree, static_cast<int>(rows.size()));
        QCOMPARE(agree, 271);
    }

    void nastyFilesAreReadAsFarAsTheyGo_data() {
        QTest::addColumn<QString>("name");
        const auto manifest = test::sharedData() / "nasty" / "manifest.csv";
        if (!std::filesystem::is_regular_file(manifest)) QSKIP("no shared malformed files here");
        for (const auto& row : test::readCsv(manifest))
            QTest::newRow(row.at("file").c_str()) << QString::fromStdString(row.at("file"));
    }

    void nastyFilesAreReadAsFarAsTheyGo() {
        QFETCH(QString, name);
        const auto folder = test::sharedData() / "nasty";
        const std::string file = name.toStdString();
        const auto rows = test::readCsv(folder / "manifest.csv");
        const auto row = *std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.at("file") == file; });
        if (refused.contains(file)) {
            try {
                readMidi(folder / file);
                QFAIL("was read");
            } catch (const Error& error) {
                QCOMPARE(error.kind(), ErrorKind::Damaged);
                QVERIFY(std::string(error.what()).find(file) != std::string::npos);
            }
            return;
        }
        const MidiFile midi = readMidi(folder / file);
        const auto further = readFurther.find(file);
        if (further != readFurther.end()) {
            QCOMPARE(midi.noteOns, further->second.notes);
            QCOMPARE(midi.tracks, further->second.tracks);
            QVERIFY(midi.noteOns > std::stoll(row.at("notes")));
        } else {
            QCOMPARE(midi.noteOns, std::stoll(row.at("notes")));
            QCOMPARE(midi.tracks, std::stoi(row.at("tracks")));
            if (!row.at("seconds").empty()) QVERIFY(sameSeconds(secondsOf(midi), row.at("seconds")));
        }
        for (const Score& score : midi.sequences) {
            QVERIFY(std::all_of(score.notes.begin(), score.notes.end(), [&](const Note& note) {
                return note.duration >= 0 && note.start + note.duration <= score.end;
            }));
            for (const QuantizedPart& part : quantize(score)) {
                QVERIFY(part.roll.valid());
                QVERIFY(part.roll.steps() <= QuantizeOptions{}.maxSteps);
            }
        }
    }

    void everyReadableFileSurvivesWriting() {
        const auto folder = test::sharedData();
        if (folder.empty()) QSKIP("no shared data here");
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.path().extension() != ".mid" || ++files % 4 != 0) continue;
            try {
                for (const Score& score : readMidi(entry.path()).sequences)
                    QVERIFY(readMidi(writeMidi(score), "again").sequences.at(0) == score);
            } catch (const Error&) {
                QVERIFY(entry.path().parent_path().filename() == "nasty");
            }
        }
        QVERIFY(files > 1000);
    }
};

QTEST_APPLESS_MAIN(tst_MidiFolders)
#include "tst_MidiFolders.moc"
