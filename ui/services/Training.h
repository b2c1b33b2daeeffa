// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/Benchmark.h"
#include "core/workbench/RunProspect.h"
#include "core/workbench/TimeLeft.h"
#include "ui/services/Curve.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace ricercar {

class Jobs;
class Notices;
class WorkspaceStore;

/// Figures of the run that is shown.
struct TrainingFigures {
    bool live = false;      ///< trained in this window
    bool followed = false;  ///< trained by another process, and read again as it goes
    double epoch = 0;
    std::int64_t step = 0;
    std::int64_t totalSteps = 0;  ///< 0: only time ends the run
    double loss = 0;              ///< of the last batch
    std::optional<double> validation;
    double stepsPerSecond = 0;
    std::optional<double> secondsPerEpoch;
    std::optional<double> secondsLeft;
};

/// Runs training jobs, one at a time, and holds the curve that is shown: the live one, one that another process writes, or a
/// recorded one.
class Training : public QObject {
    Q_OBJECT

public:
    Training(Jobs& jobs, WorkspaceStore& store, Notices& notices, QObject* parent = nullptr);

    /// A run that goes on keeps its config; without limits, its limits as well.
    void start(const TrainConfig& config, std::optional<std::int64_t> resume = {});
    /// A new run on the current dataset that starts with the weights of a checkpoint; its model and pitches stay.
    void fineTune(const TrainConfig& config, const std::filesystem::path& from, const QString& name);
    /// Trains on a public set and scores it, as any other run; then scored().
    void benchmark(const BenchmarkRequest& request);
    [[nodiscard]] bool benchmarking() const { return running() && benchmarking_; }
    /// Where a new run finds the dataset that it learns from.
    void setDataset(std::function<std::int64_t()> dataset) { dataset_ = std::move(dataset); }
    /// Called before a run reads the dataset; it calls `then` once all edits are in the workspace.
    void setReady(std::function<void(std::function<void()> then)> ready) { ready_ = std::move(ready); }
    void stop();
    [[nodiscard]] bool running() const { return job_ != 0; }
    /// The run in training; 0: none.
    [[nodiscard]] std::int64_t runInTraining() const { return liveRun_; }

    [[nodiscard]] const Curve& curve() const { return showsLive_ ? live_ : record_; }
    [[nodiscard]] const TrainingFigures& figures() const { return figures_; }
    /// Shows the record of a run (of the one in training: the live curve).
    void showRun(std::int64_t run);
    /// Whether anybody sees the curve: what another process trains is read again only then.
    void setWatched(bool watched);

    /// Asks what going on with a run would mean; then prospectChanged().
    void consider(std::int64_t run);
    /// Of the run that was asked for; of another one, or none, until the answer is there.
    [[nodiscard]] const RunProspect& prospect() const { return prospect_; }

signals:
    void runningChanged();
    /// Another curve, or other figures of it.
    void curveChanged();
    /// The curve has more points, and new figures; up to 30 times a second.
    void curveGrew();
    void finished(std::int64_t run);
    void prospectChanged();
    /// A benchmark's run; stopped before its end, it has no figures.
    void scored(const ricercar::BenchmarkResult& result);

private:
    struct Observer;
    struct Post;
    /// Prepares the live curve and runs work(RunObserver&, const Task&), then done(its outcome), or says what went wrong.
    template <class Work, class Done>
    void launch(const QString& title, std::optional<std::int64_t> resume, Work work, Done done);
    void launchReady(const RunRequest& given);
    void launch(const RunRequest& request);
    void drain(Post& post);
    void begin(const RunStart& start);
    void measure();
    void ended();
    struct Recorded;
    void readRecord(std::int64_t run);
    void showRecord(Recorded record);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    std::function<std::int64_t()> dataset_;
    std::function<void(std::function<void()>)> ready_;
    int job_ = 0;
    std::int64_t liveRun_ = 0;
    std::int64_t batchesPerEpoch_ = 0;
    TrainingClock clock_;
    Curve live_;    ///< of the run in training, or the last one
    Curve record_;  ///< as it was read
    TrainingFigures figures_;
    bool showsLive_ = false;
    bool benchmarking_ = false;
    int asked_ = 0;
    RunProspect prospect_;
    int considered_ = 0;  ///< counts questions
    QTimer follow_;
    bool watched_ = false;
};

}  // namespace ricercar
