// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"

#include <QAbstractListModel>

namespace ricercar {

class WorkspaceStore;

/// The runs of the workspace, the newest first.
class RunModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole };

    explicit RunModel(WorkspaceStore& store, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Row of a run; -1: not there.
    [[nodiscard]] int rowOf(std::int64_t id) const;

private:
    void reload();

    WorkspaceStore& store_;
    std::vector<Run> runs_;
};

/// "Finished", "Stopped" ... A run that is recorded as running but not trained in this window was interrupted.
QString runStateName(RunState state);

}  // namespace ricercar
