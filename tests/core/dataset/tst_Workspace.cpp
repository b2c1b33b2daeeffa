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

NewPiece somePiece(int number) {
    NewPiece added;
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

NewPiece rejectedPiece() {
    NewPiece added;
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
        std::vector<NewPiece> added{somePiece(1), rejectedPiece(), somePiece(2)};
        {
            Workspace workspace(path());
            workspace.pieces().add(added);
        }
        const Workspace workspace(path());
        const std::vector<Piece> pieces = workspace.pieces().all();
        QCOMPARE(pieces.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i) {
            const Piece& was = added[i].piece;
            QVERIFY(was.id > 0);
            for (const Piece& is : {pieces[i], workspace.pieces().find(was.id).value_or(Piece{})}) {
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
            if (was.state != PieceState::Rejected) QVERIFY(workspace.versions().roll(was.id) == added[i].roll);
        }
        QCOMPARE(messageOf([&] { (void)workspace.versions().roll(added[1].piece.id); }, ErrorKind::NotFound).id,
                 MessageId::WorkspaceNoRoll);
        QCOMPARE(messageOf([&] { (void)workspace.versions().roll(99); }, ErrorKind::NotFound).id, MessageId::WorkspaceNoPiece);
        QVERIFY(!workspace.pieces().find(99));
        QVERIFY(workspace.pieces().hasFile("hash1"));
        QVERIFY(!workspace.pieces().hasFile("hash"));
        QVERIFY((workspace.pieces().fileHashes() == std::unordered_set<std::string>{"hash1", "hash2", "bad"}));
    }

    void aPieceThatIsThereIsReplaced() {
        Workspace workspace(path());
        std::vector<NewPiece> first{somePiece(1)};
        workspace.pieces().add(first);
        std::vector<NewPiece> second{somePiece(2), somePiece(1)};
        second[1].piece.title = "another";
        second[1].piece.state = PieceState::Rejected;
        second[1].roll = {};
        workspace.pieces().add(second);
        QCOMPARE(second[1].piece.id, first[0].piece.id);
        QCOMPARE(workspace.pieces().all().size(), std::size_t{2});
        QCOMPARE(workspace.pieces().find(first[0].piece.id)->title, std::string("another"));
        QCOMPARE(messageOf([&] { (void)workspace.versions().roll(first[0].piece.id); }, ErrorKind::NotFound).id,
                 MessageId::WorkspaceNoRoll);
    }

    void removedPiecesTakeTheirRollsAlong() {
        Workspace workspace(path());
        std::vector<NewPiece> added{somePiece(1), somePiece(2), somePiece(3)};
        workspace.pieces().add(added);
        workspace.pieces().remove({added[0].piece.id, 12345});
        workspace.pieces().removeFile("hash2");
        QCOMPARE(workspace.pieces().all().size(), std::size_t{1});
        QVERIFY(!workspace.pieces().hasFile("hash1") && !workspace.pieces().hasFile("hash2") &&
                workspace.pieces().hasFile("hash3"));
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
        std::vector<NewPiece> again{somePiece(4)};
        workspace.pieces().remove({added[2].piece.id});
        workspace.pieces().add(again);
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
        run.id = workspace.runs().add(run);
        run.state = RunState::Failed;
        run.problem = Message{MessageId::FileUnwritable, {"a path", Message{MessageId::ReasonFolder, {}}, 3}};
        run.lastCheckpoint = "1/last.ricercar";
        run.bestCheckpoint = "1/best.ricercar";
        workspace.runs().update(run);
        const Run read = workspace.runs().find(run.id).value();
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
        workspace.runs().addMetrics(run.id, {{"loss", 1, 0.5, 2.0, 3.0}, {"loss", 2, 1.0, 2.5, nan}});
        workspace.runs().addMetrics(run.id, {{"validation", 2, 1.0, 3.0, std::numeric_limits<double>::infinity()}});
        const std::vector<Metric> metrics = workspace.runs().metrics(run.id);
        QCOMPARE(metrics.size(), std::size_t{3});
        QCOMPARE(metrics[0].series, std::string("loss"));
        QCOMPARE(metrics[0].step, std::int64_t{1});
        QCOMPARE(metrics[0].epoch, 0.5);
        QCOMPARE(metrics[0].seconds, 2.0);
        QCOMPARE(metrics[0].value, 3.0);
        QVERIFY(std::isnan(metrics[1].value));
        QVERIFY(std::isinf(metrics[2].value));
        workspace.runs().addMetrics(run.id, {{"loss", 2, 1.0, 2.5, 7.0}});  // the same number again takes its place
        QCOMPARE(workspace.runs().metrics(run.id).size(), std::size_t{3});
        QCOMPARE(workspace.runs().metrics(run.id).back().value, 7.0);

        QCOMPARE(messageOf([&] { workspace.runs().addMetrics(77, {{}}); }, ErrorKind::NotFound).id, MessageId::WorkspaceNoRun);
        Run unknown;
        unknown.id = 77;
        QCOMPARE(messageOf([&] { workspace.runs().update(unknown); }, ErrorKind::NotFound).id, MessageId::WorkspaceNoRun);
        QCOMPARE(workspace.runs().all().size(), std::size_t{1});
        workspace.runs().remove(run.id);
        QVERIFY(workspace.runs().all().empty());
        QVERIFY(workspace.runs().metrics(run.id).empty());
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
        take.id = workspace.takes().add(take);
        const Take read = workspace.takes().find(take.id).value();
        QCOMPARE(read.name, take.name);
        QCOMPARE(read.created, take.created);
        QCOMPARE(read.modelHash, take.modelHash);
        QCOMPARE(read.settings, take.settings);
        QCOMPARE(read.tempo, take.tempo);
        QCOMPARE(read.primerSteps, take.primerSteps);
        QVERIFY(read.roll == take.roll);
        workspace.takes().add({});
        QCOMPARE(workspace.takes().all().size(), std::size_t{2});
        QCOMPARE(workspace.takes().all()[1].roll.steps(), 0);
        workspace.takes().remove(take.id);
        QVERIFY(!workspace.takes().find(take.id));
    }

    void takesWithMarksAndFacts() {
        Workspace workspace(path());
        Take take;
        take.roll = test::randomRoll(3, 64, fullRange);
        take.marks = {true, false, true, {"a \"b\"", "waltz"}};
        take.id = workspace.takes().add(take);
        QVERIFY(workspace.takes().find(take.id) == take);
        QVERIFY(workspace.takes().rows().front().unpacked() == take);
        QVERIFY(workspace.takes().rows().front() == packedTake(take));
        take.facts = {Figures{1.5, 2, 3, 4, 5, 6, 7, 8, 9}, 0.25};
        workspace.takes().setFacts({{take.id, take.facts}, {99, {}}});
        take.marks.liked = true;
        workspace.takes().setMarks(take.id, take.marks);
        take.name = "other";
        workspace.takes().rename(take.id, take.name);
        QVERIFY(workspace.takes().find(take.id) == take);
        workspace.takes().remove(take.id);
        workspace.takes().restore(take);
        QVERIFY(workspace.takes().find(take.id) == take);
        take.roll = test::randomRoll(4, 32, fullRange);  // other notes: what was worked out is forgotten
        workspace.takes().update(take);
        take.facts = {};
        QVERIFY(workspace.takes().find(take.id) == take);

        QVERIFY(!workspace.takes().natsRange("model", "set"));
        workspace.takes().setNatsRange("model", "set", {1, 2});
        workspace.takes().setNatsRange("model", "set", {1, 3});
        QVERIFY(workspace.takes().natsRange("model", "set") == (FigureRange{1, 3}));
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
                    std::vector<NewPiece> added{somePiece(100 * writer + i)};
                    workspace.pieces().add(added);
                }
            });
        writers.clear();
        QCOMPARE(reader.pieces().all().size(), std::size_t{100});
    }

    void fourCreateItAtOnce() {
        std::vector<std::jthread> openers;
        for (int i = 0; i < 4; ++i) openers.emplace_back([this] { Workspace(path()).runs().add({}); });
        openers.clear();
        QCOMPARE(Workspace(path()).runs().all().size(), std::size_t{4});
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
        QVERIFY(Workspace(path("empty")).pieces().all().empty());
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
            std::vector<NewPiece> added;
            for (int i = 0; i < 30; ++i) added.push_back(somePiece(i));
            workspace.pieces().add(added);
            workspace.takes().add({});
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
                for (const Piece& piece : workspace.pieces().all()) try {
                        QVERIFY(workspace.versions().roll(piece.id).steps() >= 0);
                    } catch (const Error&) {
                        ++errors;
                    }
                (void)workspace.takes().all();
                std::vector<NewPiece> more{somePiece(1000)};
                workspace.pieces().add(more);
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
            std::vector<NewPiece> added{somePiece(1)};
            workspace.pieces().add(added);
        }
        for (const char* change : {"steps = 2000000000", "steps = -1", "highest = 400", "meter_denominator = 0",
                                   "meter_numerator = 2000000000", "cells = x'00'", "steps = 9223372036854775807"}) {
            std::filesystem::copy_file(path(), path("changed"), std::filesystem::copy_options::overwrite_existing);
            sql(path("changed"), (std::string("UPDATE roll SET ") + change).c_str());
            const Workspace workspace(path("changed"));
            QCOMPARE(messageOf([&] { (void)workspace.versions().roll(1); }, ErrorKind::Damaged).id,
                     MessageId::WorkspaceDamaged);
        }
    }

    void oneThatIsThereIsOpenedAndNoneIsMade() {
        QCOMPARE(messageOf([&] { Workspace::existing(path()); }, ErrorKind::NotFound).id, MessageId::FileNotFound);
        QVERIFY(!std::filesystem::exists(path()));
        writeFile(path("empty"), std::string());
        QCOMPARE(messageOf([&] { Workspace::existing(path("empty")); }, ErrorKind::Damaged).id, MessageId::WorkspaceForeign);
        QCOMPARE(std::filesystem::file_size(path("empty")), std::uintmax_t{0});
        { Workspace{path()}; }
        QVERIFY(Workspace::existing(path()).pieces().all().empty());
    }

    void aWorkspaceWhoseFileIsGoneCanBeCopiedWhileItIsOpen() {
        Workspace workspace(path());
        std::vector<NewPiece> added{somePiece(1)};
        workspace.pieces().add(added);
        (void)workspace.changeCounter();
        std::filesystem::remove(path());
        QVERIFY(workspace.copyTo(path("saved")));
        QCOMPARE(Workspace::existing(path("saved")).pieces().all().size(), std::size_t{1});
        QVERIFY(workspace.copyTo(path()));  // or where it was
        QCOMPARE(Workspace::existing(path()).pieces().all().size(), std::size_t{1});
    }

    void removedPiecesComeBackAsTheyWere() {
        { Workspace{path()}; }
        Workspace workspace = Workspace::existing(path());
        std::vector<NewPiece> added{somePiece(1), somePiece(2), rejectedPiece()};
        for (auto& piece : added) piece.source = std::make_shared<const Bytes>(Bytes{1, 2, 3});
        workspace.pieces().add(added);
        std::vector<NewPiece> version{somePiece(3)};
        version[0].piece.id = added[0].piece.id;
        version[0].score = std::make_shared<const Bytes>(Bytes{4, 5});
        workspace.versions().add(version);
        workspace.pieces().addTag({added[1].piece.id}, "folk");
        const std::int64_t dataset = workspace.datasets().all().at(0).id;
        workspace.datasets().setSubsets(dataset, {added[0].piece.id}, Subset::Test);
        (void)workspace.versions().profiles();
        const auto pieces = workspace.pieces().all();
        const auto roll = workspace.versions().roll(added[0].piece.id);
        const auto subsets = workspace.datasets().subsets(dataset);

        const auto removed = workspace.pieces().take({added[0].piece.id, added[1].piece.id});
        QCOMPARE(workspace.pieces().all().size(), std::size_t{1});
        QVERIFY(!workspace.pieces().hasFile(added[0].piece.fileHash));
        workspace.pieces().restore(*removed);
        QVERIFY(workspace.pieces().all() == pieces);
        QVERIFY(workspace.versions().roll(added[0].piece.id) == roll);
        QCOMPARE(workspace.versions().score(workspace.pieces().find(added[0].piece.id)->score), (Bytes{4, 5}));
        QCOMPARE(workspace.pieces().source(pieces[1]), (Bytes{1, 2, 3}));
        QVERIFY(workspace.datasets().subsets(dataset) == subsets);
        workspace.pieces().restore(*removed);  // once more changes nothing
        QVERIFY(workspace.pieces().all() == pieces);
    }

    void removedRunsAndTakesComeBackAsTheyWere() {
        Workspace workspace(path());
        Run run;
        run.name = "one";
        run.state = RunState::Finished;
        run.id = workspace.runs().add(run);
        workspace.runs().addMetrics(run.id, {{"loss", 1, 0.5, 2, 3}});
        workspace.runs().remove(run.id);
        workspace.runs().restore(run, {{"loss", 1, 0.5, 2, 3}});
        QVERIFY(*workspace.runs().find(run.id) == run);
        QCOMPARE(workspace.runs().lastStep(run.id), std::int64_t{1});
        Take take;
        take.name = "take";
        take.roll = somePiece(1).roll;
        take.id = workspace.takes().add(take);
        workspace.takes().remove(take.id);
        workspace.takes().restore(take);
        QVERIFY(*workspace.takes().find(take.id) == take);
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
        const auto written = messageOf([&] { Workspace(path()).runs().add({}); }, ErrorKind::Unwritable).id;
        if (root) QCOMPARE(::seteuid(0), 0);
        std::filesystem::permissions(folder_->path().toStdString(), perms::owner_all);
        QCOMPARE(created, MessageId::WorkspaceUnusable);
        QCOMPARE(written, MessageId::WorkspaceUnusable);
    }
};

QTEST_APPLESS_MAIN(tst_Workspace)
#include "tst_Workspace.moc"
