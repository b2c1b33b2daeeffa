// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Task.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>

namespace ricercar {

class Curation;
class Jobs;
class Notices;
class WorkspaceStore;
class Workspace;
struct Dataset;

/// Writes the table, or the current dataset's music by its split, to files: each a job.
class DatasetExport : public QObject {
    Q_OBJECT

public:
    DatasetExport(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, QObject* parent = nullptr);

    /// All pieces as CSV, with their subsets in the current dataset.
    void writeTable(const std::filesystem::path& file);
    /// Into folders train, validation and test.
    void writeMidi(const std::filesystem::path& folder);
    void writeNumpy(const std::filesystem::path& folder);

signals:
    void written(const std::filesystem::path& path);

private:
    using Work = std::function<int(Workspace&, const Dataset&, const Task&)>;
    void start(const QString& title, const std::filesystem::path& to, Work work, std::function<QString(int)> sentence);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Curation& curation_;
};

}  // namespace ricercar
