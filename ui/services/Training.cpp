// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Training.h"

#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <variant>

namespace ricercar {
namespace {

struct Recovered {
    std::int64_t from = 0, to = 0;
};
struct CheckpointNews {};
using Letter = std::variant<RunStart, StepPoint, EpochPoint, Recovered, CheckpointNews>;

/// Seconds between two looks at what another process writes, and that many times as long as a look takes at least.
constexpr int followPause = 1000;
constexpr qint64 lookFactor = 20;

}  // namespace

struct Training::Recorded {
    Run run;
    Curve curve;
    qint64 took = 0;  ///< ms to read
};

struct Training::Post {
    Mailbox<Letter> letters;
};

struct Training::Observer final : RunObserver {
    explicit Observer(std::shared_ptr<Post> to) : post(std::move(to)) {}
    void started(const RunStart& start) override { post->letters.put(start); }
    void stepDone(const StepPoint& point) override { post->letters.put(point); }
    void epochDone(const EpochPoint& point) override { post->letters.put(point); }
    void recovered(std::int64_t from, std::int64_t to, double) override { post->letters.put(Recovered{from, to}); }
    void checkpointWritten(const std::filesystem::path&, bool) override { post->letters.put(CheckpointNews{}); }

    std::shared_ptr<Post> post;
};

Training::Training(Jobs& jobs, WorkspaceStore& store, Notices& notices, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), notices_(notices) {
    follow_.setSingleShot(true);
    connect(&follow_, &QTimer::timeout, this, [this] { readRecord(record_.run); });
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        ++asked_;
        ++considered_;
        prospect_ = {};
        follow_.stop();
        showsLive_ = false;
        record_ = {};
        figures_ = {};
        emit curveChanged();
    });
}

template <class Work, class Done>
void Training::launch(const QString& title, std::optional<std::int64_t> resume, Work work, Done done) {
    auto post = std::make_shared<Post>();
    auto* drainer = new QObject(this);
    connect(&jobs_, &Jobs::tick, drainer, [this, post] { drain(*post); });
    notices_.withdraw(About::Training);
    clock_ = {};
    follow_.stop();
    live_ = resume && curve().run == *resume ? Curve(curve()) : Curve();
    figures_ = {};
    figures_.live = true;
    showsLive_ = true;
    ++asked_;
    const auto over = [this, drainer] {
        delete drainer;
        ended();
    };
    job_ = jobs_.start(
        title, this,
        [work, post](const Task& task) {
            Observer observer(post);
            return work(observer, task);
        },
        [over, done](const auto& outcome) {
            over();
            done(outcome);
        },
        [this, over](const Message& problem) {
            over();
            notices_.post(About::Training, Severity::Error, text(problem));
        });
    emit curveChanged();
    emit runningChanged();
}

void Training::start(const TrainConfig& config, std::optional<std::int64_t> resume) {
    RunRequest request;
    request.config = config;
    request.resume = resume;
    launch(request);
}

void Training::fineTune(const TrainConfig& config, const std::filesystem::path& from, const QString& name) {
    RunRequest request;
    request.config = config;
    request.from = from;
    request.name = toUtf8(name);
    launch(request);
}

void Training::launch(const RunRequest& request) {
    if (ready_)
        ready_([this, request] { launchReady(request); });
    else
        launchReady(request);
}

void Training::launchReady(const RunRequest& given) {
    if (running() || !store_.isOpen()) return;
    RunRequest request = given;
    request.workspace = store_.path();
    if (const std::int64_t dataset = dataset_ ? dataset_() : 0; dataset != 0 && !request.resume) request.dataset = dataset;
    benchmarking_ = false;
    launch(
        tr("Training"), request.resume,
        [request](RunObserver& observer, const Task& task) { return trainRun(request, observer, task); },
        [this](const RunOutcome& outcome) {
            const QString best =
                outcome.bestValidation ? tr(", best validation %1").arg(figure(*outcome.bestValidation)) : QString();
            notices_.post(Severity::Info, (outcome.stopped ? tr("Training stopped after %1 steps%2. The checkpoint is kept.")
                                                           : tr("Training finished after %1 steps%2."))
                                              .arg(whole(outcome.steps), best));
            emit finished(outcome.runId);
        });
}

void Training::benchmark(const BenchmarkRequest& request) {
    if (running() || !store_.isOpen()) return;
    benchmarking_ = true;
    launch(
        tr("Benchmark"), {},
        [request](RunObserver& observer, const Task& task) { return runBenchmark(request, observer, task); },
        [this](const BenchmarkResult& result) {
            notices_.post(
                Severity::Info,
                result.stopped
                    ? tr("The benchmark was stopped. Started again, it goes on from there.")
                    : tr("%1: %2 nats a frame on the test split.").arg(fromUtf8(result.set), figure(result.testNats)));
            emit scored(result);
        });
}

void Training::ended() {
    notices_.withdraw(About::TrainingRemarks);
    job_ = 0;
    liveRun_ = 0;
    store_.setLiveRun(0);
    figures_.live = false;
    figures_.secondsLeft.reset();
    store_.reloadRuns();
    emit runningChanged();
    emit curveChanged();
}

void Training::stop() { jobs_.stop(job_); }

