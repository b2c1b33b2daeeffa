// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QStackedWidget;

namespace ricercar {

class RunModel;
class WorkspaceStore;

/// The training runs of the workspace: a click shows the curve, the menu goes on with it or generates from it.
class RunsPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunsPanel(WorkspaceStore& store, QWidget* parent = nullptr);

    /// The run in hand; 0: none.
    [[nodiscard]] std::int64_t current() const;
    /// Marks its row; chosen() stays silent.
    void select(std::int64_t run);

signals:
    void chosen(std::int64_t run);
    void resumeRequested(std::int64_t run);
    void fineTuneRequested(std::int64_t run);
    void generateRequested(std::int64_t run);

private:
    void showMenu(const QPoint& at);

    WorkspaceStore& store_;
    RunModel* model_;
    QStackedWidget* pages_;
    QListView* list_;
};

}  // namespace ricercar
