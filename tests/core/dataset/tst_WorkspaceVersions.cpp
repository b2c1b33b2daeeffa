// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/PieceReader.h"
#include "core/dataset/Workspace.h"
#include "tests/support/TestData.h"

#include <sqlite3.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace ricercar;

namespace {

NewPiece somePiece(int number) {
    NewPiece added;
    added.roll = test::randomRoll(static_cast<std::uint64_t>(number), 64, pianoRange, 3.0);
    added.piece.fileHash = "hash" + std::to_string(number);
    added.piece.title = "piece " + std::to_string(number);
    added.piece.steps = added.roll.steps();
    added.piece.statistics = statisticsOf(added.roll);
    return added;
}

std::vector<NewPiece> pieces(int count) {
    std::vector<NewPiece> list;
    for (int i = 0; i < count; ++i) list.push_back(somePiece(i));
    return list;
}

template <class Action>
ErrorKind kindOf(Action&& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Device;
}

}  // namespace

class tst_WorkspaceVersions : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::filesystem::path path(const std::string& name = "w.ricercar") const {
        return folder_->path().toStdString() + "/" + name;
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    /// The file as it was written when there was no second schema, against the same files imported now.
    void aWorkspaceOfTheFirstSchemaIsTakenOver() {
        const Bytes script = readFile(test::testData("workspace/schema-1.sql"));
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open(path().c_str(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, std::string(script.begin(), script.end()).c_str(), nullptr, nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(database);

        Workspace workspace(path());
        const std::vector<Piece> old = workspace.pieces().all();
        QCOMPARE(old.size(), std::size_t{4});
        for (std::size_t i = 0; i < 3; ++i) {
            const Piece& piece = old[i];
            QCOMPARE(piece.id, static_cast<std::int64_t>(i + 1));
            const auto file = test::sourceFolder() / "resources/demo/midi" / std::filesystem::path(piece.path).filename();
            const FileReading now = readPieces(file);
            const Piece& same = now.pieces.at(0).piece;
            QCOMPARE(piece.fileHash, same.fileHash);
            QCOMPARE(piece.title, same.title);
            QVERIFY(piece.state == same.state);
            QVERIFY(piece.remarks == same.remarks);
            QCOMPARE(piece.tempo, same.tempo);
            QCOMPARE(piece.steps, same.steps);
            QCOMPARE(piece.barOffset, same.barOffset);
            QCOMPARE(piece.fileNotes, same.fileNotes);
            QCOMPARE(piece.report.notes, same.report.notes);
            QCOMPARE(piece.statistics.bars, same.statistics.bars);
            QCOMPARE(piece.key.tonic, same.key.tonic);
            QCOMPARE(piece.key.margin, same.key.margin);
            QCOMPARE(piece.version, 0);
            QCOMPARE(piece.versions, 1);
            QVERIFY(!piece.fixedSubset);
            QVERIFY(workspace.versions().roll(piece.id) == now.pieces.at(0).roll);
            QVERIFY(kindOf([&] { (void)workspace.pieces().source(piece); }) == ErrorKind::NotFound);
        }
        QVERIFY(old[3].state == PieceState::Rejected);
        QCOMPARE(old[3].remarks.at(0).id, MessageId::MidiNoHeader);
        QCOMPARE(workspace.runs().all().size(), std::size_t{1});
        QCOMPARE(workspace.runs().metrics(1).at(0).value, 2.5);
        QCOMPARE(workspace.datasets().all().size(), std::size_t{1});
        QCOMPARE(workspace.versions().profiles().size(), std::size_t{3});

        // and is used as any other
        std::vector<NewPiece> more{somePiece(1)};
        workspace.pieces().add(more);
        QCOMPARE(more[0].piece.id, std::int64_t{5});
        workspace.pieces().remove({1});
        QCOMPARE(Workspace(path()).pieces().all().size(), std::size_t{4});
    }

    void versionsAreUndoneAndRedone() {
        Workspace workspace(path());
        auto added = pieces(2);
        workspace.pieces().add(added);
        const std::int64_t id = added[0].piece.id;
        std::vector<PianoRoll> rolls{added[0].roll};
        for (int i = 1; i <= 3; ++i) {
            std::vector<NewPiece> next{somePiece(10 + i)};
            next[0].piece.id = id;
            next[0].piece.recipe = "[" + std::to_string(i) + "]";
            workspace.versions().add(next);
            QCOMPARE(next[0].piece.version, i);
            rolls.push_back(next[0].roll);
        }
        for (const int version : {3, 1, 0, 2}) {
            workspace.versions().setCurrent({{id, version}});
            const Piece piece = workspace.pieces().find(id).value();
            QCOMPARE(piece.version, version);
            QCOMPARE(piece.versions, 4);
            QCOMPARE(piece.recipe, version == 0 ? std::string("[]") : "[" + std::to_string(version) + "]");
            const auto expected = statisticsOf(rolls[static_cast<std::size_t>(version)]);
            QCOMPARE(piece.statistics.notes, expected.notes);
            QCOMPARE(piece.fileHash, std::string("hash0"));
            QVERIFY(workspace.versions().roll(id) == rolls[static_cast<std::size_t>(version)]);
            QVERIFY(workspace.versions().roll(id, 1) == rolls[1]);
        }
        // after an undo a new version takes the place of what could be redone
        std::vector<NewPiece> other{somePiece(20)};
        other[0].piece.id = id;
        workspace.versions().add(other);
        QCOMPARE(workspace.pieces().find(id)->versions, 4);
        QVERIFY(workspace.versions().roll(id, 3) == other[0].roll);
        QCOMPARE(workspace.versions().of(id).at(1).recipe, std::string("[1]"));
        // all or nothing
        QVERIFY(kindOf([&] { workspace.versions().setCurrent({{id, 0}, {added[1].piece.id, 1}}); }) == ErrorKind::NotFound);
        QCOMPARE(workspace.pieces().find(id)->version, 3);
        std::vector<NewPiece> none{somePiece(1), somePiece(2)};
        none[0].piece.id = id;
        none[1].piece.id = 99;
        QVERIFY(kindOf([&] { workspace.versions().add(none); }) == ErrorKind::NotFound);
        QCOMPARE(workspace.pieces().find(id)->versions, 4);
        // imported anew, the piece begins anew
        workspace.pieces().add(added);
        QCOMPARE(added[0].piece.id, id);
        QCOMPARE(workspace.pieces().find(id)->versions, 1);
        QVERIFY(workspace.versions().roll(id) == rolls[0]);
    }

    void aRejectedVersionHasNoRoll() {
        Workspace workspace(path());
        auto added = pieces(1);
        workspace.pieces().add(added);
        std::vector<NewPiece> version(1);
        version[0].piece = added[0].piece;
        version[0].piece.state = PieceState::Rejected;
        workspace.versions().add(version);
        QVERIFY(kindOf([&] { (void)workspace.versions().roll(added[0].piece.id); }) == ErrorKind::NotFound);
        QVERIFY(workspace.versions().roll(added[0].piece.id, 0) == added[0].roll);
        QVERIFY(workspace.versions().profiles().empty());
        QCOMPARE(workspace.versions().profiles(true).size(), std::size_t{1});
    }

    void sourcesStayAsLongAsAPieceNeedsThem() {
        Workspace workspace(path());
        auto added = pieces(3);
        added[1].piece.fileHash = added[0].piece.fileHash;
        added[1].piece.part = 1;
        const auto bytes = std::make_shared<const Bytes>(Bytes{1, 2, 3, 0, 255});
        added[0].source = added[1].source = bytes;
        workspace.pieces().add(added);
        QVERIFY(workspace.pieces().source(added[1].piece) == *bytes);
        QVERIFY(kindOf([&] { (void)workspace.pieces().source(added[2].piece); }) == ErrorKind::NotFound);
        workspace.pieces().remove({added[0].piece.id});
        QVERIFY(workspace.pieces().source(added[1].piece) == *bytes);
        workspace.pieces().remove({added[1].piece.id});
        QVERIFY(kindOf([&] { (void)workspace.pieces().source(added[1].piece); }) == ErrorKind::NotFound);
    }

    void profilesAreThoseOfTheRolls() {
        Workspace workspace(path());
        auto added = pieces(600);
        for (std::size_t i = 0; i < added.size(); i += 2) added[i].profile = profileOf(added[i].roll);
        workspace.pieces().add(added);
        for (int round = 0; round < 2; ++round) {  // computed, then read
            const auto profiles = workspace.versions().profiles();
            QCOMPARE(profiles.size(), added.size());
            for (std::size_t i = 0; i < added.size(); ++i) {
                QCOMPARE(profiles[i].pieceId, added[i].piece.id);
                QVERIFY(profiles[i].profile == profileOf(added[i].roll));
            }
        }
    }

    void tags() {
        Workspace workspace(path());
        auto added = pieces(3);
        workspace.pieces().add(added);
        const std::int64_t a = added[0].piece.id, c = added[2].piece.id;
        workspace.pieces().addTag({a, c, 99}, "jig");
        workspace.pieces().addTag({c, c}, "Ä tag; 'quoted'");
        workspace.pieces().addTag({c}, "jig");
        QCOMPARE(workspace.pieces().find(c)->tags, (std::vector<std::string>{"jig", "Ä tag; 'quoted'"}));
        const auto list = workspace.pieces().all();
        QCOMPARE(list[0].tags, std::vector<std::string>{"jig"});
        QVERIFY(list[1].tags.empty());
        QCOMPARE(list[2].tags.size(), std::size_t{2});
        workspace.pieces().removeTag({a, c}, "jig");
        QVERIFY(workspace.pieces().find(a)->tags.empty());
        QCOMPARE(workspace.pieces().find(c)->tags.size(), std::size_t{1});
    }

    void datasets() {
        Workspace workspace(path());
        QCOMPARE(workspace.datasets().all().size(), std::size_t{1});
        Dataset jigs;
        jigs.name = "Jigs ♪";
        jigs.rules = {{{6, 8}, {12, 8}}, 8, 0.25, 1.0, 0.125, 1.5, 4.0, 40, 90, {"jig", "reel"}, true};
        jigs.seed = ~std::uint64_t{0};
        jigs.shares = {0.25, 0.125};
        jigs.id = workspace.datasets().add(jigs);
        QVERIFY(workspace.datasets().find(jigs.id).value() == jigs);
        jigs.rules = {};
        jigs.name = "other";
        workspace.datasets().update(jigs);
        QVERIFY(workspace.datasets().all().at(1) == jigs);
        Dataset twice;
        twice.name = "other";
        QVERIFY(kindOf([&] { workspace.datasets().add(twice); }) == ErrorKind::Invalid);
        twice.name.clear();
        QVERIFY(kindOf([&] { workspace.datasets().add(twice); }) == ErrorKind::Invalid);
        twice.name = "third";
        twice.shares = {0.6, 0.6};
        QVERIFY(kindOf([&] { workspace.datasets().add(twice); }) == ErrorKind::Invalid);
        twice.shares = {};
        twice.id = 77;
        QVERIFY(kindOf([&] { workspace.datasets().update(twice); }) == ErrorKind::NotFound);

        auto added = pieces(3);
        workspace.pieces().add(added);
        workspace.datasets().setSubsets(jigs.id, {added[0].piece.id, added[1].piece.id, 99}, Subset::Off);
        workspace.datasets().setSubsets(jigs.id, {added[1].piece.id}, Subset::Test);
        auto subsets = workspace.datasets().subsets(jigs.id);
        QCOMPARE(subsets.size(), std::size_t{2});
        QVERIFY(subsets[added[0].piece.id] == Subset::Off);
        QVERIFY(subsets[added[1].piece.id] == Subset::Test);
        QVERIFY(workspace.datasets().subsets(1).empty());
        workspace.datasets().setSubsets(jigs.id, {added[0].piece.id}, std::nullopt);
        QCOMPARE(workspace.datasets().subsets(jigs.id).size(), std::size_t{1});
        workspace.pieces().remove({added[1].piece.id});
        QVERIFY(workspace.datasets().subsets(jigs.id).empty());
        workspace.datasets().remove(jigs.id);
        QCOMPARE(workspace.datasets().all().size(), std::size_t{1});
        QCOMPARE(workspace.pieces().all().size(), std::size_t{2});
    }

    void rulesThatMakeNoSenseAreLeftOut() {
        QVERIFY(rulesFromJson("") == DatasetRules{});
        QVERIFY(rulesFromJson("[1]") == DatasetRules{});
        QVERIFY(rulesFromJson(R"({"meters":[[4],[0,4],["a",2],{}],"min_bars":"x","max_grid_error":[],"lowest_pitch":1.5,
                                  "highest_pitch":99999999999999,"tags":[1]})") == DatasetRules{});
        QCOMPARE(rulesFromJson(R"({"meters":[[3,4],7]})").meters, (std::vector<Meter>{{3, 4}}));
        QCOMPARE(toJson(DatasetRules{}), std::string("{}"));
    }

    void aCopyHoldsAllOfIt() {
        Workspace workspace(path());
        auto added = pieces(5);
        workspace.pieces().add(added);
        std::filesystem::create_directories(workspace.runsFolder() / "1");
        writeFile(workspace.runsFolder() / "1" / "last.ricercar", std::string("weights"));
        writeFile(path("moved.ricercar"), std::string("something else"));
        workspace.copyTo(path("moved.ricercar"));
        const Workspace copy(path("moved.ricercar"));
        QCOMPARE(copy.pieces().all().size(), std::size_t{5});
        QVERIFY(copy.versions().roll(added[3].piece.id) == added[3].roll);
        QCOMPARE(readFile(copy.runsFolder() / "1" / "last.ricercar").size(), std::size_t{7});
        QVERIFY(kindOf([&] { workspace.copyTo(path("no/where")); }) != ErrorKind::Internal);
    }

    void tenThousandPiecesAreListedSoon() {
        Workspace workspace(path());
        const NewPiece one = somePiece(1);
        std::vector<NewPiece> many(10'000, one);
        for (std::size_t i = 0; i < many.size(); ++i) many[i].piece.fileHash = std::to_string(i);
        QElapsedTimer timer;
        timer.start();
        workspace.pieces().add(many);
        const auto added = timer.restart();
        QCOMPARE(workspace.pieces().all().size(), many.size());
        const auto listed = timer.restart();
        QCOMPARE(workspace.versions().profiles().size(), many.size());
        const auto completed = timer.restart();
        QCOMPARE(workspace.versions().profiles().size(), many.size());
        const auto read = timer.restart();
        qInfo("10,000 pieces: added in %lld ms, listed in %lld, profiles made in %lld, read in %lld",
              static_cast<long long>(added), static_cast<long long>(listed), static_cast<long long>(completed),
              static_cast<long long>(read));
        QVERIFY(listed < 2000);
    }

    void anotherConnectionsChangesAreNoticed() {
        Workspace here(path());
        const auto before = here.changeCounter();
        QCOMPARE(here.changeCounter(), before);
        {
            Workspace there(path());
            auto added = pieces(1);
            there.pieces().add(added);
        }
        QVERIFY(here.changeCounter() != before);
    }
};

QTEST_APPLESS_MAIN(tst_WorkspaceVersions)
#include "tst_WorkspaceVersions.moc"
