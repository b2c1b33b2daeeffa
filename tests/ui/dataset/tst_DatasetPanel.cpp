// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "tests/support/TestData.h"
#include "tests/support/Zip.h"
#include "tests/ui/Window.h"
#include "ui/dataset/PieceColumns.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>

using namespace ricercar;

namespace {

QString folderOfAllKinds(const test::Window& w) {
    const QString folder = w.path(QStringLiteral("all kinds"));
    QDir().mkpath(folder + QStringLiteral("/deeper"));
    const auto write = [&](const QString& name, const Score& score) {
        writeFile(toPath(folder + QLatin1Char('/') + name), writeMidi(score));
    };
    const auto music = [](std::uint64_t seed, Meter meter = {4, 4}) {
        return toScore(test::randomRoll(seed, 192, {48, 84}, 2.0, meter), 96.0);
    };
    write(QStringLiteral("good.mid"), music(1));
    write(QStringLiteral("deeper/UPPER.MID"), music(2));
    write(QStringLiteral("waltz.mid"), music(3, {3, 4}));
    Score rough = music(4);
    int offset = 0;
    for (Note& note : rough.notes) note.start += (offset += 37) % 61;  // half a step at most
    std::sort(rough.notes.begin(), rough.notes.end(), [](const Note& a, const Note& b) { return a.start < b.start; });
    write(QStringLiteral("rough.midi"), rough);
    Score split = music(5);
    split.meters.push_back({4 * 1920, {3, 4}});
    write(QStringLiteral("split.kar"), split);
    write(QStringLiteral("same.mid"), music(1));  // the same bytes as good.mid
    writeFile(toPath(folder + QStringLiteral("/text 音楽.mid")), std::string("no music"));
    writeFile(toPath(folder + QStringLiteral("/empty.mid")), std::string());
    Bytes whole = writeMidi(music(6));
    whole.resize(whole.size() / 2);
    writeFile(toPath(folder + QStringLiteral("/cut.mid")), whole);
    (void)test::writeZip(toPath(folder + QStringLiteral("/archive.zip")),
                         {{"in the zip.mid", writeMidi(music(7))}, {"readme.txt", Bytes(10, 'x')}});
    writeFile(toPath(w.path(QStringLiteral("rolls.json"))),
              std::string(R"({"name": "Rolls", "step": "quarter", "train": [[[60], [62, 64], [65], [67]]], "valid": [], )"
                          R"("test": [[[72], [71], [69], [67]]]})"));
    return folder;
}

/// The text of a cell, by the piece's title and the column.
QString cell(const QTreeView* table, const QString& title, const char* column) {
    const QAbstractItemModel& model = *table->model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data().toString() == title) return model.index(row, pieceColumn(column)).data().toString();
    return QStringLiteral("no such row");
}

}  // namespace

