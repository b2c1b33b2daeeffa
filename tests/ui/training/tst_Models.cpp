// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/dataset/PieceFilter.h"
#include "ui/dataset/PieceModel.h"
#include "ui/generation/TakeModel.h"
#include "ui/kit/TwoLineDelegate.h"
#include "ui/training/RunModel.h"

#include <QAbstractItemModelTester>

using namespace ricercar;

/// Every model under Qt's own tester while its contents come and go.
class tst_Models : public QObject {
    Q_OBJECT

private slots:
    void modelsKeepTheRules() {
        test::Window w;
        QVERIFY(w.ready());
        auto& services = *w.services;
        PieceModel pieces(services.store);
        PieceFilter filter(pieces);
        RunModel runs(services.store);
        TakeModel takes(services.store, services.takeFigures);
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        QAbstractItemModelTester a(&pieces, mode), b(&filter, mode), c(&runs, mode), d(&takes, mode);

        QVERIFY(w.importPieces(5));
        QCOMPARE(pieces.rowCount(), 5);
        filter.setWords(QStringLiteral("piece 3"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords({});
        filter.setState(PieceState::Rejected);
        QCOMPARE(filter.rowCount(), 0);
        filter.setState({});
        const int notes = pieceColumn("notes");
        filter.sort(notes, Qt::DescendingOrder);
        const auto figure = [&](int row) { return QLocale().toInt(filter.index(row, notes).data().toString()); };
        for (int row = 1; row < filter.rowCount(); ++row) QVERIFY(figure(row - 1) >= figure(row));

        services.store.removePieces({services.store.pieces()[1].id, services.store.pieces()[3].id});
        QTRY_COMPARE(pieces.rowCount(), 3);

        const std::int64_t run = w.train();
        QVERIFY(run != 0);
        QTRY_COMPARE(runs.rowCount(), 1);
        QCOMPARE(runs.rowOf(run), 0);
        QVERIFY(!runs.index(0).data(TwoLineDelegate::DetailRole).toString().isEmpty());

        for (int seed = 1; seed <= 2; ++seed) {
            TakeRequest request;
            request.checkpoint = services.store.checkpoints().front().path;
            request.bars = 1;
            request.settings.seed = static_cast<std::uint64_t>(seed);
            w.services->generation.start(request, QStringLiteral("take"));
            QTRY_COMPARE_WITH_TIMEOUT(takes.rowCount(), seed, 60'000);
        }
        QVERIFY(takes.index(0).data().toString().contains(QStringLiteral("2")));
        services.store.removeTake(services.store.takes().front().id);
        QTRY_COMPARE(takes.rowCount(), 1);
        services.store.removeRun(run);
        QTRY_COMPARE(runs.rowCount(), 0);
    }
};

QTEST_MAIN(tst_Models)
#include "tst_Models.moc"
