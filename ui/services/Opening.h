// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <filesystem>
#include <string>
#include <vector>

namespace ricercar {

class Importing;
class Jobs;
class Notices;
class Stage;
struct Take;
class WorkspaceStore;

/// Opens files as a double click in a file manager means it: a workspace is opened, models are offered for generating, a take
/// that the program exported is shown, with its setup, and not learnt from; all else is imported into the workspace; a single
/// file of music is shown then.
class Opening : public QObject {
    Q_OBJECT

public:
    Opening(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Importing& importing, QObject* parent = nullptr);

    void open(const std::vector<std::filesystem::path>& paths);

signals:
    /// It is among the workspace's checkpoints now.
    void modelOpened(const std::filesystem::path& path);
    /// It is among the workspace's takes now, and shown.
    void takeOpened(std::int64_t take);

private:
    void openRest(const std::vector<std::filesystem::path>& models, const std::vector<std::filesystem::path>& music);
    void openMusic(const std::vector<std::filesystem::path>& music);
    void importMusic(const std::vector<std::filesystem::path>& music);
    void openTake(const Take& take);
    void openModel(const std::filesystem::path& path);
    void showOnceThere(const std::filesystem::path& music);
    void showAwaited();

    Jobs& jobs_;
    WorkspaceStore& store_;
    Stage& stage_;
    Notices& notices_;
    Importing& importing_;
    QPointer<QObject> opening_;  ///< a workspace that is being opened, and what waits for it
    std::string awaited_;        ///< hash of the file to be shown; empty: none
};

/// By its name, or by its first bytes.
bool isModelFile(const std::filesystem::path& path);

}  // namespace ricercar
