// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/dataset/PieceFilter.h"
#include "ui/dataset/PieceModel.h"
#include "ui/dataset/PieceTable.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>

using namespace ricercar;

namespace {

/// Pieces as an import makes them, of figures by chance.
std::vector<Piece> somePieces(int first, int count) {
    std::vector<Piece> pieces;
    for (int i = first; i < first + count; ++i) {
        const int chance = (i * 7919) % 10'007;
        Piece piece;
        piece.id = i + 1;
        piece.fileHash = std::to_string(i);
        piece.title = "Étude " + std::to_string(chance);
        piece.path = "/music/folder " + std::to_string(i % 40) + "/" + std::to_string(i) + ".mid";
        piece.state = i % 10 == 0 ? PieceState::Rejected : i % 4 == 0 ? PieceState::Warned : PieceState::Accepted;
        if (piece.state != PieceState::Accepted) piece.remarks.push_back({MessageId::PieceOffGrid, {"22", "38"}});
        piece.steps = piece.state == PieceState::Rejected ? 0 : 16 * (1 + chance % 200);
        piece.statistics.bars = piece.steps / 16;
        piece.statistics.notes = piece.report.notes = chance;
        piece.key = {chance % 12, chance % 2 == 0, 0.5 + chance % 50 / 100.0, 0.1};
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

}  // namespace

class tst_PieceTable : public QObject {
    Q_OBJECT

private slots:
    void everyColumnIsSortedByItsFigures() {
        test::Window w;
        QVERIFY(w.ready());
        w.services->store.putPieces(somePieces(0, 300));
        PieceModel model(w.services->store);
        PieceFilter filter(model);
        const auto columns = pieceColumns();
        QSet<QString> ids;
        for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
            const PieceColumn& is = columns[static_cast<std::size_t>(column)];
            ids << QLatin1String(is.id);
            QCOMPARE(pieceColumn(is.id), column);
            QVERIFY(!is.title().isEmpty() && !is.tooltip().isEmpty());
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                filter.sort(column, order);
                for (int row = 1; row < filter.rowCount(); ++row) {
                    const int a = filter.mapToSource(filter.index(row - 1, 0)).row();
                    const int b = filter.mapToSource(filter.index(row, 0)).row();
                    if (is.number) {
                        const double one = is.number(model.facts(a)), other = is.number(model.facts(b));
                        QVERIFY(order == Qt::AscendingOrder ? one <= other : one >= other);
                    }
                    QVERIFY(order == Qt::AscendingOrder ? !model.less(column, b, a) : !model.less(column, a, b));
                }
            }
        }
        QCOMPARE(ids.size(), static_cast<int>(columns.size()));
        for (const char* named : {"title", "file",      "bars",     "meter",      "tempo",     "key",           "certainty",
                                  "notes", "tracks",    "channels", "pitches",    "polyphony", "polyphony-max", "empty",
                                  "error", "error-p95", "pickup",   "duplicates", "tags",      "split",         "state"})
            QVERIFY2(pieceColumn(named) >= 0, named);
        // numbers within words count as numbers
        filter.sort(0, Qt::AscendingOrder);
        const auto number = [&](int row) {
            return filter.index(row, 0).data().toString().section(QLatin1Char(' '), 1).toInt();
        };
        for (int row = 1; row < filter.rowCount(); ++row) QVERIFY(number(row - 1) <= number(row));
    }

    void theModelKeepsTheRulesWhilePiecesComeAndGo() {
        test::Window w;
        QVERIFY(w.ready());
        auto& services = *w.services;
        PieceModel model(services.store);
        PieceFilter filter(model);
        filter.sort(pieceColumn("notes"));
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        QAbstractItemModelTester a(&model, mode), b(&filter, mode);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        services.store.putPieces(somePieces(0, 50));
        services.store.putPieces(somePieces(50, 50));
        QCOMPARE(model.rowCount(), 100);
        filter.setState(PieceState::Warned);
        services.store.putPieces(somePieces(100, 20));
        auto again = somePieces(10, 3);  // the same pieces, read anew
        again[1].title = "Otherwise";
        services.store.putPieces(again);
        QCOMPARE(model.rowCount(), 120);
        QCOMPARE(model.index(11, 0).data().toString(), QStringLiteral("Otherwise"));
        filter.setState({});
        services.store.reloadPieces();  // none of them is in the workspace
        QTRY_COMPARE(model.rowCount(), 0);
        QCOMPARE(reset.size(), 0);
        services.store.putPieces(somePieces(0, 10));
        auto gap = somePieces(20, 5);
        services.store.putPieces(gap);
        services.store.putPieces(somePieces(12, 3));  // between those that are there
        QCOMPARE(model.rowCount(), 18);
        for (int row = 1; row < 18; ++row)
            QVERIFY(model.index(row, 0).data(PieceModel::IdRole).toLongLong() >
                    model.index(row - 1, 0).data(PieceModel::IdRole).toLongLong());
        QCOMPARE(model.rowOf(13), 10);
        QCOMPARE(model.rowOf(4711), -1);
    }

