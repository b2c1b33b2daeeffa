// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Task.h"
#include "ui/services/JobThreads.h"
#include "ui/services/Mailbox.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <vector>

namespace ricercar {

/// Runs blocking functions of core on other threads (JobThreads) and brings the result home to the thread of this object.
/// All functions: that thread. On destruction every job is asked to stop and waited for.
class Jobs : public QObject {
    Q_OBJECT

public:
    using Id = int;
    struct Info {
        Id id = 0;
        QString title;
        std::uint64_t done = 0;
        std::uint64_t total = 0;  ///< 0: unknown
        double seconds = 0.0;
        bool stopping = false;
        std::uint64_t firstDone = 0;  ///< what was done when it first told: a job that goes on does not start at nothing
        double firstSeconds = 0.0;
        std::optional<double> share{};     ///< 0 .. 1, by who knows better (setProgress)
        std::optional<double> toldLeft{};  ///< seconds, by the same
        /// Seconds left, where that can be told.
        [[nodiscard]] std::optional<double> left() const;
        QString rateWords{};  ///< "%1 files/s"; empty: its rate says nothing
        /// Units done a second, where that can be told.
        [[nodiscard]] std::optional<double> rate() const;
    };

    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    /// `work(const Task&)` runs on a thread of its own; then `done(result)` or `failed(message)` is called here, unless the
    /// receiver is gone. A job that was stopped is done as well: with what it has.
    template <class Work, class Done>
    Id start(const QString& title, QObject* receiver, Work work, Done done, std::function<void(const Message&)> failed) {
        return launch(title, receiver, std::move(work), std::move(done), std::move(failed), true);
    }
    /// The same for a short question that nobody needs to see in the list; questions share a few threads.
    template <class Work, class Done>
    Id ask(QObject* receiver, Work work, Done done, std::function<void(const Message&)> failed) {
        return launch({}, receiver, std::move(work), std::move(done), std::move(failed), false);
    }

    /// The words of a job whose progress counts things: "%1 files/s".
    void setRateWords(Id id, const QString& words);
    /// How far a job is, and the seconds it still takes, in place of what its progress lets guess.
    void setProgress(Id id, std::optional<double> share, std::optional<double> left);
    void stop(Id id);
    void stopAll();
    /// The jobs that are shown, oldest first.
    [[nodiscard]] std::vector<Info> running() const;
    /// Nothing runs, shown or not.
    [[nodiscard]] bool idle() const { return jobs_.empty(); }

signals:
    /// A job began, went on or ended.
    void changed();
    /// 30 times a second while anything runs, and once before each job's end is told: the time to empty mailboxes.
    void tick();

private:
    struct Progress {
        std::atomic<std::uint64_t> done{0};
        std::atomic<std::uint64_t> total{0};
    };
    struct Job {
        Id id = 0;
        QString title;
        QString rateWords;
        std::optional<double> share, left;
        bool shown = true;
        bool stopping = false;
        QElapsedTimer clock;
        bool told = false;
        std::uint64_t firstDone = 0;
        double firstSeconds = 0.0;
        QPointer<QObject> receiver;
        std::shared_ptr<Progress> progress;
        std::function<void()> done;
        std::function<void(const Message&)> failed;
        std::stop_source stop;
    };

    template <class Work, class Done>
    Id launch(const QString& title, QObject* receiver, Work work, Done done, std::function<void(const Message&)> failed,
              bool shown) {
        using Result = std::invoke_result_t<Work, const Task&>;
        auto result = std::make_shared<std::optional<Result>>();
        return launchErased(
            title, receiver, [work = std::move(work), result](const Task& task) mutable { result->emplace(work(task)); },
            [done = std::move(done), result]() mutable { done(std::move(**result)); }, std::move(failed), shown);
    }
    Id launchErased(const QString& title, QObject* receiver, std::function<void(const Task&)> work, std::function<void()> done,
                    std::function<void(const Message&)> failed, bool shown);
    static void run(const std::function<void(const Task&)>& work, const Task& task, std::optional<Message>& problem);
    void noteFirsts();
    void finish(Id id, const std::optional<Message>& problem);
    /// On the window's thread, for jobs that put themselves into ended_.
    Q_INVOKABLE void finishEnded();

    /// What a worker leaves behind; it crosses threads here, not in an event.
    struct Ended {
        Id id = 0;
        std::optional<Message> problem;
    };
    Mailbox<Ended> ended_;
    std::vector<std::unique_ptr<Job>> jobs_;
    QTimer timer_;
    Id last_ = 0;
    JobThreads threads_;  // last: they are joined before the rest goes
};

}  // namespace ricercar