void Training::drain(Post& post) {
    const auto letters = post.letters.take();
    if (letters.empty()) return;
    bool lists = false, other = false;
    for (const Letter& letter : letters) {
        if (const auto* begun = std::get_if<RunStart>(&letter)) {
            begin(*begun);
            lists = other = true;
        } else if (const auto* step = std::get_if<StepPoint>(&letter)) {
            live_.add(*step);
            figures_.step = step->step;
            figures_.epoch = step->epoch;
            figures_.loss = step->loss;
            clock_.add(step->step, step->seconds);
        } else if (const auto* epoch = std::get_if<EpochPoint>(&letter)) {
            live_.add(*epoch);
            if (epoch->validationLoss) figures_.validation = epoch->validationLoss;
        } else if (const auto* back = std::get_if<Recovered>(&letter)) {
            live_.cutAfter(back->to);
            other = true;
            notices_.post(About::TrainingRemarks, Severity::Warning,
                          tr("The loss was no number at step %1. Training went back to step %2 with half the "
                             "learning rate.")
                              .arg(whole(back->from), whole(back->to)));
        } else {
            lists = true;
        }
    }
    if (lists) store_.reloadRuns();
    measure();
    if (!showsLive_) return;
    if (other)
        emit curveChanged();
    else
        emit curveGrew();
}

void Training::begin(const RunStart& start) {
    liveRun_ = live_.run = start.runId;
    store_.setLiveRun(liveRun_);
    batchesPerEpoch_ = start.estimate.batchesPerEpoch;
    figures_.totalSteps = start.totalSteps;
    clock_ = TrainingClock(start.totalSteps, start.config.minutes);
    live_.cutAfter(start.step);
    QStringList remarks;
    if (start.lost > 0)
        remarks << tr("Goes on from step %1; %Ln steps after it are gone.", nullptr, static_cast<int>(start.lost))
                       .arg(whole(start.step));
    if (start.facts.validationPieces == 0)
        remarks << tr(
            "There are too few pieces to set some aside for validation, so all of them are "
            "trained on and no validation curve is drawn.");
    for (const Message& remark : start.remarks) remarks << text(remark);
    if (!remarks.isEmpty()) notices_.post(About::TrainingRemarks, Severity::Warning, remarks.join(QLatin1Char('\n')));
}

void Training::measure() {
    const std::size_t count = live_.step.size();
    const std::size_t window = std::min<std::size_t>(count, 50);
    if (window >= 2) {
        const double steps = live_.step[count - 1] - live_.step[count - window];
        const double seconds = live_.seconds[count - 1] - live_.seconds[count - window];
        if (seconds > 0.0 && steps > 0.0) {
            figures_.stepsPerSecond = steps / seconds;
            if (batchesPerEpoch_ > 0) figures_.secondsPerEpoch = static_cast<double>(batchesPerEpoch_) * seconds / steps;
        }
    }
    figures_.secondsLeft = clock_.left();
    jobs_.setProgress(job_, clock_.done(), clock_.left());
}

void Training::showRun(std::int64_t run) {
    follow_.stop();
    if (run == liveRun_ && run != 0) {
        ++asked_;
        showsLive_ = true;
        figures_.live = true;
        emit curveChanged();
        return;
    }
    if (run != curve().run || !running()) readRecord(run);
}

void Training::readRecord(std::int64_t run) {
    const int asked = ++asked_;
    jobs_.ask(
        this,
        [path = store_.path(), run](const Task&) {
            QElapsedTimer clock;
            clock.start();
            const Workspace workspace = Workspace::existing(path);
            const auto record = workspace.runs().find(run);
            if (!record) return Recorded();
            return Recorded{*record, curveOf(*record, workspace.runs().metrics(run)), clock.elapsed()};
        },
        [this, asked](Recorded record) {
            if (asked == asked_) showRecord(std::move(record));
        },
        [this](const Message& problem) { notices_.post(About::Lists, Severity::Error, text(problem)); });
}

void Training::showRecord(Recorded record) {
    showsLive_ = false;
    const bool wasFollowed = std::exchange(figures_.followed, false);
    record_ = std::move(record.curve);
    const bool followed = record.run.state == RunState::Running && record.run.id != liveRun_;
    if (!running()) {
        figures_ = {};
        figures_.followed = followed;
        if (!record_.step.empty()) {
            const double steps = record_.step.back(), epochs = record_.epoch.back();
            figures_.step = static_cast<std::int64_t>(steps);
            figures_.epoch = epochs;
            figures_.loss = record_.loss.back();
            if (record_.seconds.back() > 0) figures_.stepsPerSecond = steps / record_.seconds.back();
            if (followed) {
                const TrainConfig config = trainConfigFromJson(record.run.config);
                figures_.totalSteps = epochs > 0 ? totalSteps(config, std::llround(steps / epochs)) : config.steps;
                TrainingClock clock(figures_.totalSteps, config.minutes);
                clock.add(static_cast<std::int64_t>(record_.step.front()), record_.seconds.front());
                clock.add(figures_.step, record_.seconds.back());
                figures_.secondsLeft = clock.left();
            }
        }
        if (!record_.validation.empty()) figures_.validation = record_.validation.back().value;
    }
    if (followed && watched_) follow_.start(static_cast<int>(std::max<qint64>(followPause, record.took * lookFactor)));
    if (wasFollowed && !followed) store_.reloadRuns();  // it has ended, however
    emit curveChanged();
}

void Training::setWatched(bool watched) {
    watched_ = watched;
    if (!watched)
        follow_.stop();
    else if (figures_.followed && !follow_.isActive())
        follow_.start(0);
}

void Training::consider(std::int64_t run) {
    const int asked = ++considered_;
    if (run == 0 || !store_.isOpen()) {
        prospect_ = {};
        emit prospectChanged();
        return;
    }
    jobs_.ask(
        this, [path = store_.path(), run](const Task& task) { return prospectOf(path, run, task); },
        [this, asked](const RunProspect& prospect) {
            if (asked != considered_) return;
            prospect_ = prospect;
            emit prospectChanged();
        },
        [this, asked](const Message&) {  // said where the run is used
            if (asked != considered_) return;
            prospect_ = {};
            emit prospectChanged();
        });
}

}  // namespace ricercar
