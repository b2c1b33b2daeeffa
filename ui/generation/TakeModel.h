// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"

#include <QAbstractListModel>

#include <functional>

namespace ricercar {

class WorkspaceStore;

/// The takes of the workspace, the newest first.
class TakeModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole };

    explicit TakeModel(WorkspaceStore& store, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& rows) const override;
    /// Writes a take to a file that can be dragged to other programs; its path.
    void setFileOf(std::function<QString(const Take&)> fileOf) { fileOf_ = std::move(fileOf); }
    [[nodiscard]] int rowOf(std::int64_t id) const;

private:
    void reload();

    struct Row {
        std::int64_t id = 0;
        QString title, detail, tip;
        bool unsaved = false;
    };
    [[nodiscard]] static Row rowFor(const Take& take);

    WorkspaceStore& store_;
    std::vector<Row> rows_;
    std::function<QString(const Take&)> fileOf_;
};

}  // namespace ricercar
