// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace ricercar {

class Stage;
class WorkspaceStore;

/// What an empty workspace offers: three doors, and the tour.
class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(WorkspaceStore& store, Stage& stage, QWidget* parent = nullptr);

    /// The workspace is open, and there is neither a piece nor a take in it, nor music on the stage.
    [[nodiscard]] bool isWanted() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void wantedChanged();
    void demoRequested();
    void filesRequested();
    void folderRequested();
    void openRequested();
    void tourRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* door(const char* name, const QString& sign, const QString& title, const QString& words);
    void refresh();

    WorkspaceStore& store_;
    Stage& stage_;
    QBoxLayout* doors_;
    QBoxLayout* more_;
    bool wanted_ = false;
};

}  // namespace ricercar
