// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SpinThreadPool.h"

#include <QTest>

#include <array>
#include <numeric>
#include <vector>

using namespace ricercar;

class tst_SpinThreadPool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTaskIsDoneOnce_data() {
        QTest::addColumn<int>("threads");
        for (const int threads : {0, 1, 2, 3, 8}) QTest::addRow("%d threads", threads) << threads;
    }
    // Plain numbers, written by whoever takes the task and read by the caller: a sanitizer sees a call that returns too early.
    void everyTaskIsDoneOnce() {
        QFETCH(int, threads);
        SpinThreadPool pool(static_cast<std::size_t>(threads));
        QCOMPARE(pool.threads(), static_cast<std::size_t>(std::max(threads, 1)));
        std::array<int, 12> done{};
        for (std::size_t round = 0; round < 3000; ++round) {
            const std::size_t tasks = round % (done.size() + 1);
            done.fill(0);
            pool.run(tasks, [&](std::size_t task) { ++done[task]; });
            for (std::size_t task = 0; task < done.size(); ++task) QCOMPARE(done[task], task < tasks ? 1 : 0);
        }
    }

    void whatOneCallMadeTheNextOneSees() {
        SpinThreadPool pool(3);
        std::vector<long> values(64, 1);
        for (int round = 0; round < 500; ++round) {
            std::vector<long> sums(values.size());
            pool.run(values.size(), [&](std::size_t i) { sums[i] = values[i] + values[(i + 1) % values.size()] % 1000; });
            values = sums;
        }
        std::vector<long> expected(64, 1);
        for (int round = 0; round < 500; ++round) {
            std::vector<long> sums(expected.size());
            for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = expected[i] + expected[(i + 1) % sums.size()] % 1000;
            expected = sums;
        }
        QCOMPARE(values, expected);
    }

    // Helpers wake from their sleep, at the end as well.
    void helpersThatSleepWakeUp() {
        for (int round = 0; round < 3; ++round) {
            SpinThreadPool pool(4);
            QTest::qWait(20);  // longer than they spin
            std::array<int, 4> done{};
            pool.run(done.size(), [&](std::size_t task) { ++done[task]; });
            QCOMPARE(std::accumulate(done.begin(), done.end(), 0), 4);
            QTest::qWait(20);
        }
    }

    // After a long wait for a helper the caller works alone for a while, and nothing is lost.
    void aLateHelperIsAskedLessOften() {
        SpinThreadPool pool(2);
        const auto caller = std::this_thread::get_id();
        int helped = 0;
        for (int round = 0; round < 400; ++round) {
            std::array<std::thread::id, 2> by;
            pool.run(2, [&](std::size_t task) {
                by[task] = std::this_thread::get_id();
                if (by[task] != caller) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            });
            for (const std::thread::id& id : by) {
                QVERIFY(id != std::thread::id());
                if (id != caller) ++helped;
            }
        }
        QVERIFY2(helped < 20, qPrintable(QString::number(helped)));
    }
};

QTEST_GUILESS_MAIN(tst_SpinThreadPool)
#include "tst_SpinThreadPool.moc"
