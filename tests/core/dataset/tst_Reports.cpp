// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Importer.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace ricercar;
namespace fs = std::filesystem;

/// Files after bug reports of other MIDI tools (shared/data/reports): what is right was decided before they were tried.
class tst_Reports : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::unique_ptr<Workspace> workspace_;
    std::map<std::string, Piece> pieces_;  ///< by file name
    ImportReport report_;

    std::vector<RollNote> notes(const std::string& file) const {
        return notesOf(workspace_->versions().roll(pieces_.at(file).id));
    }
    bool says(const std::string& file, MessageId id) const {
        const auto& remarks = pieces_.at(file).remarks;
        return std::any_of(remarks.begin(), remarks.end(), [&](const Message& remark) { return remark.id == id; });
    }

private slots:
    void initTestCase() {
        const fs::path reports = test::sharedData() / "reports";
        if (test::sharedData().empty() || !fs::exists(reports)) QSKIP("no shared data here");
        workspace_ = std::make_unique<Workspace>(folder_.path().toStdString() + "/w.ricercar");
        report_ = importFiles(*workspace_, {reports});
        for (const Piece& piece : workspace_->pieces().all()) pieces_[fs::path(piece.path).filename().string()] = piece;
    }

    void everyPieceComesIn() {
        QCOMPARE(report_.rejected, 0);
        for (const auto& [file, piece] : pieces_) QCOMPARE(piece.parts, 1);
        QVERIFY(pieces_.contains("Für Elise.mid") && pieces_.contains("plain.mid"));
    }

    void notesEndWhereTheyShould() {
        QCOMPARE(notes("67_missing_off_resync.mid"),
                 (std::vector<RollNote>{{0, 16, 60}, {16, 4, 60}, {32, 4, 60}, {48, 4, 60}}));
        QVERIFY(says("67_missing_off_resync.mid", MessageId::MidiLostOffsInBars));
        QCOMPARE(notes("01b_on_v0_before_on.mid"), (std::vector<RollNote>{{0, 8, 60}, {8, 8, 60}, {16, 16, 64}}));
        QCOMPARE(notes("14_cc123.mid"), (std::vector<RollNote>{{0, 4, 60}, {16, 16, 64}}));
        QCOMPARE(notes("13_off_in_other_track.mid").front(), (RollNote{0, 4, 60}));
    }

    void lengthIsTheMusic() {
        for (const char* file : {"15_trailing_tempos.mid", "32_long_silence.mid"}) {
            QCOMPARE(pieces_.at(file).steps, 8 * 16);
            QVERIFY(says(file, MessageId::GridTrimmed));
        }
        QCOMPARE(pieces_.at("76_rest_end.mid").steps, 4 * 16);
        QCOMPARE(pieces_.at("30_meter_after_last_note.mid").steps, 8 * 16);
        QCOMPARE(pieces_.at("65_same_meter_restart.mid").report.pickupSteps, 4);
    }

    void drumsAreDrums() {
        QCOMPARE(pieces_.at("59_xg_drums.mid").report.drums, 32);
        QCOMPARE(pieces_.at("59_xg_drums.mid").report.notes, 16);
        QCOMPARE(pieces_.at("70_ch10_melodic.mid").report.notes, 16);
    }

    void namesAreRead() {
        QCOMPARE(pieces_.at("62_cp1252_name.mid").title, std::string("Don’t “Stop” – live"));
        QCOMPARE(pieces_.at("09_sjis_name.mid").title, std::string("主旋律"));
    }
};

QTEST_APPLESS_MAIN(tst_Reports)
#include "tst_Reports.moc"
