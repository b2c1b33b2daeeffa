// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/RollFile.h"
#include "core/workbench/BenchmarkRecord.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace ricercar {

class Jobs;
class Notices;
class WorkspaceStore;
class Training;

/// A public set of rolls, what simple models make of it, and the runs that were scored on such sets. Window's thread.
class Benchmarking : public QObject {
    Q_OBJECT

public:
    Benchmarking(Jobs& jobs, WorkspaceStore& store, Notices& notices, Training& training, QObject* parent = nullptr);

    /// Reads a roll file on a worker.
    void choose(const std::filesystem::path& file);
    [[nodiscard]] bool reading() const { return readJob_ != 0; }
    /// Nothing yet, or it could not be read.
    [[nodiscard]] const std::shared_ptr<const RollFile>& file() const { return file_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::optional<PublicSet> set() const;

    /// Both figures of the file, one after the other.
    void selfTest();
    void stopSelfTest();
    [[nodiscard]] bool testing() const { return testJob_ != 0; }
    [[nodiscard]] const SelfTests& tests() const { return tests_; }

    /// Of the recipe that ships; nothing: it cannot be read.
    [[nodiscard]] const std::optional<TrainConfig>& recipe() const { return recipe_; }
    /// Trains with the recipe and scores; a run of that seed that was left goes on.
    void score(double minutes, std::uint64_t seed);
    void stop();

    /// Of the workspace, the latest first.
    [[nodiscard]] const std::vector<BenchmarkRecord>& records() const { return records_; }
    /// The run of the file and a seed.
    [[nodiscard]] const BenchmarkRecord* recordOf(std::uint64_t seed) const;

signals:
    void fileChanged();
    void testsChanged();
    void recordsChanged();

private:
    void readRecipeFile();
    void reloadRecords();

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Training& training_;
    std::filesystem::path path_;
    std::shared_ptr<const RollFile> file_;
    std::optional<TrainConfig> recipe_;
    SelfTests tests_;
    std::vector<BenchmarkRecord> records_;
    int readJob_ = 0, testJob_ = 0;
    int fileAsked_ = 0, recordsAsked_ = 0;
};

}  // namespace ricercar
