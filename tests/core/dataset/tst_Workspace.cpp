// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Random.h"
#include "core/dataset/Workspace.h"
#include "tests/support/TestData.h"

#include <sqlite3.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <thread>

using namespace ricercar;

namespace {

Workspace::NewPiece somePiece(int number) {
    Workspace::NewPiece added;
    added.roll = test::randomRoll(static_cast<std::uint64_t>(number), 40 + number, {21, 108}, 3.0, {3, 4}, 8);
    Piece& piece = added.piece;
    piece.fileHash = "hash" + std::to_string(number);
    piece.part = 1;
    piece.parts = 2;
    piece.path = "/music/Stück " + std::to_string(number) + ".mid";
    piece.title = "Zähl's; \"durch\"";
    piece.state = PieceState::Warned;
    piece.remarks = {{MessageId::PieceOffGrid, {"12", "\"34\" ä"}}, {MessageId::FileNotFound, {}}};
    piece.meter = {3, 4};
    piece.tempo = 96.5;
    piece.steps = added.roll.steps();
    piece.barOffset = added.roll.barOffset();
    piece.tracks = 3;
    piece.fileNotes = 5'000'000'000;
    piece.report = {1, 2, 3, 4, 5, 0.125, 0.375, 4, true};
    piece.statistics = statisticsOf(added.roll);
    piece.key = {7, true, 0.75, 0.125};
    return added;
}

Workspace::NewPiece rejectedPiece() {
    Workspace::NewPiece added;
    added.piece.fileHash = "bad";
    added.piece.state = PieceState::Rejected;
    added.piece.remarks = {{MessageId::PieceMeterExcluded, {"3/4", "4/4"}}};
    return added;
}

template <class Action>
Message messageOf(Action&& action, ErrorKind kind) {
    try {
        action();
    } catch (const Error& error) {
        if (error.kind() == kind) return error.message();
        qWarning("another kind: %s", error.what());
    }
    return {MessageId::Count, {}};
}

void sql(const std::filesystem::path& path, const char* statements) {
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    char* problem = nullptr;
    sqlite3_exec(database, statements, nullptr, nullptr, &problem);
    QVERIFY2(problem == nullptr, problem);
    sqlite3_close(database);
}

}  // namespace

