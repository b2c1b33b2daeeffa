// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QBoxLayout;
class QListView;
class QPushButton;
class QStackedWidget;

namespace ricercar {

class Stage;
class WorkspaceStore;
class TakeDelegate;
class TakeModel;
struct Take;

/// What was generated: a click shows it in the roll; export and remove.
/// The takes: a strip of small rolls where the panel is wide, else a list of them.
class TakesPanel : public QWidget {
    Q_OBJECT

public:
    explicit TakesPanel(WorkspaceStore& store, Stage& stage, QWidget* parent = nullptr);

    /// A row can be dragged out of the window: as the file that this writes.
    void setFileOf(std::function<QString(const Take&)> fileOf);

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void exportMidiRequested();
    void exportWavRequested();
    void primerRequested(std::int64_t take);
    /// The form is to show how it was made.
    void setupRequested(std::int64_t take);
    /// It is to be learnt from.
    void datasetRequested(std::int64_t take);

private:
    void follow();
    void showMenu(const QPoint& at);
    [[nodiscard]] std::int64_t current() const;

    WorkspaceStore& store_;
    Stage& stage_;
    TakeModel* model_;
    TakeDelegate* cards_;
    QBoxLayout* line_;
    QStackedWidget* pages_;
    QListView* list_;
    QPushButton* midi_;
    QPushButton* wav_;
};

}  // namespace ricercar
