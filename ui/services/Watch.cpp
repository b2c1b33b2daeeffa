// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Watch.h"

#include "core/dataset/RunLock.h"
#include "core/dataset/Workspace.h"
#include "ui/services/Jobs.h"
#include "ui/services/WorkspaceStore.h"

#include <QGuiApplication>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace ricercar {
namespace {

constexpr int leastPause = 1000;   // ms
constexpr qint64 restFactor = 20;  ///< of the time that reading took

}  // namespace

/// The number is one of the connection's own, so the connection stays.
struct Watch::Connection {
    std::filesystem::path path;
    std::optional<Workspace> workspace;
};

Watch::Watch(Jobs& jobs, WorkspaceStore& store, QObject* parent) : QObject(parent), jobs_(jobs), store_(store) {
    timer_.setInterval(leastPause);
    connect(&timer_, &QTimer::timeout, this, &Watch::tick);
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        connection_ = std::make_shared<Connection>(Connection{store_.path(), {}});
        counter_ = -1;
        look();
        timer_.start();
    });
}

void Watch::tick() {
    if (QGuiApplication::applicationState() == Qt::ApplicationActive) look();
}

void Watch::look() {
    if (looking_ || !connection_ || (busy_ && busy_())) return;
    looking_ = true;
    std::vector<Run> begun;  // whose owners may come and go without a change to the file
    for (const Run& run : store_.runs())
        if (run.state == RunState::Running || run.state == RunState::Interrupted) begun.push_back(run);
    jobs_.ask(
        this,
        [connection = connection_, begun](const Task&) {
            if (!connection->workspace) connection->workspace.emplace(connection->path);
            const auto folder = connection->workspace->runsFolder();
            const bool otherOwners = std::any_of(begun.begin(), begun.end(), [&](const Run& run) {
                return RunLock::ownerOf(folder, run.id).has_value() != (run.state == RunState::Running);
            });
            return std::pair(connection->workspace->changeCounter(), otherOwners);
        },
        [this, connection = connection_](const std::pair<std::int64_t, bool>& seen) {
            looking_ = false;
            if (connection != connection_) return;
            if (seen.second) store_.reloadRuns();
            looked(seen.first);
        },
        [this](const Message&) { looking_ = false; });  // said where the file is used
}

void Watch::looked(std::int64_t counter) {
    const bool first = counter_ < 0;
    if (std::exchange(counter_, counter) == counter) return;
    if (first) return;
    looking_ = true;
    reading_.start();
    store_.refresh([this] {
        looking_ = false;
        timer_.start(static_cast<int>(std::clamp<qint64>(reading_.elapsed() * restFactor, leastPause, 60'000)));
    });
}

}  // namespace ricercar
