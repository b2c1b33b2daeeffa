#pragma once

#include <QWidget>

#include <filesystem>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace ricercar {

class PieceFilter;
class PieceModel;
class Session;

/// The pieces of the workspace: drop files and folders on it, search, see what was taken and why not.
class DatasetPanel : public QWidget {
    Q_OBJECT

public:
    explicit DatasetPanel(Session& session, QWidget* parent = nullptr);

    /// The ids of the selected rows.
    [[nodiscard]] std::vector<std::int64_t> selected() const;

signals:
    void addFilesWanted();
    void addFolderWanted();
    void demoWanted();
    void dropped(const std::vector<std::filesystem::path>& paths);
    void primerWanted(std::int64_t piece);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* emptyPage();
    QWidget* listPage();
    void update();
    void showReason();
    /// The row of what the session shows.
    void follow();
    void showColumnMenu(const QPoint& at);
    void showMenu(const QPoint& at);
    void removeSelected();

    Session& session_;
    PieceModel* model_;
    PieceFilter* filter_;
    QStackedWidget* pages_;
    QLineEdit* search_;
    QComboBox* states_;
    QTreeView* table_;
    QLabel* reason_;
    QLabel* summary_;
    bool following_ = false;
};

}  // namespace ricercar
