// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/learning/Evaluator.h"
#include "tests/support/TestData.h"
#include "tests/ui/Window.h"
#include "ui/training/BenchmarkPage.h"
#include "ui/training/FigureTable.h"
#include "ui/training/LossPlot.h"
#include "ui/training/RecordList.h"
#include "ui/words/Words.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

using namespace ricercar;

namespace {

/// A set that calls itself as a public one does, so that figures stand beside the run's own.
constexpr const char* rolls = R"({"name": "JSB Chorales", "step": "quarter note",
    "train": [[[60], [60, 64], [62], [60], [60, 64], [62], [60], [72]], [[62], [64], [60, 64], [62], [64], [60, 64]]],
    "valid": [[[60], [60, 64], [62], [60]]], "test": [[[60], [64], [60, 64]], [[62], [], [80]]]})";

/// The window with its page, and a recipe of a few batches in place of the one that ships.
struct Page : test::Window {
    bool begin() {
        if (!ready()) return false;
        writeFile(toPath(path(QStringLiteral("jsb.json"))), std::string(rolls));
        find<QAction>("showBenchmark")->trigger();
        return find<BenchmarkPage>("benchmarkPage")->isVisible();
    }
    /// As a path that is typed.
    void type(const QString& file) const {
        auto* field = find<QLineEdit>("rollsPath");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, file);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void press(const char* button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    [[nodiscard]] QString words(const char* label) const { return find<QLabel>(label)->text(); }
    [[nodiscard]] FigureTable& table() const { return *find<FigureTable>("figureTable"); }
    [[nodiscard]] RecordList& runs() const { return *find<RecordList>("benchmarkRuns"); }
    /// Of the workspace's own run; nullptr: there is none.
    [[nodiscard]] QTreeWidgetItem* ownRow() const {
        for (int row = 0; row < table().topLevelItemCount(); ++row)
            if (table().topLevelItem(row)->text(0).startsWith(QStringLiteral("benchmark "))) return table().topLevelItem(row);
        return nullptr;
    }
};

}  // namespace

class tst_BenchmarkPage : public QObject {
    Q_OBJECT
    QTemporaryDir resources_;

    void writeRecipe(int steps) const {
        const auto folder = toPath(resources_.filePath(QStringLiteral("recipes")));
        makeFolder(folder);
        writeFile(folder / "benchmark.json",
                  R"({"layout": "remembering", "time_hidden": [4], "note_hidden": [4], "window": 8, "batch": 1, "threads": 1,)"
                  R"( "schedule": "cosine", "minutes": 150, "steps": )" +
                      std::to_string(steps) + "}");
    }

private slots:
    void initTestCase() {
        writeRecipe(6);
        qputenv("RICERCAR_RESOURCES", resources_.path().toUtf8());
    }

    void aSetIsChosenAndTested() {
        Page w;
        QVERIFY(w.begin());
        auto* test = w.find<QPushButton>("selfTest");
        auto* score = w.find<QPushButton>("scoreRun");
        QVERIFY(!test->isEnabled() && !score->isEnabled() && !score->toolTip().isEmpty());
        QCOMPARE(w.find<QDoubleSpinBox>("benchmarkMinutes")->value(), 150.0);
        w.type(w.path(QStringLiteral("jsb.json")));
        QTRY_VERIFY(test->isEnabled() && score->isEnabled());
        QVERIFY(w.words("rollsFacts").contains(QStringLiteral("JSB Chorales")));
        QVERIFY2(w.words("rollsFacts").contains(QStringLiteral("train: 2 pieces, 14 frames")),
                 qPrintable(w.words("rollsFacts")));

        // Ordered, and what is no likelihood says so.
        int inexact = 0;
        QVERIFY(w.table().topLevelItemCount() > 8);
        for (int row = 0; row < w.table().topLevelItemCount(); ++row)
            if (w.table().topLevelItem(row)->text(3).startsWith(QStringLiteral("≈"))) {
                QVERIFY(!w.table().topLevelItem(row)->text(4).isEmpty());
                ++inexact;
            }
        QCOMPARE(inexact, 3);
        QVERIFY(w.table().topLevelItem(0)->text(3).endsWith(QStringLiteral("3.47")));
        QVERIFY(w.words("unigram").contains(QStringLiteral("11.060")));

        w.press("selfTest");
        QTRY_VERIFY(w.services->benchmarking.tests().bigram.has_value());
        const auto& file = *w.services->benchmarking.file();
        QVERIFY(w.words("unigram").startsWith(QLocale().toString(unigramNatsPerStep(file.train, file.test), 'f', 3) +
                                              QStringLiteral(" ✗")));
        QVERIFY(w.words("bigram").contains(QStringLiteral("10.49")));

        w.type(w.path(QStringLiteral("nothing.json")));
        QTRY_VERIFY(!w.services->benchmarking.reading());
        QVERIFY(!score->isEnabled());
        QCOMPARE(w.table().topLevelItemCount(), 0);
    }

