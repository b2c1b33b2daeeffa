// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <vector>

class QMenu;
class QWidget;

namespace ricercar {

class Changes;
class Curation;
class Jobs;
class Notices;
class WorkspaceStore;

/// Menus of what can be done to pieces: remedies, tags, the subset in the dataset. What all of the pieces have is checked;
/// choosing it again takes it back.
class PieceMenus : public QObject {
    Q_OBJECT

public:
    /// Forms that are opened belong to `window`.
    PieceMenus(Jobs& jobs, WorkspaceStore& store, Notices& notices, Changes& changes, Curation& curation, QWidget* window);

    /// Adds the submenus.
    void addTo(QMenu* menu, const std::vector<std::int64_t>& pieces);
    void fillRemedies(QMenu* menu, const std::vector<std::int64_t>& pieces);
    void fillTags(QMenu* menu, const std::vector<std::int64_t>& pieces);
    void fillSubsets(QMenu* menu, const std::vector<std::int64_t>& pieces);

private:
    void askTag(const std::vector<std::int64_t>& pieces);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Changes& changes_;
    Curation& curation_;
    QWidget* window_;
};

}  // namespace ricercar
