// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Piece.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;

namespace ricercar {

class Curation;
class FoldedText;
class PieceFilter;
class PieceModel;
class PieceTable;
class Stage;
class WorkspaceStore;

/// The pieces of the workspace: drop files and folders on it, search, see what was taken and why not.
class DatasetPanel : public QWidget {
    Q_OBJECT

public:
    DatasetPanel(WorkspaceStore& store, Stage& stage, Curation& curation, QWidget* parent = nullptr);

    /// The ids of the selected rows.
    [[nodiscard]] std::vector<std::int64_t> selected() const;
    /// Lists all pieces of a state; nothing: all pieces.
    void listOnly(std::optional<PieceState> state);
    /// Columns and sorting, to be kept between sessions.
    [[nodiscard]] QStringList tableLayout() const;
    /// To be filled with the ways to export.
    [[nodiscard]] QMenu* exportMenu() const { return exportMenu_; }
    void restoreTableLayout(const QStringList& words);
    /// A row above the table.
    void addHeader(QWidget* row);

signals:
    void demoRequested();
    void addFilesRequested();
    void addFolderRequested();
    void openRequested();
    void newRequested();
    void primerRequested(std::int64_t piece);
    /// The menu of the selected pieces is about to open: what else can be done with them goes in here.
    void menuOpening(QMenu* menu, const std::vector<std::int64_t>& pieces);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* emptyPage();
    /// No workspace is open, and why.
    QWidget* closedPage();
    QWidget* listPage();
    void refresh();
    void showReason();
    /// The row of what the stage shows.
    void follow();
    void showMenu(const QPoint& at);
    void removeSelected();

    WorkspaceStore& store_;
    Stage& stage_;
    Curation& curation_;
    PieceModel* model_;
    PieceFilter* filter_;
    QStackedWidget* pages_;
    QLineEdit* search_;
    QComboBox* states_;
    QComboBox* subsets_;
    PieceTable* table_;
    QMenu* exportMenu_;
    QLabel* problem_;
    FoldedText* reason_;
    QLabel* summary_;
    bool following_ = false;
};

}  // namespace ricercar
