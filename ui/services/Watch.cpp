// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Watch.h"

#include "core/dataset/RunLock.h"
#include "core/dataset/Workspace.h"
#include "ui/services/Jobs.h"
#include "ui/services/WorkspaceStore.h"

#include <QGuiApplication>

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace ricercar {
namespace {

constexpr int leastPause = 1000;   // ms
constexpr qint64 restFactor = 20;  ///< of the time that reading took

using FileNumber = std::pair<dev_t, ino_t>;

/// Which file stands there; nothing: none.
std::optional<FileNumber> fileAt(const std::filesystem::path& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return std::nullopt;
    return FileNumber(about.st_dev, about.st_ino);
}

}  // namespace

/// The number is one of the connection's own, so the connection stays.
struct Watch::Connection {
    std::filesystem::path path;
    std::optional<Workspace> workspace;
    FileNumber file{};
};

struct Watch::Seen {
    std::int64_t counter = 0;
    bool otherOwners = false;
    bool lost = false, replaced = false;
};

Watch::Watch(Jobs& jobs, WorkspaceStore& store, QObject* parent) : QObject(parent), jobs_(jobs), store_(store) {
    timer_.setInterval(leastPause);
    connect(&timer_, &QTimer::timeout, this, &Watch::tick);
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        connection_ = std::make_shared<Connection>(Connection{store_.path(), {}});
        counter_ = -1;
        lost_ = false;
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
            const std::optional<FileNumber> there = fileAt(connection->path);
            if (!connection->workspace) {
                connection->workspace.emplace(Workspace::existing(connection->path));
                connection->file = there.value_or(FileNumber());
            }
            Seen seen;
            seen.lost = there != connection->file;
            seen.replaced = seen.lost && there;
            if (seen.lost) return seen;
            const auto folder = connection->workspace->runsFolder();
            seen.otherOwners = std::any_of(begun.begin(), begun.end(), [&](const Run& run) {
                return RunLock::ownerOf(folder, run.id).has_value() != (run.state == RunState::Running);
            });
            seen.counter = connection->workspace->changeCounter();
            return seen;
        },
        [this, connection = connection_](const Seen& seen) {
            looking_ = false;
            if (connection == connection_) saw(seen);
        },
        [this](const Message&) { looking_ = false; });  // said where the file is used
}

void Watch::saw(const Seen& seen) {
    if (std::exchange(lost_, seen.lost) != seen.lost) {
        if (lost_)
            emit fileLost(seen.replaced);
        else
            emit fileFound();
    }
    if (lost_) return;
    if (seen.otherOwners) store_.reloadRuns();
    looked(seen.counter);
}

void Watch::saveCopy(const std::filesystem::path& path, std::function<void()> then) {
    if (!connection_ || looking_) {
        QTimer::singleShot(20, this, [this, path, then] { saveCopy(path, then); });
        return;
    }
    looking_ = true;
    std::vector<Take> unsaved;
    for (const TakeRow& take : store_.takes())
        if (WorkspaceStore::isUnsaved(take.id)) unsaved.push_back(take.unpacked());
    jobs_.start(
        tr("Saving the workspace"), this,
        [connection = connection_, path, unsaved](const Task& task) {
            if (!connection->workspace) connection->workspace.emplace(Workspace::existing(connection->path));
            if (!connection->workspace->copyTo(path, task)) return false;
            Workspace copy = Workspace::existing(path);
            for (const Take& take : unsaved) copy.addTake(take);
            return true;
        },
        [this, then](bool whole) {
            looking_ = false;
            if (whole && then) then();
        },
        [this](const Message& problem) {
            looking_ = false;
            emit failed(problem);
        });
}

void Watch::looked(std::int64_t counter) {
    // The first number says nothing of what came between the reading of the lists and this look: they are read again.
    if (std::exchange(counter_, counter) == counter) return;
    looking_ = true;
    reading_.start();
    store_.refresh([this] {
        looking_ = false;
        timer_.start(static_cast<int>(std::clamp<qint64>(reading_.elapsed() * restFactor, leastPause, 60'000)));
    });
}

}  // namespace ricercar