    void tenThousandRows() {
        test::Window w;
        QVERIFY(w.ready());
        auto* table = w.find<PieceTable>("pieces");
        auto* filter = qobject_cast<PieceFilter*>(table->model());
        QVERIFY(filter);
        QElapsedTimer clock;
        qint64 longest = 0;
        constexpr int all = 10'000, batch = 250;
        for (int at = 0; at < all; at += batch) {
            auto pieces = somePieces(at, batch);
            clock.start();
            w.services->store.putPieces(std::move(pieces));
            QCoreApplication::processEvents();
            longest = std::max(longest, clock.elapsed());
        }
        QCOMPARE(filter->rowCount(), all);
        const auto timed = [&](auto&& act) {
            clock.start();
            act();
            QCoreApplication::processEvents();
            table->viewport()->repaint();
            return clock.elapsed();
        };
        const qint64 byTitle = timed([&] { table->sortByColumn(0, Qt::DescendingOrder); });
        const qint64 byNotes = timed([&] { table->sortByColumn(pieceColumn("notes"), Qt::AscendingOrder); });
        const qint64 firstSearch = timed([&] { filter->setWords(QStringLiteral("étude 77 major")); });
        QVERIFY(filter->rowCount() > 0 && filter->rowCount() < all);
        const qint64 search = timed([&] { filter->setWords(QStringLiteral("folder 12")); });
        const qint64 unsearch = timed([&] { filter->setWords({}); });
        const qint64 state = timed([&] { filter->setState(PieceState::Warned); });
        filter->setState({});
        table->showColumns([](int) { return true; });
        qint64 slowestPage = 0;
        for (int page = 0; page < 60; ++page)
            slowestPage = std::max(slowestPage, timed([&] {
                                       table->verticalScrollBar()->setValue(page * table->verticalScrollBar()->maximum() / 60);
                                   }));
        qInfo(
            "10,000 rows: a batch of %d at most %lld ms, sort by title %lld ms, by notes %lld ms, first search %lld ms, search "
            "%lld ms, end of it %lld ms, state %lld ms, a page with all columns at most %lld ms",
            batch, longest, byTitle, byNotes, firstSearch, search, unsearch, state, slowestPage);
        for (const qint64 ms : {longest, byTitle, byNotes, firstSearch, search, unsearch, state, slowestPage})
            QVERIFY2(ms < 2000, "far beyond what a slow machine explains");
    }

    void columnsAreChosenAndKept() {
        QStringList kept;
        test::Window w;
        QVERIFY(w.ready());
        auto* table = w.find<PieceTable>("pieces");
        QVERIFY(table->isColumnHidden(pieceColumn("notes")));
        QMenu menu;
        table->fillColumnMenu(&menu);
        for (QAction* action : menu.actions())
            if (action->text() == pieceColumns()[static_cast<std::size_t>(pieceColumn("notes"))].title()) action->trigger();
        QVERIFY(!table->isColumnHidden(pieceColumn("notes")));
        table->header()->moveSection(table->header()->visualIndex(pieceColumn("notes")), 1);
        table->setColumnWidth(pieceColumn("notes"), 123);
        table->sortByColumn(pieceColumn("bars"), Qt::DescendingOrder);
        w.window->close();
        kept = w.settings->value(QStringLiteral("dataset/columns")).toStringList();
        QVERIFY(!kept.isEmpty());

        PieceTable other;
        test::Window empty;
        QVERIFY(empty.ready());
        PieceModel model(empty.services->store);
        PieceFilter filter(model);
        other.setModel(&filter);
        other.restoreLayout(kept);
        QVERIFY(!other.isColumnHidden(pieceColumn("notes")));
        QCOMPARE(other.header()->visualIndex(pieceColumn("notes")), 1);
        QCOMPARE(other.columnWidth(pieceColumn("notes")), 123);
        QCOMPARE(other.header()->sortIndicatorSection(), pieceColumn("bars"));
        QCOMPARE(other.header()->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(other.layoutWords(), kept);
        other.restoreLayout({QStringLiteral("nonsense:x"), QStringLiteral("bars:-5"), QStringLiteral(":"), QString()});
        QVERIFY(other.columnWidth(pieceColumn("bars")) >= 40);
    }

    void theTitleStaysInSight() {
        test::Window w;
        QVERIFY(w.ready());
        w.services->store.putPieces(somePieces(0, 40));
        auto* table = w.find<PieceTable>("pieces");
        auto* frozen = w.find<QTreeView>("frozenPieces");
        table->showColumns([](int) { return true; });
        QCoreApplication::processEvents();
        QVERIFY(!frozen->isVisible());
        table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
        QVERIFY(frozen->isVisible());
        QCOMPARE(frozen->visualRect(frozen->model()->index(3, 0)).top(), table->visualRect(table->model()->index(3, 0)).top());
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
        QCOMPARE(frozen->verticalScrollBar()->value(), table->verticalScrollBar()->value());
        const QModelIndex row = frozen->indexAt(QPoint(30, 60));
        QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, QPoint(30, 60));
        QVERIFY(row.isValid());
        QCOMPARE(table->currentIndex().row(), row.row());
        const auto before = table->header()->sortIndicatorOrder();
        QTest::mouseClick(frozen->header()->viewport(), Qt::LeftButton, {}, QPoint(20, 8));
        QVERIFY(table->header()->sortIndicatorOrder() != before);
        table->horizontalScrollBar()->setValue(0);
        QVERIFY(!frozen->isVisible());
    }
};

QTEST_MAIN(tst_PieceTable)
#include "tst_PieceTable.moc"
