// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Sha256.h"
#include "core/dataset/Importer.h"
#include "tests/support/TestData.h"

#include <sys/stat.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>
#include <stop_token>

using namespace ricercar;
namespace fs = std::filesystem;

namespace {

Score someScore(std::uint64_t seed, Meter meter = {4, 4}, int bars = 8) {
    PianoRoll roll = test::randomRoll(seed, bars * *meter.barSteps(), {48, 84}, 3.0, meter);
    roll.addNote(0, 4, 60);
    return toScore(roll, 100.0);
}

void writeScore(const fs::path& path, const Score& score) {
    fs::create_directories(path.parent_path());
    writeFile(path, writeMidi(score));
}

std::set<MessageId> idsOf(const Piece& piece) {
    std::set<MessageId> ids;
    for (const Message& remark : piece.remarks) ids.insert(remark.id);
    return ids;
}

}  // namespace

class tst_Importer : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path(const std::string& name) const { return fs::path(folder_->path().toStdString()) / name; }

    void writeMany(int count) const {
        for (int i = 0; i < count; ++i)
            writeScore(path("many") / ("piece " + std::to_string(1000 + i) + ".mid"), someScore(static_cast<std::uint64_t>(i)));
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void filesAreFoundOnceAndSorted() {
        for (const char* name : {"music/b.MID", "music/a.mid", "music/deep/er/c.midi", "music/d.KAR", "music/e.rmi",
                                 "music/f.smf", "music/readme.txt", "music/mid", "other.dat"}) {
            fs::create_directories(path(name).parent_path());
            writeFile(path(name), std::string("x"));
        }
        fs::create_directory_symlink(path("music"), path("music/deep/loop"));
        fs::create_directory_symlink(path("music/deep"), path("music/again"));
        fs::create_symlink(path("nowhere"), path("music/dangling.mid"));
        QCOMPARE(::mkfifo(path("music/pipe.mid").c_str(), 0600), 0);
        const auto found = findMidiFiles({path("other.dat"), path("music"), path("music/a.mid"), path("none.mid")});
        QVERIFY(std::is_sorted(found.begin(), found.end()));
        std::set<std::string> names;
        for (const fs::path& file : found) QVERIFY(names.insert(file.filename().string()).second);
        QCOMPARE(names,
                 (std::set<std::string>{"a.mid", "b.MID", "c.midi", "d.KAR", "e.rmi", "f.smf", "none.mid", "other.dat"}));
    }

    void aPieceKnowsItsFile() {
        Score score = someScore(1);
        score.texts.push_back({0, 3, 0, "  Gavotte \n"});
        const fs::path file = path("n\xE9.mid");
        writeScore(file, score);
        const FileReading reading = readPieces(file);
        QCOMPARE(reading.pieces.size(), std::size_t{1});
        const Piece& piece = reading.pieces[0].piece;
        QCOMPARE(piece.fileHash, sha256(readFile(file)));
        QCOMPARE(piece.title, std::string("Gavotte"));
        QCOMPARE(piece.path, displayPath(file));
        QVERIFY(piece.state == PieceState::Accepted);
        QVERIFY(piece.remarks.empty());
        QCOMPARE(piece.parts, 1);
        QCOMPARE(piece.tracks, reading.midi->tracks);
        QCOMPARE(piece.fileNotes, static_cast<std::int64_t>(score.notes.size()));
        QCOMPARE(piece.steps, reading.pieces[0].roll.steps());
        QCOMPARE(piece.statistics.notes, static_cast<int>(score.notes.size()));
        QVERIFY(std::abs(piece.tempo - 100.0) < 0.01);
        fs::remove(file);  // Qt cannot, by such a name
        score.texts.clear();
        writeScore(path("untitled.mid"), score);
        QCOMPARE(readPieces(path("untitled.mid")).pieces.at(0).piece.title, std::string("untitled"));
    }

    void aFolderWithoutMusicEndsAtOnce() {
        Workspace workspace(path("w.ricercar-workspace"));
        fs::create_directory(path("none"));
        const ImportReport report = importFiles(workspace, {path("none")});
        QCOMPARE(report.files, 0);
        QVERIFY(!report.stopped);
        QCOMPARE(importFiles(workspace, {}).files, 0);
    }

    void metersAreFiltered() {
        writeScore(path("waltz.mid"), someScore(1, {3, 4}));
        ImportOptions options;
        options.meters = {{4, 4}, {2, 2}, {2, 4}};
        const Piece refused = readPieces(path("waltz.mid"), options).pieces.at(0).piece;
        QVERIFY(refused.state == PieceState::Rejected);
        QCOMPARE(refused.remarks.at(0), (Message{MessageId::PieceMeterExcluded, {"3/4", "4/4, 2/2 or 2/4"}}));
        QCOMPARE(refused.meter, (Meter{3, 4}));
        options.meters = {{3, 4}};
        QVERIFY(readPieces(path("waltz.mid"), options).pieces.at(0).piece.state == PieceState::Accepted);
        QVERIFY(readPieces(path("waltz.mid")).pieces.at(0).piece.state == PieceState::Accepted);
    }

    void aTitleIsALine() {
        Score score = someScore(1);
        score.texts.push_back({0, TextEvent::trackName, 0, std::string("\0 \n", 3)});
        writeScore(path("own name.mid"), score);
        QCOMPARE(readPieces(path("own name.mid")).pieces.at(0).piece.title, std::string("own name"));
        score.texts.back().text = std::string("bossa\t1\0", 8);
        writeScore(path("own name.mid"), score);
        QCOMPARE(readPieces(path("own name.mid")).pieces.at(0).piece.title, std::string("bossa 1"));
    }

    void partsShareTheirFile() {
        Score score = someScore(2);
        score.meters.push_back({8 * 480, {3, 4}});
        writeScore(path("two.mid"), score);
        Workspace workspace(path("w.ricercar"));
        const ImportReport report = importFiles(workspace, {path("two.mid")});
        QCOMPARE(report.accepted, 2);
        QCOMPARE(report.rejected, 0);
        const auto pieces = workspace.pieces().all();
        QCOMPARE(pieces.size(), std::size_t{2});
        QCOMPARE(pieces[0].fileHash, pieces[1].fileHash);
        QCOMPARE(pieces[1].part, 1);
        QCOMPARE(pieces[1].parts, 2);
    }

    void aSilentPartIsNoPiece() {
        Score score = someScore(2);
        score.meters.push_back({8 * 480, {3, 4}});
        score.meters.push_back({20 * 480, {4, 4}});
        std::erase_if(score.notes,
                      [](const Note& note) { return note.start < 20 * 480 && note.start + note.duration > 8 * 480; });
        writeScore(path("gap.mid"), score);
        const auto pieces = readPieces(path("gap.mid")).pieces;
        QCOMPARE(pieces.size(), std::size_t{2});
        QVERIFY(pieces[0].piece.state != PieceState::Rejected && pieces[1].piece.state != PieceState::Rejected);
        score.notes.clear();
        writeScore(path("none.mid"), score);
        const auto silent = readPieces(path("none.mid")).pieces;  // that nothing sounds at all is said
        QVERIFY(!silent.empty());
        QCOMPARE(silent[0].piece.state, PieceState::Rejected);
    }

    void playingWithoutAClickIsSaid() {
        Score score = someScore(3);
        for (std::size_t i = 0; i < score.notes.size(); ++i) score.notes[i].start += static_cast<Tick>(i * 37 % 59);
        std::sort(score.notes.begin(), score.notes.end(), [](const Note& a, const Note& b) { return a.start < b.start; });
        score.end += 120;
        writeScore(path("free.mid"), score);
        const Piece piece = readPieces(path("free.mid")).pieces.at(0).piece;
        QVERIFY(piece.state == PieceState::Warned);
        QVERIFY(idsOf(piece).contains(MessageId::PieceOffGrid));
    }

    void tripletsAreNoBadPlaying() {
        Score score = someScore(3);
        for (std::size_t i = 0; i < score.notes.size(); i += 8) score.notes[i].start += 40;
        std::sort(score.notes.begin(), score.notes.end(), [](const Note& a, const Note& b) { return a.start < b.start; });
        score.end += 120;
        writeScore(path("triplets.mid"), score);
        QCOMPARE(idsOf(readPieces(path("triplets.mid")).pieces.at(0).piece),
                 std::set<MessageId>{MessageId::PiecePartlyOffGrid});
    }

    void badFilesAreRejectedPieces() {
        writeFile(path("text.mid"), std::string("no music"));
        writeFile(path("empty.mid"), std::string());
        QCOMPARE(::mkfifo(path("pipe.mid").c_str(), 0600), 0);
        writeScore(path("good.mid"), someScore(1));
        Workspace workspace(path("w.ricercar"));
        const ImportReport report =
            importFiles(workspace, {path("text.mid"), path("empty.mid"), path("pipe.mid"), path("none.mid"), path("good.mid")});
        QCOMPARE(report.files, 5);
        QCOMPARE(report.rejected, 4);
        QCOMPARE(report.accepted, 1);
        std::set<std::string> hashes;
        for (const Piece& piece : workspace.pieces().all()) {
            hashes.insert(piece.fileHash);
            if (piece.state == PieceState::Rejected) QCOMPARE(piece.remarks.size(), std::size_t{1});
        }
        QCOMPARE(hashes.size(), std::size_t{5});

        // once it can be read, the complaint is gone
        writeScore(path("none.mid"), someScore(9));
        const ImportReport again = importFiles(workspace, {path("none.mid"), path("pipe.mid"), path("good.mid")});
        QCOMPARE(again.accepted, 1);
        QCOMPARE(again.known, 1);
        QCOMPARE(workspace.pieces().all().size(), std::size_t{5});
    }

    void aMillionNotesAreCutWithARemark() {
        Score score;
        score.division = toScore(test::randomRoll(1, 16)).division;
        for (int i = 0; i < 1'000'000; ++i)
            score.notes.push_back({i * Tick{120}, 120, static_cast<std::uint8_t>(40 + i % 40), 80, 0, 0});
        score.end = 1'000'000 * Tick{120};
        writeScore(path("huge.mid"), score);
        writeScore(path("small.mid"), someScore(1));
        Workspace workspace(path("w.ricercar"));
        const ImportReport report = importFiles(workspace, {path("huge.mid"), path("small.mid")});
        QCOMPARE(report.accepted, 2);
        const auto pieces = workspace.pieces().all();
        QCOMPARE(pieces.at(0).fileNotes, std::int64_t{1'000'000});
        QVERIFY(pieces.at(0).state == PieceState::Warned && !pieces.at(0).remarks.empty());
        QCOMPARE(workspace.versions().roll(pieces.at(0).id).steps(), QuantizeOptions().maxSteps);
    }

    void filesThatMayNotBeRead() {
        writeScore(path("locked/secret.mid"), someScore(1));
        writeScore(path("open/good.mid"), someScore(2));
        writeScore(path("open/secret.mid"), someScore(3));
        fs::permissions(path("locked"), fs::perms::none);
        fs::permissions(path("open/secret.mid"), fs::perms::none);
        fs::permissions(path(""), fs::perms::all);
        const bool root = ::geteuid() == 0;  // whom no permission stops
        if (root) QCOMPARE(::seteuid(65534), 0);
        ImportReport report;
        std::map<std::string, Piece> pieces;
        {
            Workspace workspace(path("w.ricercar"));
            report = importFiles(workspace, {path("locked"), path("open")});
            for (const Piece& piece : workspace.pieces().all()) pieces[fs::path(piece.path).filename().string()] = piece;
        }
        if (root) QCOMPARE(::seteuid(0), 0);
        fs::permissions(path("locked"), fs::perms::owner_all);
        QCOMPARE(report.accepted, 1);
        QCOMPARE(report.rejected, 2);
        QCOMPARE(idsOf(pieces.at("locked")), std::set<MessageId>{MessageId::FileUnreadable});
        QCOMPARE(idsOf(pieces.at("secret.mid")), std::set<MessageId>{MessageId::FileUnreadable});
    }

    void namesInAnyScript() {
        const std::vector<std::string> names{"音楽.mid",
                                             "Мелодия.mid",
                                             "لحن.mid",
                                             "Ὠδή ä ß.mid",
                                             "🎹.mid",
                                             "bad \xFF\xC3 bytes.mid",
                                             "quote \" ' %1 %2 <b>.mid",
                                             "new\nline.mid"};
        for (std::size_t i = 0; i < names.size(); ++i) writeScore(path("names/" + names[i]), someScore(i + 1));
        Workspace workspace(path("w.ricercar"));
        QCOMPARE(importFiles(workspace, {path("names")}).accepted, static_cast<int>(names.size()));
        std::set<std::string> found;
        for (const Piece& piece : workspace.pieces().all()) {
            QCOMPARE(validUtf8(piece.path), piece.path);
            QCOMPARE(validUtf8(piece.title), piece.title);
            found.insert(fs::path(piece.path).filename().string());
        }
        for (const std::string& name : names) QVERIFY(found.contains(validUtf8(name)));
        for (const std::string& name : names) fs::remove(path("names/" + name));  // Qt cannot remove all of them
    }

    void knownFilesAreSkipped() {
        writeMany(20);
        fs::copy_file(path("many/piece 1003.mid"), path("many/a copy.mid"));
        Workspace workspace(path("w.ricercar"));
        std::size_t told = 0;
        std::uint64_t last = 0;
        const Task task(std::stop_token{}, [&](std::uint64_t done, std::uint64_t total) {
            QCOMPARE(total, std::uint64_t{21});
            QCOMPARE(done, last + 1);
            last = done;
        });
        const auto report = importFiles(workspace, {path("many")}, {}, task, [&](const auto& pieces) {
            told += pieces.size();
            for (const auto& added : pieces) QVERIFY(workspace.pieces().find(added.piece.id).has_value());
        });
        QCOMPARE(last, std::uint64_t{21});
        QCOMPARE(told, std::size_t{20});
        QCOMPARE(report.files, 21);
        QCOMPARE(report.known, 1);
        QCOMPARE(report.accepted, 20);
        const auto again = importFiles(workspace, {path("many")});
        QCOMPARE(again.known, 21);
        QCOMPARE(again.accepted, 0);
        QCOMPARE(workspace.pieces().all().size(), std::size_t{20});
    }

    void theOrderDoesNotDependOnThreads() {
        writeMany(60);
        std::vector<std::string> orders;
        for (const int threads : {1, 4}) {
            Workspace workspace(path(std::to_string(threads) + ".ricercar"));
            ImportOptions options;
            options.threads = threads;
            importFiles(workspace, {path("many")}, options);
            std::string order;
            for (const Piece& piece : workspace.pieces().all()) order += piece.title + "\n";
            orders.push_back(order);
        }
        QCOMPARE(orders[0], orders[1]);
    }

    void aStopComesSoonAndLosesNothing() {
        writeMany(300);
        Workspace workspace(path("w.ricercar"));
        std::stop_source stop;
        QElapsedTimer since;
        const Task task(stop.get_token(), [&](std::uint64_t done, std::uint64_t) {
            if (done != 50) return;
            stop.request_stop();
            since.start();
        });
        const auto report = importFiles(workspace, {path("many")}, {}, task);
        QVERIFY(since.elapsed() < 200);
        QVERIFY(report.stopped);
        QCOMPARE(report.accepted, 50);
        QCOMPARE(workspace.pieces().all().size(), std::size_t{50});
        const auto rest = importFiles(workspace, {path("many")});
        QCOMPARE(rest.known, 50);
        QCOMPARE(rest.accepted, 250);
        QVERIFY(!rest.stopped);
    }

    void realMusicIsImported() {
        const fs::path shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        Workspace workspace(path("w.ricercar"));
        const auto report = importFiles(workspace, {shared / "midi", shared / "nasty"});
        qInfo("%d files, %d known, %d pieces accepted, %d rejected, %.1f s", report.files, report.known, report.accepted,
              report.rejected, report.seconds);
        QVERIFY(report.files > 1400);
        QVERIFY(report.accepted > report.files * 9 / 10);
        std::set<std::string> files;
        for (const Piece& piece : workspace.pieces().all()) {
            files.insert(piece.fileHash);
            if (piece.state == PieceState::Rejected) {
                QVERIFY(!piece.remarks.empty());
                continue;
            }
            const PianoRoll roll = workspace.versions().roll(piece.id);
            QVERIFY(roll.valid());
            QCOMPARE(roll.steps(), piece.steps);
        }
        QCOMPARE(static_cast<int>(files.size()) + report.known, report.files);
    }
};

QTEST_APPLESS_MAIN(tst_Importer)
#include "tst_Importer.moc"