    void theRunStandsInTheTable() {
        Page w;
        QVERIFY(w.begin());
        w.type(w.path(QStringLiteral("jsb.json")));
        QTRY_VERIFY(w.find<QPushButton>("scoreRun")->isEnabled());
        w.press("scoreRun");
        QVERIFY(w.services->training.benchmarking());
        QVERIFY(w.find<BenchmarkPage>("benchmarkPage")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->training.running(), 60'000);
        QTRY_VERIFY(w.ownRow());
        const auto& records = w.services->benchmarking.records();
        QCOMPARE(records.size(), std::size_t{1});
        const BenchmarkResult& result = *records.front().result;
        const QTreeWidgetItem* own = w.ownRow();
        QCOMPARE(own->text(1), QLocale().toString(result.trainNats, 'f', 3));
        QCOMPARE(own->text(2), QLocale().toString(result.validNats, 'f', 3));
        QCOMPARE(own->text(3), QLocale().toString(result.testNats, 'f', 3));
        QVERIFY(own->font(0).bold() && own->background(3).style() != Qt::NoBrush);
        QCOMPARE(w.runs().topLevelItemCount(), 1);
        QCOMPARE(w.runs().topLevelItem(0)->text(4), own->text(3));
        QCOMPARE(w.find<LossPlot>("lossPlot")->trainPoints(), 6);
    }

    void aStoppedRunGoesOn() {
        writeRecipe(0);
        Page w;
        writeRecipe(6);
        QVERIFY(w.begin());
        w.type(w.path(QStringLiteral("jsb.json")));
        auto* score = w.find<QPushButton>("scoreRun");
        QTRY_VERIFY(score->isEnabled());
        const QString fresh = score->text();
        w.press("scoreRun");
        QTRY_VERIFY_WITH_TIMEOUT(w.services->training.figures().step > 2, 60'000);
        QVERIFY(!w.words("benchmarkState").isEmpty());
        w.press("benchmarkCurve");
        QVERIFY(w.find<LossPlot>("lossPlot")->isVisible());
        w.find<QAction>("showBenchmark")->trigger();
        w.press("scoreRun");
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->training.running(), 30'000);
        QTRY_VERIFY(score->text() != fresh);
        QCOMPARE(w.runs().topLevelItemCount(), 1);
        QVERIFY(!w.ownRow());
        QVERIFY(!w.words("benchmarkState").isEmpty());

        // For less time than it took already: it is at its end, and scored.
        auto* minutes = w.find<QDoubleSpinBox>("benchmarkMinutes");
        minutes->setRange(0.001, 10);
        minutes->setDecimals(3);
        minutes->setValue(0.001);
        w.press("scoreRun");
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->training.running() && w.ownRow(), 60'000);
        QCOMPARE(w.runs().topLevelItemCount(), 1);
        QCOMPARE(w.services->store.runs().size(), std::size_t{1});
    }
};

QTEST_MAIN(tst_BenchmarkPage)
#include "tst_BenchmarkPage.moc"