class tst_Workspace : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::filesystem::path path(const std::string& name = "ä 音.ricercar-workspace") const {
        return folder_->path().toStdString() + "/" + name;
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void piecesComeBackAsTheyWere() {
        std::vector<Workspace::NewPiece> added{somePiece(1), rejectedPiece(), somePiece(2)};
        {
            Workspace workspace(path());
            workspace.addPieces(added);
        }
        const Workspace workspace(path());
        const std::vector<Piece> pieces = workspace.pieces();
        QCOMPARE(pieces.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i) {
            const Piece& was = added[i].piece;
            QVERIFY(was.id > 0);
            for (const Piece& is : {pieces[i], workspace.piece(was.id).value_or(Piece{})}) {
                QCOMPARE(is.id, was.id);
                QCOMPARE(is.fileHash, was.fileHash);
                QCOMPARE(is.part, was.part);
                QCOMPARE(is.parts, was.parts);
                QCOMPARE(is.path, was.path);
                QCOMPARE(is.title, was.title);
                QVERIFY(is.state == was.state);
                QVERIFY(is.remarks == was.remarks);
                QVERIFY(is.meter == was.meter);
                QCOMPARE(is.tempo, was.tempo);
                QCOMPARE(is.steps, was.steps);
                QCOMPARE(is.barOffset, was.barOffset);
                QCOMPARE(is.tracks, was.tracks);
                QCOMPARE(is.fileNotes, was.fileNotes);
                QCOMPARE(is.report.notes, was.report.notes);
                QCOMPARE(is.report.outOfRange, was.report.outOfRange);
                QCOMPARE(is.report.drums, was.report.drums);
                QCOMPARE(is.report.lengthened, was.report.lengthened);
                QCOMPARE(is.report.merged, was.report.merged);
                QCOMPARE(is.report.meanError, was.report.meanError);
                QCOMPARE(is.report.p95Error, was.report.p95Error);
                QCOMPARE(is.report.pickupSteps, was.report.pickupSteps);
                QCOMPARE(is.report.pickupDetected, was.report.pickupDetected);
                QCOMPARE(is.statistics.notes, was.statistics.notes);
                QCOMPARE(is.statistics.lowestPitch, was.statistics.lowestPitch);
                QCOMPARE(is.statistics.highestPitch, was.statistics.highestPitch);
                QCOMPARE(is.statistics.meanPolyphony, was.statistics.meanPolyphony);
                QCOMPARE(is.statistics.maxPolyphony, was.statistics.maxPolyphony);
                QCOMPARE(is.statistics.medianPolyphony, was.statistics.medianPolyphony);
                QCOMPARE(is.statistics.emptyBars, was.statistics.emptyBars);
                QCOMPARE(is.statistics.bars, was.statistics.bars);
                QCOMPARE(is.key.tonic, was.key.tonic);
                QCOMPARE(is.key.minor, was.key.minor);
                QCOMPARE(is.key.correlation, was.key.correlation);
                QCOMPARE(is.key.margin, was.key.margin);
            }
            if (was.state != PieceState::Rejected) QVERIFY(workspace.roll(was.id) == added[i].roll);
        }
        QCOMPARE(messageOf([&] { (void)workspace.roll(added[1].piece.id); }, ErrorKind::NotFound).id,
                 MessageId::WorkspaceNoRoll);
        QCOMPARE(messageOf([&] { (void)workspace.roll(99); }, ErrorKind::NotFound).id, MessageId::WorkspaceNoPiece);
        QVERIFY(!workspace.piece(99));
        QVERIFY(workspace.hasFile("hash1"));
        QVERIFY(!workspace.hasFile("hash"));
        QVERIFY((workspace.fileHashes() == std::unordered_set<std::string>{"hash1", "hash2", "bad"}));
    }

    void aPieceThatIsThereIsReplaced() {
        Workspace workspace(path());
        std::vector<Workspace::NewPiece> first{somePiece(1)};
        workspace.addPieces(first);
        std::vector<Workspace::NewPiece> second{somePiece(2), somePiece(1)};
        second[1].piece.title = "another";
        second[1].piece.state = PieceState::Rejected;
        second[1].roll = {};
        workspace.addPieces(second);
        QCOMPARE(second[1].piece.id, first[0].piece.id);
        QCOMPARE(workspace.pieces().size(), std::size_t{2});
        QCOMPARE(workspace.piece(first[0].piece.id)->title, std::string("another"));
        QCOMPARE(messageOf([&] { (void)workspace.roll(first[0].piece.id); }, ErrorKind::NotFound).id,
                 MessageId::WorkspaceNoRoll);
    }

