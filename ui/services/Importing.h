// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Importer.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <vector>

namespace ricercar {

class Jobs;
class Notices;
class WorkspaceStore;

/// Imports files, folders, archives and published rolls, of whatever meter, into the open workspace, one job at a time; what is
/// asked meanwhile waits its turn.
class Importing : public QObject {
    Q_OBJECT

public:
    Importing(Jobs& jobs, WorkspaceStore& store, Notices& notices, QObject* parent = nullptr);

    void start(const std::vector<std::filesystem::path>& paths);
    void startDemo();
    [[nodiscard]] bool running() const { return running_; }

signals:
    void finished(const ricercar::ImportReport& report);
    /// The rejected pieces are to be shown.
    void rejectedRequested();

private:
    void next();
    void report(const ImportReport& report);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    std::vector<std::vector<std::filesystem::path>> waiting_;
    bool running_ = false;
};

}  // namespace ricercar
