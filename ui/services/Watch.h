// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>

namespace ricercar {

class Jobs;
class WorkspaceStore;
class Workspace;

/// Sees what other processes and windows change in the open workspace, and that a process that trained a run is gone, and has
/// the workspace's lists read again; and that the file itself is gone. Looks once a second while the program is in use; more
/// rarely where reading the lists takes long.
class Watch : public QObject {
    Q_OBJECT

public:
    Watch(Jobs& jobs, WorkspaceStore& store, QObject* parent = nullptr);

    /// Nothing is looked at while this says yes.
    void pauseWhile(std::function<bool()> busy) { busy_ = std::move(busy); }
    /// Looks now.
    void look();
    /// Writes all that the open workspace holds to another place, though its file be gone: as long as it is open, its content
    /// is there. Unsaved takes come along. `then`: once it stands there.
    void saveCopy(const std::filesystem::path& path, std::function<void()> then);
    /// The file is not where it was.
    [[nodiscard]] bool lost() const { return lost_; }

signals:
    /// The open workspace's file was deleted, or another one stands in its place.
    void fileLost(bool replaced);
    void fileFound();
    /// What core said of a copy that failed.
    void failed(const ricercar::Message& problem);

private:
    struct Connection;
    void tick();
    struct Seen;
    void saw(const Seen& seen);
    void looked(std::int64_t counter);

    Jobs& jobs_;
    WorkspaceStore& store_;
    std::function<bool()> busy_;
    std::shared_ptr<Connection> connection_;  ///< used by one worker at a time
    std::int64_t counter_ = -1;
    bool looking_ = false;
    bool lost_ = false;
    QTimer timer_;
    QElapsedTimer reading_;
};

}  // namespace ricercar
