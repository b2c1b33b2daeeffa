// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/dataset/Importer.h"
#include "core/dataset/Remedying.h"
#include "core/dataset/RollFile.h"
#include "tests/support/TestData.h"
#include "tests/support/Zip.h"

#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <map>
#include <stop_token>

using namespace ricercar;
namespace fs = std::filesystem;

namespace {

using Entry = test::ZipEntry;

void zip(const fs::path& path, const std::vector<Entry>& entries) { QVERIFY(test::writeZip(path, entries)); }

}  // namespace

class tst_ImportSources : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path(const std::string& name) const { return fs::path(folder_->path().toStdString()) / name; }

    static std::map<std::string, Piece> byPath(const Workspace& workspace) {
        std::map<std::string, Piece> pieces;
        for (const Piece& piece : workspace.pieces().all()) pieces.emplace(piece.path, piece);
        return pieces;
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aFolderGivesItsRollFilesAndNoOtherJson() {
        fs::create_directories(path("in/deep"));
        const auto write = [&](const char* name, const std::string& text) {
            writeFile(path(name), std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
        };
        write("in/deep/rolls.json",
              R"({"name": "n", "step": "quarter note", "train": [[[60], [64]]], "valid": [], "test": []})");
        write("in/settings.json", R"({"train": {"steps": 4}})");
        write("in/list.json", R"([{"train": [1]}])");
        write("in/empty.json", "");
        QCOMPARE(findMidiFiles({path("in")}), (std::vector<fs::path>{path("in/deep/rolls.json")}));
        Workspace workspace(path("w.ricercar"));
        QCOMPARE(importFiles(workspace, {path("in")}).accepted, 1);
    }

    void anArchiveIsUnpackedInMemory() {
        zip(path("music.ZIP"), {{"a.mid", test::someMidi(1)},
                                {"folder/B.MIDI", test::someMidi(2)},
                                {"folder/音楽 ä.kar", test::someMidi(3)},
                                {"../up.smf", test::someMidi(4)},
                                {"readme.txt", Bytes(100'000, 'x')},
                                {"again.mid", test::someMidi(1)},
                                {"bad.mid", Bytes{'n', 'o'}},
                                {"inner.zip", Bytes(1000, 0)}});
        writeFile(path("outside.mid"), test::someMidi(2));
        Workspace workspace(path("w.ricercar"));
        std::uint64_t last = 0, all = 0;
        const Task task(std::stop_token{}, [&](std::uint64_t done, std::uint64_t total) {
            last = done;
            all = total;
        });
        const ImportReport report = importFiles(workspace, {path("music.ZIP"), path("outside.mid")}, {}, task);
        QCOMPARE(report.files, 8);
        QCOMPARE(report.accepted, 4);
        QCOMPARE(report.rejected, 2);
        QCOMPARE(report.known, 2);
        QCOMPARE(last, std::uint64_t{8});
        QCOMPARE(all, std::uint64_t{8});
        const auto pieces = byPath(workspace);
        const std::string zip = displayPath(path("music.ZIP"));
        QCOMPARE(pieces.size(), std::size_t{6});
        QCOMPARE(pieces.at(zip + "/inner.zip").remarks.at(0).id, MessageId::ArchiveInArchive);
        QVERIFY(pieces.contains(zip + "/folder/B.MIDI"));
        QVERIFY(pieces.contains(zip + "/folder/音楽 ä.kar"));
        QVERIFY(pieces.at(zip + "/bad.mid").state == PieceState::Rejected);
        QVERIFY(workspace.pieces().source(pieces.at(zip + "/a.mid")) == test::someMidi(1));
        QCOMPARE(pieces.at(zip + "/a.mid").title, std::string("a"));
        std::size_t files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(path(""))) files += entry.is_regular_file() ? 1U : 0U;
        QVERIFY(files <= 5);  // nothing was unpacked onto the disk: two files, the workspace and its log
        QCOMPARE(importFiles(workspace, {path("music.ZIP")}).known, 6);
    }

    void namesAreFoundInEveryLocaleAndEncoding() {
        const Bytes archive = test::rawZip({{"F\xC3\xBCr Elise.mid", test::someMidi(1), true},
                                            {"plain.mid", test::someMidi(2)},
                                            {"Gr\xC3\xBC\xC3\x9F"
                                             "e.mid",
                                             test::someMidi(3)},  // UTF-8 that does not say so
                                            {"folder/\x83s\x83"
                                             "A\x83m.mid",
                                             test::someMidi(4)},
                                            {"bad \xFF\xFE.mid", test::someMidi(5), true}});
        writeFile(path("names.zip"), archive);
        writeFile(path("dos.zip"), test::rawZip({{"Pr\x82lude.mid", test::someMidi(6)}}));
        for (const char* locale : {"C", "C.UTF-8"}) {
            const std::string before = std::setlocale(LC_ALL, nullptr);
            std::setlocale(LC_ALL, locale);
            const std::string name = std::string("w-") + locale + ".ricercar";
            Workspace workspace(path(name));
            const ImportReport report = importFiles(workspace, {path("names.zip"), path("dos.zip")});
            std::setlocale(LC_ALL, before.c_str());
            QCOMPARE(report.accepted, 6);
            const auto pieces = byPath(workspace);
            const std::string zip = displayPath(path("names.zip"));
            for (const char* member : {"Für Elise.mid", "plain.mid", "Grüße.mid", "folder/ピアノ.mid"})
                QVERIFY2(pieces.contains(zip + "/" + member), member);
            QVERIFY(pieces.contains(displayPath(path("dos.zip")) + "/Prélude.mid"));
        }
    }

    void whatCannotBeUnpackedIsSaidAndTheRestComesIn() {
        Bytes damaged = test::rawZip({{"a.mid", test::someMidi(1)},
                                      {"secret.mid", test::someMidi(2), false, true},
                                      {"odd.mid", test::someMidi(3), false, false, 77},
                                      {"z.mid", test::someMidi(4)},
                                      {"rolls.json", Bytes(), false}});
        writeFile(path("mixed.zip"), damaged);
        Workspace workspace(path("w.ricercar"));
        const ImportReport report = importFiles(workspace, {path("mixed.zip")});
        QCOMPARE(report.accepted, 2);
        QCOMPARE(report.rejected, 2);
        const auto pieces = byPath(workspace);
        const std::string zip = displayPath(path("mixed.zip"));
        for (const char* member : {"/secret.mid", "/odd.mid"})
            QCOMPARE(pieces.at(zip + member).remarks.at(0).id, MessageId::ArchiveMemberUnreadable);
    }

    void rollsInArchivesAreRead() {
        const std::string json =
            R"({"name":"Two","step":"quarter note","train":[[[60],[62]]],"valid":[[[70]]],"test":[[[80]]]})";
        zip(path("rolls.zip"), {{"sets/rolls.json", Bytes(json.begin(), json.end())},
                                {"settings.json", Bytes{'{', '}'}},
                                {"a.mid", test::someMidi(1)}});
        Workspace workspace(path("w.ricercar"));
        QCOMPARE(importFiles(workspace, {path("rolls.zip")}).accepted, 4);
        QCOMPARE(importFiles(workspace, {path("rolls.zip")}).known, 2);
    }

    void twoImportsAtOnceCountEachPieceOnce() {
        fs::create_directories(path("music"));
        constexpr int files = 60;
        for (int i = 0; i < files; ++i)
            writeFile(path("music/" + std::to_string(i) + ".mid"), test::someMidi(static_cast<std::uint64_t>(i)));
        Workspace first(path("w.ricercar"));
        Workspace second(path("w.ricercar"));
        // while the first is told of its first pieces, the second imports all of them
        ImportReport other;
        bool once = false;
        const ImportReport report = importFiles(first, {path("music")}, {}, {}, [&](const auto&) {
            if (!std::exchange(once, true)) other = importFiles(second, {path("music")});
        });
        QCOMPARE(report.accepted + other.accepted, files);
        QCOMPARE(report.known + other.known, files);
        QCOMPARE(first.pieces().all().size(), std::size_t{files});
    }

    void archivesThatAreNone() {
        writeFile(path("text.zip"), std::string("this is text"));
        writeFile(path("empty.zip"), std::string());
        zip(path("nothing.zip"), {{"readme.txt", Bytes(10, 'x')}});
        std::vector<Entry> many;
        for (std::uint64_t i = 0; i < 40; ++i) many.push_back({std::to_string(i) + ".mid", test::someMidi(i)});
        zip(path("whole.zip"), many);
        Bytes cut = readFile(path("whole.zip"));
        cut.resize(cut.size() / 2);
        writeFile(path("cut.zip"), cut);
        Workspace workspace(path("w.ricercar"));
        importFiles(workspace, {path("text.zip"), path("empty.zip"), path("nothing.zip"), path("none.zip"), path("cut.zip")});
        const auto pieces = byPath(workspace);
        const auto reason = [&](const char* name) { return pieces.at(displayPath(path(name))).remarks.at(0).id; };
        QCOMPARE(reason("text.zip"), MessageId::ArchiveDamaged);
        QVERIFY(reason("empty.zip") == MessageId::ArchiveDamaged || reason("empty.zip") == MessageId::ArchiveWithoutMidi);
        QCOMPARE(reason("nothing.zip"), MessageId::ArchiveWithoutMidi);
        QCOMPARE(reason("none.zip"), MessageId::FileNotFound);
        QCOMPARE(reason("cut.zip"), MessageId::ArchiveDamaged);
        // once it is whole, the complaint is gone
        fs::rename(path("whole.zip"), path("cut.zip"));
        importFiles(workspace, {path("cut.zip")});
        const auto later = byPath(workspace);
        QVERIFY(!later.contains(displayPath(path("cut.zip"))));
        QVERIFY(later.contains(displayPath(path("cut.zip/39.mid"))));
    }

    void aBombDoesNotGoOff() {
        std::vector<Entry> entries{{"first.mid", test::someMidi(1)}};
        for (int i = 0; i < 10; ++i) entries.push_back({"bomb" + std::to_string(i) + ".mid", Bytes(std::size_t{40} << 20, 0)});
        zip(path("bomb.zip"), entries);
        QVERIFY(fs::file_size(path("bomb.zip")) < 1'000'000);
        Workspace workspace(path("w.ricercar"));
        const ImportReport report = importFiles(workspace, {path("bomb.zip")});
        QCOMPARE(report.accepted, 1);
        const auto pieces = byPath(workspace);
        const Piece& refused = pieces.at(displayPath(path("bomb.zip")));
        QCOMPARE(refused.remarks.at(0).id, MessageId::ArchiveTooLarge);
        QVERIFY(*refused.remarks.at(0).args.at(1).number() < 110);
    }

    void anImportOfAnArchiveGoesOn() {
        std::vector<Entry> entries;
        for (std::uint64_t i = 0; i < 200; ++i) entries.push_back({std::to_string(i) + ".mid", test::someMidi(i)});
        zip(path("many.zip"), entries);
        Workspace workspace(path("w.ricercar"));
        std::stop_source stop;
        const Task task(stop.get_token(), [&](std::uint64_t done, std::uint64_t) {
            if (done == 30) stop.request_stop();
        });
        QCOMPARE(importFiles(workspace, {path("many.zip")}, {}, task).accepted, 30);
        QCOMPARE(workspace.pieces().all().size(), std::size_t{30});
        const ImportReport rest = importFiles(workspace, {path("many.zip")});
        QCOMPARE(rest.known, 30);
        QCOMPARE(rest.accepted, 170);
    }

    void publishedRollsKeepTheirSides() {
        const std::string json =
            R"({"name":"Two","step":"quarter note","train":[[[60],[60,64],[],[62]],[[]]],"valid":[[[70]]],"test":[[[80],[81]]]})";
        writeFile(path("set.json"), json);
        Workspace workspace(path("w.ricercar"));
        const ImportReport report = importFiles(workspace, {path("set.json")});
        QCOMPARE(report.accepted, 3);
        QCOMPARE(report.rejected, 1);
        const auto pieces = workspace.pieces().all();
        QCOMPARE(pieces.size(), std::size_t{4});
        QVERIFY(pieces[0].fixedSubset == Subset::Train && pieces[2].fixedSubset == Subset::Validation &&
                pieces[3].fixedSubset == Subset::Test);
        QCOMPARE(pieces[0].title, std::string("Two 1"));
        QCOMPARE(pieces[0].parts, 4);
        QCOMPARE(pieces[1].remarks.at(0).id, MessageId::GridNoNotes);
        const RollFile file = readRollFile(path("set.json"));
        QVERIFY(workspace.versions().roll(pieces[0].id) == file.train[0]);
        const Bytes kept = workspace.pieces().source(pieces[3]);
        QCOMPARE(std::string(kept.begin(), kept.end()), json);
        QCOMPARE(importFiles(workspace, {path("set.json")}).known, 1);
        // remedies begin with the roll
        applyRemedy(workspace, {pieces[0].id}, ScaleTempo{true});
        QCOMPARE(workspace.versions().roll(pieces[0].id).steps(), 8);

        writeFile(path("bad.json"), std::string("{\"name\": \"x\"}"));
        importFiles(workspace, {path("bad.json")});
        QCOMPARE(workspace.pieces().all().back().remarks.at(0).id, MessageId::RollFileDamaged);
    }

    void aBenchmarkIsImportedWhole() {
        const fs::path shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        Workspace workspace(path("w.ricercar"));
        const ImportReport report = importFiles(workspace, {shared / "corpora/jsb_chorales.json"});
        QCOMPARE(report.accepted, 382);
        std::map<Subset, std::int64_t> steps;
        for (const Piece& piece : workspace.pieces().all()) steps[piece.fixedSubset.value()] += piece.steps;
        QCOMPARE(steps[Subset::Train], std::int64_t{13'807});
        QCOMPARE(steps[Subset::Validation], std::int64_t{4'602});
        QCOMPARE(steps[Subset::Test], std::int64_t{4'725});
    }
};

QTEST_APPLESS_MAIN(tst_ImportSources)
#include "tst_ImportSources.moc"
