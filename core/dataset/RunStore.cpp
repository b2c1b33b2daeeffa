// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/RunStore.h"

#include "core/dataset/MessageJson.h"
#include "core/dataset/RunLock.h"
#include "core/dataset/Sqlite.h"

#include <algorithm>

namespace ricercar {
namespace {

/// Earlier versions stored a sentence.
std::optional<Message> problemFrom(const std::string& stored) {
    if (stored.empty()) return std::nullopt;
    const std::vector<Message> messages = messagesFromJson(stored);
    return messages.empty() ? Message{MessageId::Stored, {stored}} : messages.front();
}

void bindRun(Sqlite::Statement& statement, const Run& run) {
    statement.bind(run.name).bind(run.config).bind(run.datasetHash).bind(run.program).bind(run.started);
    const RunState state = run.state == RunState::Interrupted ? RunState::Running : run.state;
    statement.bind(static_cast<int>(state))
        .bind(run.problem ? toJson({*run.problem}) : std::string())
        .bind(run.lastCheckpoint)
        .bind(run.bestCheckpoint);
    statement.bind(run.dataset);
}

constexpr const char* selectRuns =
    "SELECT id, name, config, dataset_hash, program, started, state, problem, last_checkpoint, best_checkpoint, "
    "dataset_id FROM run";

Run readRun(const Sqlite::Statement& row, const std::filesystem::path& runsFolder) {
    Run run;
    run.id = row.integer(0);
    run.name = row.text(1);
    run.config = row.text(2);
    run.datasetHash = row.text(3);
    run.program = row.text(4);
    run.started = row.text(5);
    run.state = static_cast<RunState>(std::clamp<std::int64_t>(row.integer(6), 0, 3));
    run.problem = problemFrom(row.text(7));
    run.lastCheckpoint = row.text(8);
    run.bestCheckpoint = row.text(9);
    run.dataset = row.integer(10);
    if (run.state == RunState::Running) run.owner = RunLock::ownerOf(runsFolder, run.id);
    if (run.state == RunState::Running && !run.owner) run.state = RunState::Interrupted;
    return run;
}

}  // namespace

std::int64_t RunStore::add(const Run& run) {
    auto insert = database_.prepare(
        "INSERT INTO run (name, config, dataset_hash, program, started, state, problem, last_checkpoint, best_checkpoint, "
        "dataset_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bindRun(insert, run);
    insert.run();
    return database_.lastId();
}

void RunStore::update(const Run& run) {
    auto update = database_.prepare(
        "UPDATE run SET name = ?, config = ?, dataset_hash = ?, program = ?, started = ?, state = ?, problem = ?, "
        "last_checkpoint = ?, best_checkpoint = ?, dataset_id = ? WHERE id = ?");
    bindRun(update, run);
    update.bind(run.id).run();
    if (database_.changes() == 0) database_.noRecord(MessageId::WorkspaceNoRun, run.id);
}

std::vector<Run> RunStore::all() const {
    std::vector<Run> list;
    auto select = database_.prepare(std::string(selectRuns) + " ORDER BY id");
    while (select.step()) list.push_back(readRun(select, folder_));
    return list;
}

std::optional<Run> RunStore::find(std::int64_t id) const {
    auto select = database_.prepare(std::string(selectRuns) + " WHERE id = ?");
    select.bind(id);
    if (!select.step()) return std::nullopt;
    return readRun(select, folder_);
}

void RunStore::remove(std::int64_t id) { database_.prepare("DELETE FROM run WHERE id = ?").bind(id).run(); }

void RunStore::restore(const Run& run, const std::vector<Metric>& metrics) {
    {
        auto insert = database_.prepare(
            "INSERT INTO run (name, config, dataset_hash, program, started, state, problem, last_checkpoint, "
            "best_checkpoint, dataset_id, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        bindRun(insert, run);
        insert.bind(run.id).run();
    }
    addMetrics(run.id, metrics);
}

std::int64_t RunStore::lastStep(std::int64_t runId) const {
    auto select = database_.prepare("SELECT max(step) FROM metric WHERE run_id = ?");
    select.bind(runId);
    return select.step() ? select.integer(0) : 0;
}

void RunStore::removeMetricsAfter(std::int64_t runId, std::int64_t step) {
    database_.prepare("DELETE FROM metric WHERE run_id = ? AND step > ?").bind(runId).bind(step).run();
}

void RunStore::addMetrics(std::int64_t runId, const std::vector<Metric>& metrics) {
    Sqlite::Transaction transaction(database_);
    {
        auto known = database_.prepare("SELECT 1 FROM run WHERE id = ?");
        if (!known.bind(runId).step()) database_.noRecord(MessageId::WorkspaceNoRun, runId);
        auto insert = database_.prepare(
            "INSERT OR REPLACE INTO metric (run_id, series, step, epoch, seconds, value) VALUES (?, ?, ?, ?, ?, ?)");
        for (const Metric& metric : metrics)
            insert.bind(runId)
                .bind(metric.series)
                .bind(metric.step)
                .bind(metric.epoch)
                .bind(metric.seconds)
                .bind(metric.value)
                .run();
    }
    transaction.commit();
}

std::vector<Metric> RunStore::metrics(std::int64_t runId) const {
    std::vector<Metric> list;
    auto select = database_.prepare("SELECT series, step, epoch, seconds, value FROM metric WHERE run_id = ? ORDER BY id");
    select.bind(runId);
    while (select.step()) list.push_back({select.text(0), select.integer(1), select.real(2), select.real(3), select.real(4)});
    return list;
}

}  // namespace ricercar