    void removedPiecesTakeTheirRollsAlong() {
        Workspace workspace(path());
        std::vector<Workspace::NewPiece> added{somePiece(1), somePiece(2), somePiece(3)};
        workspace.addPieces(added);
        workspace.removePieces({added[0].piece.id, 12345});
        workspace.removeFile("hash2");
        QCOMPARE(workspace.pieces().size(), std::size_t{1});
        QVERIFY(!workspace.hasFile("hash1") && !workspace.hasFile("hash2") && workspace.hasFile("hash3"));
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open(workspace.path().c_str(), &database), SQLITE_OK);
        sqlite3_exec(
            database, "SELECT count(*) FROM roll",
            [](void*, int, char** values, char**) {
                [&] { QCOMPARE(QByteArray(values[0]), QByteArray("1")); }();
                return 0;
            },
            nullptr, nullptr);
        sqlite3_close(database);
        // an id is never given twice
        std::vector<Workspace::NewPiece> again{somePiece(4)};
        workspace.removePieces({added[2].piece.id});
        workspace.addPieces(again);
        QVERIFY(again[0].piece.id > added[2].piece.id);
    }

    void runsAndTheirMetrics() {
        Workspace workspace(path());
        Run run;
        run.name = "Läufer";
        run.config = R"({"preset":"small"})";
        run.datasetHash = "abc";
        run.program = "0.1.0";
        run.started = "2024-01-01T00:00:00Z";
        run.id = workspace.addRun(run);
        run.state = RunState::Failed;
        run.problem = Message{MessageId::FileUnwritable, {"a path", Message{MessageId::ReasonFolder, {}}, 3}};
        run.lastCheckpoint = "1/last.ricercar";
        run.bestCheckpoint = "1/best.ricercar";
        workspace.updateRun(run);
        const Run read = workspace.run(run.id).value();
        QCOMPARE(read.name, run.name);
        QCOMPARE(read.config, run.config);
        QCOMPARE(read.datasetHash, run.datasetHash);
        QCOMPARE(read.program, run.program);
        QCOMPARE(read.started, run.started);
        QVERIFY(read.state == RunState::Failed);
        QCOMPARE(read.problem, run.problem);
        QCOMPARE(read.lastCheckpoint, run.lastCheckpoint);
        QCOMPARE(read.bestCheckpoint, run.bestCheckpoint);

        const double nan = std::numeric_limits<double>::quiet_NaN();
        workspace.addMetrics(run.id, {{"loss", 1, 0.5, 2.0, 3.0}, {"loss", 2, 1.0, 2.5, nan}});
        workspace.addMetrics(run.id, {{"validation", 2, 1.0, 3.0, std::numeric_limits<double>::infinity()}});
        const std::vector<Metric> metrics = workspace.metrics(run.id);
        QCOMPARE(metrics.size(), std::size_t{3});
        QCOMPARE(metrics[0].series, std::string("loss"));
        QCOMPARE(metrics[0].step, std::int64_t{1});
        QCOMPARE(metrics[0].epoch, 0.5);
        QCOMPARE(metrics[0].seconds, 2.0);
        QCOMPARE(metrics[0].value, 3.0);
        QVERIFY(std::isnan(metrics[1].value));
        QVERIFY(std::isinf(metrics[2].value));
        workspace.addMetrics(run.id, {{"loss", 2, 1.0, 2.5, 7.0}});  // the same number again takes its place
        QCOMPARE(workspace.metrics(run.id).size(), std::size_t{3});
        QCOMPARE(workspace.metrics(run.id).back().value, 7.0);

        QCOMPARE(messageOf([&] { workspace.addMetrics(77, {{}}); }, ErrorKind::NotFound).id, MessageId::WorkspaceNoRun);
        Run unknown;
        unknown.id = 77;
        QCOMPARE(messageOf([&] { workspace.updateRun(unknown); }, ErrorKind::NotFound).id, MessageId::WorkspaceNoRun);
        QCOMPARE(workspace.runs().size(), std::size_t{1});
        workspace.removeRun(run.id);
        QVERIFY(workspace.runs().empty());
        QVERIFY(workspace.metrics(run.id).empty());
    }

    void takes() {
        Workspace workspace(path());
        Take take;
        take.name = "Take 1";
        take.created = "2024-01-01T00:00:00Z";
        take.modelHash = "abc";
        take.settings = "{}";
        take.tempo = 90;
        take.primerSteps = 16;
        take.roll = test::randomRoll(3, 64, fullRange);
        take.id = workspace.addTake(take);
        const Take read = workspace.take(take.id).value();
        QCOMPARE(read.name, take.name);
        QCOMPARE(read.created, take.created);
        QCOMPARE(read.modelHash, take.modelHash);
        QCOMPARE(read.settings, take.settings);
        QCOMPARE(read.tempo, take.tempo);
        QCOMPARE(read.primerSteps, take.primerSteps);
        QVERIFY(read.roll == take.roll);
        workspace.addTake({});
        QCOMPARE(workspace.takes().size(), std::size_t{2});
        QCOMPARE(workspace.takes()[1].roll.steps(), 0);
        workspace.removeTake(take.id);
        QVERIFY(!workspace.take(take.id));
    }

    void takesWithMarksAndFacts() {
        Workspace workspace(path());
        Take take;
        take.roll = test::randomRoll(3, 64, fullRange);
        take.marks = {true, false, true, {"a \"b\"", "waltz"}};
        take.id = workspace.addTake(take);
        QVERIFY(workspace.take(take.id) == take);
        QVERIFY(workspace.takeRows().front().unpacked() == take);
        QVERIFY(workspace.takeRows().front() == packedTake(take));
        take.facts = {Figures{1.5, 2, 3, 4, 5, 6, 7, 8, 9}, 0.25};
        workspace.setTakeFacts({{take.id, take.facts}, {99, {}}});
        take.marks.liked = true;
        workspace.setTakeMarks(take.id, take.marks);
        take.name = "other";
        workspace.renameTake(take.id, take.name);
        QVERIFY(workspace.take(take.id) == take);
        workspace.removeTake(take.id);
        workspace.restoreTake(take);
        QVERIFY(workspace.take(take.id) == take);
        take.roll = test::randomRoll(4, 32, fullRange);  // other notes: what was worked out is forgotten
        workspace.updateTake(take);
        take.facts = {};
        QVERIFY(workspace.take(take.id) == take);

        QVERIFY(!workspace.natsRange("model", "set"));
        workspace.setNatsRange("model", "set", {1, 2});
        workspace.setNatsRange("model", "set", {1, 3});
        QVERIFY(workspace.natsRange("model", "set") == (FigureRange{1, 3}));
    }

    void runsFolderStandsBesideIt() {
        const Workspace workspace(path("my music.ricercar"));
        QCOMPARE(workspace.runsFolder(), path("my music.runs"));
    }

    void severalConnectionsAtOnce() {
        const Workspace reader(path());
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([this, writer] {
                Workspace workspace(path());
                for (int i = 0; i < 25; ++i) {
                    std::vector<Workspace::NewPiece> added{somePiece(100 * writer + i)};
                    workspace.addPieces(added);
                }
            });
        writers.clear();
        QCOMPARE(reader.pieces().size(), std::size_t{100});
    }

    void fourCreateItAtOnce() {
        std::vector<std::jthread> openers;
        for (int i = 0; i < 4; ++i) openers.emplace_back([this] { Workspace(path()).addRun({}); });
        openers.clear();
        QCOMPARE(Workspace(path()).runs().size(), std::size_t{4});
    }

    void whatIsNoWorkspaceIsLeftAsItIs() {
        const auto idOf = [](const std::filesystem::path& file) {
            return messageOf([&] { Workspace{file}; }, ErrorKind::Damaged).id;
        };
        const std::string text(5000, 'x');
        writeFile(path("text"), text);
        QCOMPARE(idOf(path("text")), MessageId::WorkspaceForeign);
        QCOMPARE(readFile(path("text")), Bytes(text.begin(), text.end()));

        sql(path("other"), "CREATE TABLE bookmark (url TEXT)");
        const Bytes before = readFile(path("other"));
        QCOMPARE(idOf(path("other")), MessageId::WorkspaceForeign);
        QCOMPARE(readFile(path("other")), before);

        writeFile(path("empty"), std::string());
        QVERIFY(Workspace(path("empty")).pieces().empty());
    }

    void aNewerVersionIsRefused() {
        { Workspace{path()}; }
        sql(path(), "PRAGMA user_version = 99");
        const Message message = messageOf([&] { Workspace{path()}; }, ErrorKind::Incompatible);
        QCOMPARE(message.id, MessageId::WorkspaceNewer);
        QCOMPARE(*message.args.at(1).number(), 99);
    }

    void damageIsAnErrorAndNeverACrash() {
        {
            Workspace workspace(path());
            std::vector<Workspace::NewPiece> added;
            for (int i = 0; i < 30; ++i) added.push_back(somePiece(i));
            workspace.addPieces(added);
            workspace.addTake({});
        }
        const Bytes sound = readFile(path());
        Random random(7);
        int errors = 0;
        for (int round = 0; round < 150; ++round) {
            Bytes broken = sound;
            if (round % 3 == 0)
                broken.resize(random.below(broken.size()));
            else
                for (int i = 0; i < (round % 3 == 1 ? 3 : 200); ++i)
                    broken[random.below(broken.size())] = static_cast<std::uint8_t>(random.below(256));
            const std::filesystem::path file = path("broken" + std::to_string(round));
            writeFile(file, broken);
            try {
                Workspace workspace(file);
                for (const Piece& piece : workspace.pieces()) try {
                        QVERIFY(workspace.roll(piece.id).steps() >= 0);
                    } catch (const Error&) {
                        ++errors;
                    }
                (void)workspace.takes();
                std::vector<Workspace::NewPiece> more{somePiece(1000)};
                workspace.addPieces(more);
            } catch (const Error& error) {
                QVERIFY(error.kind() != ErrorKind::Internal || QByteArray(error.what()).contains("SQLite"));
                ++errors;
            }
        }
        QVERIFY(errors > 0);
    }

    void nonsenseInARowIsDamage() {
        {
            Workspace workspace(path());
            std::vector<Workspace::NewPiece> added{somePiece(1)};
            workspace.addPieces(added);
        }
        for (const char* change : {"steps = 2000000000", "steps = -1", "highest = 400", "meter_denominator = 0",
                                   "meter_numerator = 2000000000", "cells = x'00'", "steps = 9223372036854775807"}) {
            std::filesystem::copy_file(path(), path("changed"), std::filesystem::copy_options::overwrite_existing);
            sql(path("changed"), (std::string("UPDATE roll SET ") + change).c_str());
            const Workspace workspace(path("changed"));
            QCOMPARE(messageOf([&] { (void)workspace.roll(1); }, ErrorKind::Damaged).id, MessageId::WorkspaceDamaged);
        }
    }

    void oneThatIsThereIsOpenedAndNoneIsMade() {
        QCOMPARE(messageOf([&] { Workspace::existing(path()); }, ErrorKind::NotFound).id, MessageId::FileNotFound);
        QVERIFY(!std::filesystem::exists(path()));
        writeFile(path("empty"), std::string());
        QCOMPARE(messageOf([&] { Workspace::existing(path("empty")); }, ErrorKind::Damaged).id, MessageId::WorkspaceForeign);
        QCOMPARE(std::filesystem::file_size(path("empty")), std::uintmax_t{0});
        { Workspace{path()}; }
        QVERIFY(Workspace::existing(path()).pieces().empty());
    }

    void aWorkspaceWhoseFileIsGoneCanBeCopiedWhileItIsOpen() {
        Workspace workspace(path());
        std::vector<Workspace::NewPiece> added{somePiece(1)};
        workspace.addPieces(added);
        (void)workspace.changeCounter();
        std::filesystem::remove(path());
        QVERIFY(workspace.copyTo(path("saved")));
        QCOMPARE(Workspace::existing(path("saved")).pieces().size(), std::size_t{1});
        QVERIFY(workspace.copyTo(path()));  // or where it was
        QCOMPARE(Workspace::existing(path()).pieces().size(), std::size_t{1});
    }

    void removedPiecesComeBackAsTheyWere() {
        { Workspace{path()}; }
        Workspace workspace = Workspace::existing(path());
        std::vector<Workspace::NewPiece> added{somePiece(1), somePiece(2), rejectedPiece()};
        for (auto& piece : added) piece.source = std::make_shared<const Bytes>(Bytes{1, 2, 3});
        workspace.addPieces(added);
        std::vector<Workspace::NewPiece> version{somePiece(3)};
        version[0].piece.id = added[0].piece.id;
        version[0].score = std::make_shared<const Bytes>(Bytes{4, 5});
        workspace.addVersions(version);
        workspace.addTag({added[1].piece.id}, "folk");
        const std::int64_t dataset = workspace.datasets().at(0).id;
        workspace.setSubsets(dataset, {added[0].piece.id}, Subset::Test);
        (void)workspace.profiles();
        const auto pieces = workspace.pieces();
        const auto roll = workspace.roll(added[0].piece.id);
        const auto subsets = workspace.subsets(dataset);

        const auto removed = workspace.takePieces({added[0].piece.id, added[1].piece.id});
        QCOMPARE(workspace.pieces().size(), std::size_t{1});
        QVERIFY(!workspace.hasFile(added[0].piece.fileHash));
        workspace.restorePieces(*removed);
        QVERIFY(workspace.pieces() == pieces);
        QVERIFY(workspace.roll(added[0].piece.id) == roll);
        QCOMPARE(workspace.score(workspace.piece(added[0].piece.id)->score), (Bytes{4, 5}));
        QCOMPARE(workspace.source(pieces[1]), (Bytes{1, 2, 3}));
        QVERIFY(workspace.subsets(dataset) == subsets);
        workspace.restorePieces(*removed);  // once more changes nothing
        QVERIFY(workspace.pieces() == pieces);
    }

    void removedRunsAndTakesComeBackAsTheyWere() {
        Workspace workspace(path());
        Run run;
        run.name = "one";
        run.state = RunState::Finished;
        run.id = workspace.addRun(run);
        workspace.addMetrics(run.id, {{"loss", 1, 0.5, 2, 3}});
        workspace.removeRun(run.id);
        workspace.restoreRun(run, {{"loss", 1, 0.5, 2, 3}});
        QVERIFY(*workspace.run(run.id) == run);
        QCOMPARE(workspace.lastStep(run.id), std::int64_t{1});
        Take take;
        take.name = "take";
        take.roll = somePiece(1).roll;
        take.id = workspace.addTake(take);
        workspace.removeTake(take.id);
        workspace.restoreTake(take);
        QVERIFY(*workspace.take(take.id) == take);
    }

    void placesThatCannotBeWritten() {
        const auto idOf = [](const std::filesystem::path& file) {
            return messageOf([&] { Workspace{file}; }, ErrorKind::Unwritable).id;
        };
        QCOMPARE(idOf(path("none/deeper")), MessageId::WorkspaceUnusable);
        QCOMPARE(idOf(folder_->path().toStdString()), MessageId::WorkspaceUnusable);

        { Workspace{path()}; }
        using std::filesystem::perms;
        std::filesystem::permissions(folder_->path().toStdString(),
                                     perms::owner_read | perms::owner_exec | perms::others_read | perms::others_exec);
        const bool root = ::geteuid() == 0;  // whom no permission stops
        if (root) QCOMPARE(::seteuid(65534), 0);
        const auto created = idOf(path("new"));
        const auto written = messageOf([&] { Workspace(path()).addRun({}); }, ErrorKind::Unwritable).id;
        if (root) QCOMPARE(::seteuid(0), 0);
        std::filesystem::permissions(folder_->path().toStdString(), perms::owner_all);
        QCOMPARE(created, MessageId::WorkspaceUnusable);
        QCOMPARE(written, MessageId::WorkspaceUnusable);
    }
};

QTEST_APPLESS_MAIN(tst_Workspace)
#include "tst_Workspace.moc"
