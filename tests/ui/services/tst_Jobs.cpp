// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/shell/JobLine.h"

#include <QToolButton>
#include <QtTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

using namespace ricercar;

namespace {

/// Works until it is stopped.
int untilStopped(const Task& task) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, task.stopToken(), [] { return false; });
    return 7;
}

}  // namespace

class tst_Jobs : public QObject {
    Q_OBJECT

private slots:
    void resultComesHomeToTheUiThread() {
        Jobs jobs;
        QThread* told = nullptr;
        int result = 0;
        jobs.start(
            QStringLiteral("sum"), this, [](const Task&) { return 42; },
            [&](int value) {
                result = value;
                told = QThread::currentThread();
            },
            {});
        QTRY_COMPARE(result, 42);
        QCOMPARE(told, QThread::currentThread());
        QVERIFY(jobs.idle());
    }

    void errorsBecomeMessages() {
        Jobs jobs;
        std::vector<Message> problems;
        const auto keep = [&](const Message& message) { problems.push_back(message); };
        jobs.ask(
            this,
            [](const Task&) -> int {
                throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {"a"}});
            },
            [](int) {}, keep);
        QTRY_COMPARE(problems.size(), std::size_t{1});
        jobs.ask(
            this, [](const Task&) -> int { throw std::runtime_error("b\xff"); }, [](int) {}, keep);
        QTRY_COMPARE(problems.size(), std::size_t{2});
        QCOMPARE(problems[0], (Message{MessageId::FileNotFound, {"a"}}));
        QCOMPARE(problems[1].id, MessageId::Internal);
    }

    void stoppedJobsDeliverWhatTheyHave() {
        Jobs jobs;
        int result = 0;
        const Jobs::Id id = jobs.start(QStringLiteral("wait"), this, untilStopped, [&](int value) { result = value; }, {});
        QCOMPARE(jobs.running().size(), std::size_t{1});
        jobs.stop(id);
        QVERIFY(jobs.running().front().stopping);
        QTRY_COMPARE(result, 7);
    }

    void goneReceiversAreLeftAlone() {
        Jobs jobs;
        bool told = false;
        auto receiver = std::make_unique<QObject>();
        const Jobs::Id id = jobs.start(QStringLiteral("wait"), receiver.get(), untilStopped, [&](int) { told = true; }, {});
        receiver.reset();
        jobs.stop(id);
        QTRY_VERIFY(jobs.idle());
        QVERIFY(!told);
    }

    void destructionStopsAndWaits() {
        bool ended = false;
        {
            Jobs jobs;
            jobs.start(
                QStringLiteral("wait"), this,
                [&](const Task& task) {
                    untilStopped(task);
                    ended = true;
                    return 0;
                },
                [](int) {}, {});
        }
        QVERIFY(ended);
    }

    void mailboxIsEmptiedBeforeTheEndIsTold() {
        Jobs jobs;
        Mailbox<int> box;
        std::vector<int> seen;
        connect(&jobs, &Jobs::tick, this, [&] {
            for (const int letter : box.take()) seen.push_back(letter);
        });
        std::size_t atEnd = 0;
        jobs.start(
            QStringLiteral("post"), this,
            [&](const Task&) {
                for (int i = 0; i < 1000; ++i) box.put(i);
                return 0;
            },
            [&](int) { atEnd = seen.size(); }, {});
        QTRY_COMPARE(atEnd, std::size_t{1000});
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void questionsShareAFewThreads() {
        Jobs jobs;
        std::mutex mutex;
        std::set<std::thread::id> threads;
        int answers = 0;
        for (int i = 0; i < 200; ++i)
            jobs.ask(
                this,
                [&](const Task&) {
                    const std::lock_guard lock(mutex);
                    threads.insert(std::this_thread::get_id());
                    return 0;
                },
                [&](int) { ++answers; }, {});
        QTRY_COMPARE(answers, 200);
        QVERIFY(!threads.empty() && threads.size() <= JobThreads::most);
    }

    void longJobsKeepNoQuestionWaiting() {
        Jobs jobs;
        int ended = 0, answer = 0;
        const int many = static_cast<int>(JobThreads::usual) + 3;
        for (int i = 0; i < many; ++i) {
            jobs.start(QStringLiteral("long"), this, untilStopped, [&](int) { ++ended; }, {});
            jobs.ask(this, untilStopped, [&](int) { ++ended; }, {});  // a question that is long after all
        }
        jobs.ask(
            this, [](const Task&) { return 42; }, [&](int value) { answer = value; }, {});
        QTRY_COMPARE(answer, 42);
        QCOMPARE(ended, 0);
        jobs.stopAll();
        QTRY_COMPARE(ended, 2 * many);
        QVERIFY(jobs.idle());
    }

    void stoppedQuestionsThatWaitAreDoneAtOnce() {
        Jobs jobs;
        int first = 0, last = 0;
        std::vector<Jobs::Id> blocking;
        for (std::size_t i = 0; i < JobThreads::most + JobThreads::usual; ++i)
            blocking.push_back(jobs.ask(this, untilStopped, [&](int) { ++first; }, {}));
        const Jobs::Id waits = jobs.ask(this, untilStopped, [&](int value) { last = value; }, {});
        jobs.stop(waits);
        QTRY_COMPARE(last, 7);
        QCOMPARE(first, 0);
        jobs.stopAll();
        QTRY_COMPARE(first, static_cast<int>(blocking.size()));
    }

    void destructionCarriesOutWhatWaits() {
        std::atomic<int> done = 0;
        const int many = 3 * static_cast<int>(JobThreads::usual);
        {
            Jobs jobs;
            for (int i = 0; i < many; ++i)
                jobs.ask(
                    this, [&](const Task&) { return ++done; }, [](int) {}, {});
        }
        QCOMPARE(done.load(), many);
    }

    void timeLeftCountsFromWhereTheJobBegan() {
        Jobs::Info info;
        info.total = 100;
        info.done = 60;
        info.firstDone = 50;
        info.firstSeconds = 2.0;
        info.seconds = 12.0;
        QCOMPARE(info.left().value(), 40.0);  // a unit a second, 40 to go
        info.done = 50;
        QVERIFY(!info.left());
    }

    void lineShowsProgressAndStops() {
        Jobs jobs;
        JobLine line(jobs);
        QVERIFY(line.isHidden());
        bool done = false;
        jobs.start(
            QStringLiteral("Counting"), this,
            [](const Task& task) {
                task.report(1, 4);
                return untilStopped(task);
            },
            [&](int) { done = true; }, {});
        QTRY_VERIFY(line.isVisible());
        QTRY_COMPARE(jobs.running().front().done, std::uint64_t{1});
        QTest::mouseClick(line.findChild<QToolButton*>(QStringLiteral("stopJob")), Qt::LeftButton);
        QTRY_VERIFY(done);
        QTRY_VERIFY(!line.isVisible());
    }
};

QTEST_MAIN(tst_Jobs)
#include "tst_Jobs.moc"