class tst_DatasetPanel : public QObject {
    Q_OBJECT

private slots:
    void emptyPanelSaysWhatToDo() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.find<QPushButton>("openDemo")->isVisible());
        QVERIFY(!w.find<QPushButton>("train")->isEnabled());
        QVERIFY(!w.find<QPushButton>("train")->toolTip().isEmpty());
        QVERIFY(!w.find<QPushButton>("generate")->toolTip().isEmpty());
    }

    void droppedFilesAreListedWithTheirReasons() {
        test::Window w;
        QVERIFY(w.ready());
        const QString folder = w.writePieces(3);
        writeFile(toPath(folder + QStringLiteral("/broken ö.mid")), std::string("MThd no music"));
        test::Window::drop(w.find<QWidget>("datasetPanel"), {folder});
        auto* table = w.find<QTreeView>("pieces");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, 30'000);
        QTRY_VERIFY(table->isVisible());
        QTRY_VERIFY(w.find<QLabel>("summary")->text().contains(QStringLiteral("1 rejected")));

        QTest::keyClicks(w.find<QLineEdit>("search"), QStringLiteral("broken"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
        QTRY_VERIFY(w.find<QLabel>("reason")->isVisible());
        QVERIFY(w.find<QLabel>("reason")->text().contains(QStringLiteral("broken ö.mid")));
        w.find<QLineEdit>("search")->clear();
        QTRY_COMPARE(table->model()->rowCount(), 4);

        auto* states = w.find<QComboBox>("states");
        states->setFocus();
        QTest::keyClick(states, Qt::Key_End);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(states, Qt::Key_Home);
        QTRY_COMPARE(table->model()->rowCount(), 4);
    }

    void aFolderOfAllKindsIsAccountedFor() {
        test::Window w;
        QVERIFY(w.ready());
        QSignalSpy finished(&w.services->importing, &Importing::finished);
        QSignalSpy said(&w.services->notices, &Notices::posted);
        const QString folder = folderOfAllKinds(w);
        test::Window::drop(w.window.get(), {folder, w.path(QStringLiteral("rolls.json"))});
        QVERIFY(finished.wait(30'000));
        const auto report = finished.front().front().value<ImportReport>();
        QCOMPARE(report.files, 11);
        QCOMPARE(report.known, 1);
        auto* table = w.find<QTreeView>("pieces");
        QTRY_COMPARE(table->model()->rowCount(), report.accepted + report.rejected);
        QTRY_VERIFY(w.services->curation.settled());
        const auto at = [&](const char* title, const char* column) { return cell(table, QString::fromUtf8(title), column); };

        QCOMPARE(at("good", "state"), QStringLiteral("Accepted"));
        QCOMPARE(at("good", "file"), QStringLiteral("good.mid"));
        QCOMPARE(at("good", "bars"), QStringLiteral("12"));
        QCOMPARE(at("good", "meter"), QStringLiteral("4/4"));
        QCOMPARE(at("good", "tempo"), QStringLiteral("96"));
        QCOMPARE(at("good", "channels"), QStringLiteral("1"));
        QCOMPARE(at("good", "error"), QStringLiteral("0.000"));
        QVERIFY(at("good", "key").contains(QLatin1String("major")) || at("good", "key").contains(QLatin1String("minor")));
        QVERIFY(at("good", "certainty").startsWith(QLatin1String("0.")));
        QVERIFY(at("good", "pitches").contains(QStringLiteral("–")));
        QVERIFY(at("good", "notes").toInt() > 50 && at("good", "polyphony").toDouble() > 1);
        QVERIFY(at("good", "polyphony-max").toInt() >= 2);
        QVERIFY(at("good", "split") == QLatin1String("Training") || at("good", "split") == QLatin1String("Validation"));
        QCOMPARE(at("UPPER", "state"), QStringLiteral("Accepted"));
        // taken in, but not learnt from: the dataset's rules say which meters are
        QCOMPARE(at("waltz", "state"), QStringLiteral("Accepted"));
        QCOMPARE(at("waltz", "meter"), QStringLiteral("3/4"));
        QCOMPARE(at("waltz", "split"), QStringLiteral("Off"));
        QCOMPARE(at("rough", "state"), QStringLiteral("With remarks"));
        QVERIFY(at("rough", "error").toDouble() > 0.1 && at("rough", "error-p95").toDouble() > at("rough", "error").toDouble());
        QCOMPARE(at("split (part 1)", "meter"), QStringLiteral("4/4"));
        QCOMPARE(at("split (part 2)", "meter"), QStringLiteral("3/4"));
        QCOMPARE(at("split (part 1)", "bars"), QStringLiteral("4"));
        for (const char* bad : {"text 音楽", "empty"}) {
            QCOMPARE(at(bad, "state"), QStringLiteral("Rejected"));
            QCOMPARE(at(bad, "bars"), QString());
            QCOMPARE(at(bad, "split"), QStringLiteral("Off"));
        }
        QVERIFY(at("cut", "state") != QLatin1String("Accepted"));
        QCOMPARE(at("in the zip", "state"), QStringLiteral("Accepted"));
        QCOMPARE(at("in the zip", "file"), QStringLiteral("in the zip.mid"));
        int published = 0;
        for (const Piece& piece : w.services->store.pieces())
            if (piece.fixedSubset) {
                QCOMPARE(w.services->curation.membership(piece.id)->subset, *piece.fixedSubset);
                ++published;
            }
        QCOMPARE(published, 2);

        // what is said at the end leads to the rejected ones
        QVERIFY(said.back()[0].value<Notice>().text.contains(QStringLiteral("rejected")));
        auto* action = w.find<QPushButton>("messageAction");
        QVERIFY(action->isVisible());
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), report.rejected);
        w.find<QComboBox>("states")->setFocus();
        QTest::keyClick(w.find<QComboBox>("states"), Qt::Key_Home);
        auto* subsets = w.find<QComboBox>("sides");
        subsets->setFocus();
        QTest::keyClick(subsets, Qt::Key_End);
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QCOMPARE(table->model()->index(row, pieceColumn("split")).data().toString(), QStringLiteral("Off"));

        // the same again: nothing new
        finished.clear();
        test::Window::drop(w.find<QWidget>("rollPanel") ? w.find<QWidget>("rollPanel") : w.window.get(), {folder});
        QVERIFY(finished.wait(30'000));
        QCOMPARE(finished.front().front().value<ImportReport>().accepted, 0);
    }

    void filesMayBeDroppedAnywhere() {
        test::Window w;
        QVERIFY(w.ready());
        const QString folder = w.writePieces(1);
        QSignalSpy finished(&w.services->importing, &Importing::finished);
        auto* dock = w.find<QDockWidget>("datasetDock");
        for (QWidget* on :
             std::initializer_list<QWidget*>{w.window.get(), w.find<QWidget>("takesDock"), dock, w.find<QLineEdit>("search")}) {
            finished.clear();
            test::Window::drop(on, {folder});
            QVERIFY2(finished.wait(20'000), on->metaObject()->className());
        }
        dock->setFloating(true);
        finished.clear();
        test::Window::drop(dock, {folder});
        QVERIFY(finished.wait(20'000));
        QVERIFY(w.find<QLineEdit>("search")->text().isEmpty());
    }

    void aDroppedWorkspaceIsOpened() {
        test::Window w;
        QVERIFY(w.ready());
        const auto other = toPath(w.path(QStringLiteral("other name.db")));
        {
            Workspace workspace(other);
            importFiles(workspace, {toPath(w.writePieces(2))});
        }
        test::Window::drop(w.window.get(), {fromPath(other)});
        QTRY_VERIFY(w.services->store.path() == other);
        QTRY_COMPARE(w.find<QTreeView>("pieces")->model()->rowCount(), 2);
    }

    void manyReasonsScrollAndLeaveRoomForTheTable() {
        test::Window w;
        QVERIFY(w.ready());
        Bytes bytes = writeMidi(toScore(test::randomRoll(3, 96, {48, 84}, 2.0)));
        for (int i = 0; i < 40; ++i) {  // chunks that no one knows, with a stray byte between them
            for (const char c :
                 {'X', 'Y', static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26), '\0', '\0', '\0', '\1', 'z'})
                bytes.push_back(static_cast<std::uint8_t>(c));
        }
        const QString file = w.path(QStringLiteral("odd.mid"));
        writeFile(toPath(file), bytes);
        test::Window::drop(w.window.get(), {file});
        auto* table = w.find<QTreeView>("pieces");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
        auto* reason = w.find<QLabel>("reason");
        QTRY_VERIFY(reason->isVisible());
        QVERIFY(reason->text().count(QLatin1Char('\n')) >= 30);
        QWidget* frame = reason->parentWidget()->parentWidget();
        QTRY_VERIFY(frame->height() < reason->height());
        QVERIFY(frame->height() < table->height());
    }

    void aRejectedPieceWithARollIsShown() {
        test::Window w;
        QVERIFY(w.ready());
        const QString file = w.path(QStringLiteral("waltz.mid"));
        writeFile(toPath(file), writeMidi(toScore(test::randomRoll(3, 96, {48, 84}, 2.0, {3, 4}))));
        {
            Workspace workspace(w.services->store.path());
            ImportOptions options;
            options.meters = {{4, 4}};
            importFiles(workspace, {toPath(file)}, options);
        }
        w.services->store.reloadPieces();
        auto* table = w.find<QTreeView>("pieces");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(table, QStringLiteral("waltz"), "state"), QStringLiteral("Rejected"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
        QTRY_VERIFY(w.services->stage.shown().roll.steps() >= 90);
    }

    void spacePlaysFromTheTable() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2, 256));
        auto* table = w.find<QTreeView>("pieces");
        w.window->activateWindow();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
        QTRY_COMPARE(w.services->stage.shown().title, table->model()->index(1, 0).data().toString());
        QTRY_VERIFY(w.services->stage.shown().roll.steps() > 0);
        QVERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Space);
        QTRY_VERIFY(w.services->playback.playing());
        QTest::keyClick(table, Qt::Key_Space);
        QTRY_VERIFY(!w.services->playback.playing());
    }

    void theDatasetIsExported() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(6));
        QTRY_VERIFY(w.services->curation.settled());
        QSignalSpy written(&w.services->datasetExport, &DatasetExport::written);
        const QString csv = w.path(QStringLiteral("table ä.csv"));
        w.services->datasetExport.writeTable(toPath(csv));
        QVERIFY(written.wait(20'000));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count("\r\n"), 7);
        QVERIFY(text.contains("train") && text.startsWith("id,title,file"));
        for (const char* kind : {"mid", "npy"}) {
            const QString folder = w.path(QLatin1String(kind));
            written.clear();
            if (qstrcmp(kind, "mid") == 0)
                w.services->datasetExport.writeMidi(toPath(folder));
            else
                w.services->datasetExport.writeNumpy(toPath(folder));
            QVERIFY(written.wait(20'000));
            int files = 0;
            for (const auto& entry : std::filesystem::recursive_directory_iterator(toPath(folder)))
                files += entry.path().extension() == "." + std::string(kind) ? 1 : 0;
            QCOMPARE(files, w.services->curation.summary().total().pieces);
        }
        // a place that cannot be written is said
        QSignalSpy said(&w.services->notices, &Notices::posted);
        w.services->datasetExport.writeTable(toPath(w.path(QStringLiteral("none/deeper/table.csv"))));
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said.front().front().value<Notice>().severity, Severity::Error);
    }

    void aClickShowsThePieceInTheRoll() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        auto* table = w.find<QTreeView>("pieces");
        const QModelIndex row = table->model()->index(2, 0);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row).center());
        QTRY_COMPARE(w.services->stage.shown().title, row.data().toString());
        QTRY_VERIFY(w.services->stage.shown().roll.steps() >= 60);
        const QString before = w.services->stage.shown().title;
        QTest::keyClick(table, Qt::Key_Up);
        QTRY_VERIFY(w.services->stage.shown().title != before);
    }

    void whatIsDeletedComesBack() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2));
        auto* table = w.find<QTreeView>("pieces");
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE(w.services->store.pieces().size(), std::size_t{1});
        w.services->changes.stack().undo();
        QTRY_COMPARE(w.services->store.pieces().size(), std::size_t{2});
    }

    void foldersWithoutMusicAreSaidSo() {
        test::Window w;
        QVERIFY(w.ready());
        QDir().mkpath(w.path(QStringLiteral("empty")));
        QSignalSpy said(&w.services->notices, &Notices::posted);
        test::Window::drop(w.window.get(), {w.path(QStringLiteral("empty"))});
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said.front().front().value<Notice>().severity, Severity::Warning);
    }
};

QTEST_MAIN(tst_DatasetPanel)
#include "tst_DatasetPanel.moc"
