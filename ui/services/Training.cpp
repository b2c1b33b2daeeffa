// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Training.h"

#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
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

}  // namespace

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
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        ++asked_;
        showsLive_ = false;
        curve_ = {};
        figures_ = {};
        emit curveChanged();
    });
}

template <class Work, class Done>
void Training::launch(const QString& title, double minutes, std::optional<std::int64_t> resume, Work work, Done done) {
    auto post = std::make_shared<Post>();
    auto* drainer = new QObject(this);
    connect(&jobs_, &Jobs::tick, drainer, [this, post] { drain(*post); });
    minutes_ = minutes;
    live_ = {};
    if (resume && curve_.run == *resume) live_ = curve_;
    firstLive_ = live_.step.size();
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
            notices_.post(Severity::Error, text(problem));
        });
    curve_ = live_;
    emit curveChanged();
    emit runningChanged();
}

void Training::start(const TrainConfig& config, std::optional<std::int64_t> resume) {
    if (running() || !store_.isOpen()) return;
    RunRequest request;
    request.workspace = store_.path();
    request.config = config;
    request.resume = resume;
    if (const std::int64_t dataset = dataset_ ? dataset_() : 0; dataset != 0 && !resume) request.dataset = dataset;
    benchmarking_ = false;
    launch(
        tr("Training"), config.minutes, resume,
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
        tr("Benchmark"), request.recipe.minutes, {},
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
    bool lists = false;
    for (const Letter& letter : letters) {
        if (const auto* begun = std::get_if<RunStart>(&letter)) {
            liveRun_ = live_.run = begun->runId;
            store_.setLiveRun(liveRun_);
            batchesPerEpoch_ = begun->estimate.batchesPerEpoch;
            figures_.totalSteps = begun->totalSteps;
            if (begun->facts.validationPieces == 0)
                notices_.post(Severity::Warning,
                              tr("There are too few pieces to set some aside for validation, so all of them are "
                                 "trained on and no validation curve is drawn."));
            for (const Message& remark : begun->remarks) notices_.post(Severity::Warning, text(remark));
            lists = true;
        } else if (const auto* step = std::get_if<StepPoint>(&letter)) {
            live_.add(*step);
            figures_.step = step->step;
            figures_.epoch = step->epoch;
            figures_.loss = step->loss;
        } else if (const auto* epoch = std::get_if<EpochPoint>(&letter)) {
            live_.add(*epoch);
            if (epoch->validationLoss) figures_.validation = epoch->validationLoss;
        } else if (const auto* back = std::get_if<Recovered>(&letter)) {
            notices_.post(Severity::Warning,
                          tr("The loss was no number at step %1. Training went back to step %2 with half the "
                             "learning rate.")
                              .arg(whole(back->from), whole(back->to)));
        } else {
            lists = true;
        }
    }
    if (lists) store_.reloadRuns();

    const std::size_t count = live_.step.size();
    const std::size_t window = std::min<std::size_t>(count, 50);
    if (window >= 2) {
        const double steps = live_.step[count - 1] - live_.step[count - window];
        const double seconds = live_.seconds[count - 1] - live_.seconds[count - window];
        if (seconds > 0.0 && steps > 0.0) {
            figures_.stepsPerSecond = steps / seconds;
            if (batchesPerEpoch_ > 0) figures_.secondsPerEpoch = static_cast<double>(batchesPerEpoch_) * seconds / steps;
            // By the mean since this run began here, which is steadier than the last batches.
            const std::size_t first = std::min(firstLive_, count - 2);
            const double mean = (live_.seconds[count - 1] - live_.seconds[first]) / (live_.step[count - 1] - live_.step[first]);
            std::optional<double> left;
            if (figures_.totalSteps > 0)
                left = static_cast<double>(std::max<std::int64_t>(0, figures_.totalSteps - figures_.step)) * mean;
            if (minutes_ > 0.0) {
                const double byTime = std::max(0.0, minutes_ * 60.0 - live_.seconds.back());
                left = left ? std::min(*left, byTime) : byTime;
            }
            figures_.secondsLeft = left;
        }
    }
    if (!showsLive_) return;
    curve_ = live_;
    emit curveChanged();
}

void Training::showRun(std::int64_t run) {
    const int asked = ++asked_;
    if (run == liveRun_ && run != 0) {
        showsLive_ = true;
        curve_ = live_;
        figures_.live = true;
        emit curveChanged();
        return;
    }
    if (run == curve_.run) return;
    jobs_.ask(
        this,
        [path = store_.path(), run](const Task&) {
            const Workspace workspace(path);
            const auto record = workspace.run(run);
            return record ? curveOf(*record, workspace.metrics(run)) : Curve();
        },
        [this, asked](Curve curve) {
            if (asked != asked_) return;
            showsLive_ = false;
            curve_ = std::move(curve);
            if (!running()) {
                figures_ = {};
                if (!curve_.step.empty()) {
                    figures_.step = static_cast<std::int64_t>(curve_.step.back());
                    figures_.epoch = curve_.epoch.back();
                    figures_.loss = curve_.loss.back();
                    if (curve_.seconds.back() > 0) figures_.stepsPerSecond = curve_.step.back() / curve_.seconds.back();
                }
                if (!curve_.validation.empty()) figures_.validation = curve_.validation.back().value;
            }
            emit curveChanged();
        },
        [this](const Message& problem) { notices_.post(Severity::Error, text(problem)); });
}

}  // namespace ricercar
