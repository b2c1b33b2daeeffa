// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Benchmarking.h"

#include "core/base/Error.h"
#include "core/learning/Evaluator.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Training.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <utility>

namespace ricercar {

Benchmarking::Benchmarking(Jobs& jobs, WorkspaceStore& store, Notices& notices, Training& training, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), notices_(notices), training_(training) {
    connect(&store_, &WorkspaceStore::runsChanged, this, &Benchmarking::reloadRecords);
    connect(&training_, &Training::scored, this, &Benchmarking::reloadRecords);
    readRecipeFile();
}

void Benchmarking::readRecipeFile() {
    try {
        recipe_ = readRecipe(benchmarkRecipe());
    } catch (const Error&) {
        recipe_.reset();  // the page says so
    }
}

void Benchmarking::choose(const std::filesystem::path& file) {
    jobs_.stop(std::exchange(testJob_, 0));
    jobs_.stop(std::exchange(readJob_, 0));
    path_ = file;
    file_.reset();
    tests_ = {};
    notices_.withdraw(About::Benchmark);
    const int asked = ++fileAsked_;
    readJob_ = jobs_.ask(
        this, [file](const Task&) { return std::make_shared<const RollFile>(readRollFile(file)); },
        [this, asked](std::shared_ptr<const RollFile> rolls) {
            if (asked != fileAsked_) return;
            readJob_ = 0;
            file_ = std::move(rolls);
            emit fileChanged();
        },
        [this, asked](const Message& problem) {
            notices_.post(About::Benchmark, Severity::Error, text(problem));
            if (asked != fileAsked_) return;
            readJob_ = 0;
            emit fileChanged();
        });
    emit fileChanged();
}

std::optional<PublicSet> Benchmarking::set() const { return file_ ? publicSet(file_->name) : std::nullopt; }

void Benchmarking::selfTest() {
    if (!file_ || testing()) return;
    notices_.withdraw(About::Benchmark);
    tests_ = {};
    testJob_ = jobs_.start(
        tr("Self-tests"), this,
        [file = file_](const Task& task) {
            SelfTests tests;
            task.report(0, 2);
            tests.unigram = unigramNatsPerStep(file->train, file->test);
            task.report(1, 2);
            if (!task.stopped()) tests.bigram = bigramNatsPerStep(file->train, file->test);
            task.report(2, 2);
            return tests;
        },
        [this, asked = fileAsked_](const SelfTests& tests) {
            if (asked != fileAsked_) return;
            testJob_ = 0;
            tests_ = tests;
            emit testsChanged();
        },
        [this, asked = fileAsked_](const Message& problem) {
            notices_.post(About::Benchmark, Severity::Error, text(problem));
            if (asked != fileAsked_) return;
            testJob_ = 0;
            emit testsChanged();
        });
    emit testsChanged();
}

void Benchmarking::stopSelfTest() { jobs_.stop(testJob_); }

void Benchmarking::score(double minutes, std::uint64_t seed) {
    if (!file_ || !recipe_) return;
    BenchmarkRequest request{path_, store_.path(), *recipe_, {}};
    request.recipe.minutes = minutes;
    request.recipe.seed = seed;
    training_.benchmark(request);
}

void Benchmarking::stop() { training_.stop(); }

const BenchmarkRecord* Benchmarking::recordOf(std::uint64_t seed) const {
    if (!file_) return nullptr;
    const auto found = std::ranges::find(records_, benchmarkRunName(file_->name, seed), &BenchmarkRecord::name);
    return found == records_.end() ? nullptr : &*found;
}

void Benchmarking::reloadRecords() {
    const int asked = ++recordsAsked_;
    jobs_.ask(
        this, [path = store_.path()](const Task&) { return benchmarkRecords(Workspace::existing(path)); },
        [this, asked](std::vector<BenchmarkRecord> records) {
            if (asked != recordsAsked_) return;
            records_ = std::move(records);
            emit recordsChanged();
        },
        [this](const Message& problem) { notices_.post(About::Benchmark, Severity::Error, text(problem)); });
}

}  // namespace ricercar
