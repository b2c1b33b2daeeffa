// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/dataset/Importer.h"
#include "core/dataset/Remedying.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/Edits.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ricercar;

namespace {

PianoRoll fourQuarters(int pitch) {
    PianoRoll roll(pianoRange, 16);
    for (int step = 0; step < 16; step += 4) roll.addNote(step, 4, pitch + step);
    return roll;
}

}  // namespace

class tst_Edits : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    std::string file(const char* name) const { return folder_.filePath(QLatin1String(name)).toStdString(); }

private slots:
    void editsOfAPieceShareOneVersion() {
        writeFile(file("a.mid"), writeMidi(toScore(fourQuarters(60))));
        Workspace workspace(file("pieces.ricercar-db"));
        importFiles(workspace, {file("a.mid")});
        const Piece piece = workspace.pieces().all().at(0);
        const PieceSource source = sourceOf(workspace, piece);
        const Remedied shown = remedied(source.score, source.part, {});
        Score score = shown.score;
        QVERIFY(editedRoll(piece, score, shown.firstStep).roll == shown.part.roll);

        score.notes.front().pitch = 62;
        const int version = storeEdit(workspace, piece, score, shown.firstStep, {});
        QCOMPARE(version, 1);
        score.notes.front().pitch = 64;
        QCOMPARE(storeEdit(workspace, piece, score, shown.firstStep, version), version);
        QCOMPARE(workspace.versions().of(piece.id).size(), std::size_t{2});
        QVERIFY(workspace.versions().roll(piece.id) == editedRoll(piece, score, shown.firstStep).roll);

        // a remedy elsewhere may have dropped it
        workspace.versions().setCurrent({{piece.id, 0}});
        QCOMPARE(storeEdit(workspace, piece, score, shown.firstStep, 7), 1);
    }

    void editsOfATakeShareOneCopy() {
        Workspace workspace(file("takes.ricercar-db"));
        Take take;
        take.name = "take";
        take.settings = "{}";
        take.roll = fourQuarters(60);
        take.id = workspace.takes().add(take);
        const Score score = toScore(fourQuarters(61));

        const Take copy = storeEdit(workspace, take, score, 0);
        QVERIFY(copy.id != take.id);
        QCOMPARE(storeEdit(workspace, take, score, copy.id).id, copy.id);
        QCOMPARE(storeEdit(workspace, copy, score, 0).id, copy.id);  // an edited copy is edited in its place
        QCOMPARE(workspace.takes().all().size(), std::size_t{2});
        QVERIFY(workspace.takes().find(take.id)->roll == take.roll);
        QVERIFY(workspace.takes().find(copy.id)->roll == editedRoll(take, score).roll);

        workspace.takes().remove(copy.id);
        QVERIFY(workspace.takes().find(storeEdit(workspace, take, score, copy.id).id).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_Edits)
#include "tst_Edits.moc"
