// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Jobs.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Priority.h"
#include "core/workbench/TimeLeft.h"

#include <algorithm>

namespace ricercar {

std::optional<double> Jobs::Info::left() const {
    if (share || toldLeft) return toldLeft;
    if (total == 0 || done <= firstDone || seconds < firstSeconds + 1.0) return std::nullopt;
    if (done >= total) return 0.0;
    return secondsLeft(static_cast<double>(done - firstDone), static_cast<double>(total - firstDone), seconds - firstSeconds);
}

std::optional<double> Jobs::Info::rate() const {
    if (done <= firstDone || seconds < firstSeconds + 0.5) return std::nullopt;
    return static_cast<double>(done - firstDone) / (seconds - firstSeconds);
}

Jobs::Jobs(QObject* parent) : QObject(parent) {
    timer_.setInterval(33);
    connect(&timer_, &QTimer::timeout, this, [this] {
        threads_.relieve();
        noteFirsts();
        emit tick();
        emit changed();
    });
}

Jobs::~Jobs() {
    for (auto& job : jobs_) job->stop.request_stop();
}

void Jobs::run(const std::function<void(const Task&)>& work, const Task& task, std::optional<Message>& problem) {
    try {
        work(task);
    } catch (const Error& error) {
        problem = error.message();
    } catch (const std::exception& error) {
        problem = Message{MessageId::Internal, {validUtf8(error.what())}};
    }
}

Jobs::Id Jobs::launchErased(const QString& title, QObject* receiver, std::function<void(const Task&)> work,
                            std::function<void()> done, std::function<void(const Message&)> failed, bool shown) {
    auto job = std::make_unique<Job>();
    const Id id = ++last_;
    job->id = id;
    job->title = title;
    job->shown = shown;
    job->receiver = receiver;
    job->progress = std::make_shared<Progress>();
    job->done = std::move(done);
    job->failed = std::move(failed);
    job->clock.start();
    std::function<void()> order = [this, id, shown, work = std::move(work), progress = job->progress,
                                   stop = job->stop.get_token()]() mutable {
        if (shown) giveWay();  // the others are short and waited for
        std::optional<Message> problem;
        const Task task(stop, [progress](std::uint64_t now, std::uint64_t total) {
            progress->done.store(now, std::memory_order_relaxed);
            progress->total.store(total, std::memory_order_relaxed);
        });
        run(work, task, problem);
        work = nullptr;
        ended_.put({id, std::move(problem)});
        QMetaObject::invokeMethod(this, "finishEnded", Qt::QueuedConnection);
    };
    jobs_.push_back(std::move(job));
    if (shown)
        threads_.runLong(id, std::move(order));
    else
        threads_.runShort(id, std::move(order));
    if (!timer_.isActive()) timer_.start();
    emit changed();
    return id;
}

void Jobs::noteFirsts() {
    for (auto& job : jobs_) {
        if (job->told || job->progress->total.load(std::memory_order_relaxed) == 0) continue;
        job->told = true;
        job->firstDone = job->progress->done.load(std::memory_order_relaxed);
        job->firstSeconds = static_cast<double>(job->clock.elapsed()) / 1000.0;
    }
}

void Jobs::finishEnded() {
    for (const Ended& ended : ended_.take()) finish(ended.id, ended.problem);
}

void Jobs::finish(Id id, const std::optional<Message>& problem) {
    emit tick();
    const auto at = std::find_if(jobs_.begin(), jobs_.end(), [id](const auto& job) { return job->id == id; });
    if (at == jobs_.end()) return;
    const std::unique_ptr<Job> job = std::move(*at);
    jobs_.erase(at);
    if (jobs_.empty()) timer_.stop();
    threads_.ended(id);
    if (job->receiver) {
        if (!problem)
            job->done();
        else if (job->failed)
            job->failed(*problem);
    }
    emit changed();
}

void Jobs::setRateWords(Id id, const QString& words) {
    for (auto& job : jobs_)
        if (job->id == id) job->rateWords = words;
}

void Jobs::setProgress(Id id, std::optional<double> share, std::optional<double> left) {
    for (auto& job : jobs_)
        if (job->id == id) {
            job->share = share;
            job->left = left;
        }
}

void Jobs::stop(Id id) {
    for (auto& job : jobs_)
        if (job->id == id) {
            job->stopping = true;
            job->stop.request_stop();
            threads_.hurry(id);
        }
    emit changed();
}

void Jobs::stopAll() {
    for (auto& job : jobs_) {
        job->stopping = true;
        job->stop.request_stop();
        threads_.hurry(job->id);
    }
    emit changed();
}

std::vector<Jobs::Info> Jobs::running() const {
    std::vector<Info> infos;
    for (const auto& job : jobs_)
        if (job->shown)
            infos.push_back({job->id, job->title, job->progress->done.load(std::memory_order_relaxed),
                             job->progress->total.load(std::memory_order_relaxed),
                             static_cast<double>(job->clock.elapsed()) / 1000.0, job->stopping, job->firstDone,
                             job->firstSeconds, job->share, job->left, job->rateWords});
    return infos;
}

}  // namespace ricercar
