// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Importer.h"
#include "core/dataset/Remedying.h"
#include "core/music/MidiFile.h"
#include "core/music/NoteEdits.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>
#include <QTest>

#include <stop_token>

using namespace ricercar;
namespace fs = std::filesystem;

namespace {

Score someScore(std::uint64_t seed) {
    PianoRoll roll = test::randomRoll(seed, 64, {48, 84}, 2.0);
    roll.addNote(0, 4, 60);
    Score score = toScore(roll, 100.0);
    score.notes.push_back({1920, 120, 36, 80, drumChannel, 0});
    std::sort(score.notes.begin(), score.notes.end(),
              [](const Note& a, const Note& b) { return std::pair(a.start, a.pitch) < std::pair(b.start, b.pitch); });
    return score;
}

NoteEdit transposedUp(const Score& score) { return moveNotes(score.notes, score.notes, 0, 1); }

}  // namespace

class tst_Remedying : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path(const std::string& name) const { return fs::path(folder_->path().toStdString()) / name; }

    Workspace imported(int count, const ImportOptions& options = {}) const {
        for (int i = 0; i < count; ++i)
            writeFile(path(std::to_string(100 + i) + ".mid"), writeMidi(someScore(static_cast<std::uint64_t>(i))));
        Workspace workspace(path("w.ricercar"));
        importFiles(workspace, {fs::path(folder_->path().toStdString())}, options);
        return workspace;
    }
    static std::vector<std::int64_t> idsOf(const Workspace& workspace) {
        std::vector<std::int64_t> ids;
        for (const Piece& piece : workspace.pieces().all()) ids.push_back(piece.id);
        return ids;
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void recipesComeBackAsTheyWere() {
        BeatTrack track;
        track.beats = {{0.5, 1.0}, {1.125, 0.25}, {1.7, 0.5}};
        track.beatsPerBar = 3;
        const Recipe all{FindBeat{track},
                         FindBeat{},
                         JoinMeters{},
                         PlaceBarLine{-3},
                         ShiftNotes{0.125},
                         ScaleTempo{false},
                         ChooseVoices{{{1, 2}, {0, 15}}},
                         Drums{true},
                         SustainPedal{true},
                         TrimSilence{},
                         SetAside{}};
        QCOMPARE(recipeFromJson(toJson(all)).size(), all.size());
        QVERIFY(recipeFromJson(toJson(all)) == all);
        QVERIFY(recipeFromJson("[]").empty());
        for (const char* text : {"", "{}", "[1]", "[{}]", R"([{"remedy":"magic"}])", R"([{"remedy":"drums"}])",
                                 R"([{"remedy":"voices","voices":[[1]]}])", R"([{"remedy":"find-beat","track":[1,2]}])"})
            try {
                (void)recipeFromJson(text);
                QFAIL(text);
            } catch (const Error& error) {
                QCOMPARE(error.message().id, MessageId::RecipeUnknown);
            }
        QVERIFY_EXCEPTION_THROWN((void)recipeFromJson(std::string(500'000, '[') + std::string(500'000, ']')), Error);
    }

    void aRemedyMakesAVersionFromTheOriginal() {
        Workspace workspace = imported(3);
        fs::remove(path("100.mid"));  // the workspace has it
        const auto ids = idsOf(workspace);
        const RemedyReport report = applyRemedy(workspace, {ids[0], ids[2]}, Drums{true});
        QCOMPARE(report.changed, 2);
        QCOMPARE(report.rejected, 0);
        QVERIFY(report.problems.empty());
        const Piece piece = workspace.pieces().find(ids[0]).value();
        QCOMPARE(piece.version, 1);
        QCOMPARE(piece.report.notes, static_cast<int>(someScore(0).notes.size()));
        QCOMPARE(workspace.pieces().find(ids[1])->version, 0);
        const Remedied expected = remedied(someScore(0), 0, {Drums{true}});
        QVERIFY(workspace.versions().roll(ids[0]) == expected.part.roll);

        applyRemedy(workspace, {ids[0]}, ScaleTempo{true});
        QVERIFY(recipeFromJson(workspace.pieces().find(ids[0])->recipe) == (Recipe{Drums{true}, ScaleTempo{true}}));
        QCOMPARE(workspace.pieces().find(ids[0])->report.notes, piece.report.notes);
        // undo, redo
        workspace.versions().setCurrent(report.before);
        QCOMPARE(workspace.pieces().find(ids[0])->recipe, std::string("[]"));
        QVERIFY(workspace.versions().roll(ids[0]) == remedied(someScore(0), 0, {}).part.roll);
        workspace.versions().setCurrent(report.after);
        QVERIFY(workspace.versions().roll(ids[0]) == expected.part.roll);
        // what changes nothing makes no version
        QCOMPARE(applyRemedy(workspace, {ids[0]}, Drums{true}).changed, 0);
        QCOMPARE(removeRemedy(workspace, {ids[0]}, Drums{}).changed, 1);
        QCOMPARE(workspace.pieces().find(ids[0])->recipe, std::string("[]"));
    }

    void anEditedScoreIsWhatLaterRemediesBeginWith() {
        Workspace workspace = imported(2);
        const auto ids = idsOf(workspace);
        applyRemedy(workspace, ids, Drums{true});
        applyRemedy(workspace, ids, ScaleTempo{true});
        const Piece piece = workspace.pieces().find(ids[0]).value();
        const PieceSource source = sourceOf(workspace, piece);
        Remedied shown = remedied(source.score, source.part, recipeFromJson(piece.recipe));
        // unchanged it is the same music
        QVERIFY(editedPiece(piece, shown.score, shown.firstStep).roll == shown.part.roll);
        QVERIFY(editedPiece(piece, shown.score, shown.firstStep).piece.barOffset == piece.barOffset);

        Score score = shown.score;
        const NoteEdit edit = transposedUp(score);
        apply(score, edit.change, score.end);
        std::vector<NewPiece> made{editedPiece(piece, score, shown.firstStep)};
        workspace.versions().add(made);
        const Piece edited = workspace.pieces().find(ids[0]).value();
        QCOMPARE(edited.version, 3);
        QVERIFY(edited.score != 0);
        QCOMPARE(edited.score, made[0].piece.score);
        QVERIFY(workspace.versions().roll(ids[0]) == shown.part.roll.transposed(1));
        QCOMPARE(sourceOf(workspace, edited).score.notes, score.notes);
        QVERIFY(edited.state == piece.state);

        // the next remedy begins there
        QCOMPARE(applyRemedy(workspace, {ids[0]}, ScaleTempo{false}).changed, 1);
        QCOMPARE(workspace.pieces().find(ids[0])->score, edited.score);
        QVERIFY(workspace.versions().roll(ids[0]) != shown.part.roll.transposed(1));
        QCOMPARE(workspace.versions().roll(ids[0]).steps(), (shown.part.roll.steps() + 1) / 2);
        // the versions stay what they were, the other piece has its own
        const auto versions = workspace.versions().of(ids[0]);
        QCOMPARE(versions.size(), std::size_t{5});
        QCOMPARE(versions[3].score, edited.score);
        QCOMPARE(versions[2].score, std::int64_t{0});
        workspace.versions().setCurrent({{ids[0], 0}});
        QVERIFY(workspace.versions().roll(ids[0]) == remedied(someScore(0), 0, {}).part.roll);
        QCOMPARE(sourceOf(workspace, workspace.pieces().find(ids[0]).value()).score.notes.size(), someScore(0).notes.size());
        workspace.versions().setCurrent({{ids[0], 3}});
        QVERIFY(workspace.versions().roll(ids[0]) == shown.part.roll.transposed(1));
        QCOMPARE(workspace.pieces().find(ids[1])->score, std::int64_t{0});

        // made anew with other notes; what follows stays
        Score again = score;
        again.notes.resize(1);
        made = {editedPiece(edited, again, shown.firstStep)};
        workspace.versions().replace(made);
        QCOMPARE(workspace.versions().of(ids[0]).size(), std::size_t{5});
        QCOMPARE(workspace.pieces().find(ids[0])->version, 3);
        QCOMPARE(sourceOf(workspace, workspace.pieces().find(ids[0]).value()).score.notes, again.notes);
        QVERIFY(workspace.versions().score(edited.score).size() > 0);  // the fourth version begins with it
        workspace.versions().setCurrent({{ids[0], 0}});
        applyRemedy(workspace, {ids[0]}, Drums{true});  // drops them
        try {
            (void)workspace.versions().score(edited.score);
            QFAIL("a score that no version needs");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::NotFound);
        }
        // a copy has it all
        workspace.versions().add(made);
        workspace.copyTo(path("copy.ricercar"));
        const Workspace copy(path("copy.ricercar"));
        QCOMPARE(sourceOf(copy, copy.pieces().find(ids[0]).value()).score.notes, again.notes);
    }

    void anEditKeepsBarLineTrimmingAndMeter() {
        PianoRoll roll({48, 84}, 5 * 12 + 4, {3, 4}, 8);  // a pick-up of four steps, then silence
        for (int step = 28; step < 60; step += 4) roll.addNote(step, 3, 60 + step % 7);
        writeFile(path("waltz.mid"), writeMidi(toScore(roll, 90.0)));
        ImportOptions options;
        Workspace workspace = imported(0, options);
        const std::int64_t id = idsOf(workspace).at(0);
        applyRemedy(workspace, {id}, TrimSilence{}, options);
        const Piece piece = workspace.pieces().find(id).value();
        const PieceSource source = sourceOf(workspace, piece);
        const Remedied shown = remedied(source.score, source.part, recipeFromJson(piece.recipe));
        const NewPiece edited = editedPiece(piece, shown.score, shown.firstStep);
        QVERIFY(edited.piece.state != PieceState::Rejected);
        QVERIFY(edited.roll == workspace.versions().roll(id));
        QCOMPARE(edited.roll.barOffset(), piece.barOffset);
        QCOMPARE(edited.piece.tempo, piece.tempo);
    }

    void whatWasDamagedIsStillSaid() {
        Bytes midi = writeMidi(someScore(1));
        midi.resize(midi.size() - 4);  // the end of the track
        writeFile(path("cut.mid"), midi);
        Workspace workspace(path("w.ricercar"));
        importFiles(workspace, {path("cut.mid")});
        const Piece before = workspace.pieces().all().at(0);
        QVERIFY(!before.remarks.empty());
        applyRemedy(workspace, {before.id}, TrimSilence{});
        QVERIFY(workspace.pieces().find(before.id)->remarks == before.remarks);
    }

    void setAsideAndWhatHasNoRoll() {
        Workspace workspace = imported(2);
        const auto ids = idsOf(workspace);
        applyRemedy(workspace, {ids[0]}, SetAside{});
        Piece piece = workspace.pieces().find(ids[0]).value();
        QVERIFY(piece.state == PieceState::Rejected);
        QCOMPARE(piece.remarks.at(0).id, MessageId::PieceSetAside);
        QVERIFY(workspace.versions().roll(ids[0]).steps() > 0);  // still to be looked at
        removeRemedy(workspace, {ids[0]}, SetAside{});
        QVERIFY(workspace.pieces().find(ids[0])->state == PieceState::Accepted);

        const RemedyReport none = applyRemedy(workspace, {ids[1]}, ChooseVoices{{{9, 9}}});
        QCOMPARE(none.rejected, 1);
        piece = workspace.pieces().find(ids[1]).value();
        QVERIFY(piece.state == PieceState::Rejected);
        QCOMPARE(piece.remarks.at(0).id, MessageId::PieceNoVoices);
    }

    void optionsOfTheImportAreRemembered() {
        ImportOptions options;
        options.quantize.keepDrums = true;
        Workspace workspace = imported(1, options);
        const std::int64_t id = idsOf(workspace).at(0);
        const Piece before = workspace.pieces().find(id).value();
        applyRemedy(workspace, {id}, TrimSilence{});
        const Piece after = workspace.pieces().find(id).value();
        QCOMPARE(after.report.notes, before.report.notes);
        QVERIFY(recipeFromJson(after.recipe) == (Recipe{Drums{true}, TrimSilence{}}));
    }

    void aFileIsJoinedAndSplitAgain() {
        Score score = someScore(4);
        score.meters = {{0, {4, 4}}, {1920, {3, 4}}, {1920 + 1440, {4, 4}}};
        writeFile(path("split.mid"), writeMidi(score));
        Workspace workspace(path("w.ricercar"));
        importFiles(workspace, {path("split.mid")});
        const auto ids = idsOf(workspace);
        QCOMPARE(ids.size(), std::size_t{3});
        QCOMPARE(workspace.versions().roll(ids[1]).steps(), 12);
        applyRemedy(workspace, {ids[2]}, JoinMeters{});
        Score plain = score;
        plain.meters = {{0, {4, 4}}};
        QVERIFY(workspace.versions().roll(ids[0]) == remedied(plain, 0, {PlaceBarLine{0}}).part.roll);
        for (const std::size_t i : {1U, 2U}) {
            const Piece piece = workspace.pieces().find(ids[i]).value();
            QVERIFY(piece.state == PieceState::Rejected);
            QCOMPARE(piece.remarks.at(0).id, MessageId::PieceJoined);
        }
        removeRemedy(workspace, {ids[0]}, JoinMeters{});
        QVERIFY(workspace.pieces().find(ids[2])->state != PieceState::Rejected);
        QVERIFY(workspace.versions().roll(ids[2]) == workspace.versions().roll(ids[2], 0));
    }

    void aStoppedRemedyKeepsWhatIsDone() {
        Workspace workspace = imported(60);
        const auto ids = idsOf(workspace);
        ImportOptions options;
        options.threads = 2;
        std::stop_source stop;
        const Task task(stop.get_token(), [&](std::uint64_t done, std::uint64_t) {
            if (done >= 32) stop.request_stop();
        });
        const RemedyReport report = applyRemedy(workspace, ids, ScaleTempo{true}, options, task);
        QVERIFY(report.stopped);
        QCOMPARE(report.changed, 32);
        int changed = 0;
        for (const Piece& piece : workspace.pieces().all()) changed += piece.version;
        QCOMPARE(changed, 32);
    }

    void threadsDoNotMatter() {
        Workspace workspace = imported(20);
        const auto ids = idsOf(workspace);
        ImportOptions options;
        std::vector<std::string> recipes;
        for (const int threads : {1, 4}) {
            options.threads = threads;
            const RemedyReport report = applyRemedy(workspace, ids, FindBeat{}, options);
            QCOMPARE(report.changed, 20);
            std::string all;
            for (const Piece& piece : workspace.pieces().all())
                all += piece.recipe + piece.meter.text() + std::to_string(piece.steps);
            recipes.push_back(all);
            workspace.versions().setCurrent(report.before);
        }
        QCOMPARE(recipes[0], recipes[1]);
    }

    void withoutTheOriginalItIsSaid() {
        Workspace workspace(path("w.ricercar"));
        std::vector<NewPiece> added(1);
        added[0].roll = test::randomRoll(1, 32);
        added[0].piece.fileHash = "old";
        added[0].piece.path = "/music/old.mid";
        workspace.pieces().add(added);
        const RemedyReport report = applyRemedy(workspace, {added[0].piece.id, 99}, TrimSilence{});
        QCOMPARE(report.changed, 0);
        QCOMPARE(report.problems.size(), std::size_t{1});
        QCOMPARE(report.problems[0].second, (Message{MessageId::SourceMissing, {"/music/old.mid"}}));
    }
};

QTEST_APPLESS_MAIN(tst_Remedying)
#include "tst_Remedying.moc"
