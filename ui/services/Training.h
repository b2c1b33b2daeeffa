// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/Benchmark.h"
#include "ui/services/Curve.h"

#include <QObject>

#include <functional>
#include <optional>

namespace ricercar {

class Jobs;
class Notices;
class WorkspaceStore;

/// Figures of the run that is shown.
struct TrainingFigures {
    bool live = false;
    double epoch = 0;
    std::int64_t step = 0;
    std::int64_t totalSteps = 0;  ///< 0: only time ends the run
    double loss = 0;              ///< of the last batch
    std::optional<double> validation;
    double stepsPerSecond = 0;
    std::optional<double> secondsPerEpoch;
    std::optional<double> secondsLeft;
};

/// Runs training jobs, one at a time, and holds the curve that is shown: the live one, or a recorded one.
class Training : public QObject {
    Q_OBJECT

public:
    Training(Jobs& jobs, WorkspaceStore& store, Notices& notices, QObject* parent = nullptr);

    void start(const TrainConfig& config, std::optional<std::int64_t> resume = {});
    /// Trains on a public set and scores it, as any other run; then scored().
    void benchmark(const BenchmarkRequest& request);
    [[nodiscard]] bool benchmarking() const { return running() && benchmarking_; }
    /// Where a new run finds the dataset that it learns from.
    void setDataset(std::function<std::int64_t()> dataset) { dataset_ = std::move(dataset); }
    void stop();
    [[nodiscard]] bool running() const { return job_ != 0; }
    /// The run in training; 0: none.
    [[nodiscard]] std::int64_t runInTraining() const { return liveRun_; }

    [[nodiscard]] const Curve& curve() const { return curve_; }
    [[nodiscard]] const TrainingFigures& figures() const { return figures_; }
    /// Shows the record of a run (of the one in training: the live curve).
    void showRun(std::int64_t run);

signals:
    void runningChanged();
    /// Another curve, or more points of it.
    void curveChanged();
    void finished(std::int64_t run);
    /// A benchmark's run; stopped before its end, it has no figures.
    void scored(const ricercar::BenchmarkResult& result);

private:
    struct Observer;
    struct Post;
    /// Prepares the live curve and runs work(RunObserver&, const Task&), then done(its outcome), or says what went wrong.
    template <class Work, class Done>
    void launch(const QString& title, double minutes, std::optional<std::int64_t> resume, Work work, Done done);
    void drain(Post& post);
    void ended();

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    std::function<std::int64_t()> dataset_;
    int job_ = 0;
    std::int64_t liveRun_ = 0;
    std::int64_t batchesPerEpoch_ = 0;
    double minutes_ = 0;
    std::size_t firstLive_ = 0;  ///< points before that come from the record
    Curve live_;
    Curve curve_;
    TrainingFigures figures_;
    bool showsLive_ = false;
    bool benchmarking_ = false;
    int asked_ = 0;
};

}  // namespace ricercar
