// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/TakeExport.h"

#include <QElapsedTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QListView;
class QMenu;
class QModelIndex;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ricercar {

class Audition;
class FigureBars;
class Stage;
class TakeDelegate;
class TakeFigures;
class TakeFilter;
class TakeModel;
class TakeTree;
class WorkspaceStore;

/// What was generated, as a strip of small rolls where the panel is wide, else a list of them: a click or Space plays, L likes,
/// F2 renames, Delete removes. Beside it the figures of the one that is shown, and what it shares with the dataset.
class TakesPanel : public QWidget {
    Q_OBJECT

public:
    TakesPanel(WorkspaceStore& store, Stage& stage, Audition& audition, TakeFigures& figures, const TakeTree& tree,
               QWidget* parent = nullptr);

    /// A row can be dragged out of the window: as the file that this writes.
    void setFileOf(std::function<QString(const Take&)> fileOf);
    /// Takes that are selected, in the order of the list.
    [[nodiscard]] std::vector<std::int64_t> selected() const;
    /// The temperatures of a row of takes from one seed.
    static const std::vector<double>& sweepTemperatures();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void exportMidiRequested();
    void exportWavRequested();
    void exportSheetRequested();
    void exportTakesRequested(const std::vector<std::int64_t>& takes, TakeLayout layout, TakeFormat format);
    void primerRequested(std::int64_t take);
    /// The form is to show how it was made.
    void setupRequested(std::int64_t take);
    /// New bars after its last one.
    void continueRequested(std::int64_t take);
    /// It is to be learnt from.
    void datasetRequested(std::int64_t take);
    /// The same again at a row of temperatures.
    void sweepRequested(std::int64_t take);
    /// At those a person has written; `words` that are none.
    void sweepAtRequested(std::int64_t take, const std::vector<double>& temperatures);
    void temperaturesRefused(const QString& words);
    /// A piece at the passage that the shown take shares with it.
    void passageRequested(std::int64_t piece, int firstStep, int steps);

private:
    QWidget* makeControls();
    void connectControls();
    QWidget* makeFigures();
    void follow();
    void showReport();
    void fillTags();
    void sortAnew();
    void showMenu(const QPoint& at);
    void fillExport(QMenu& menu);
    /// The takes that it goes on from, and that go on from it.
    void fillFamily(QMenu& menu, std::int64_t take);
    void fillTagMenu(QMenu& menu, const std::vector<std::int64_t>& takes);
    void askTemperatures(std::int64_t take);
    void askTag(const std::vector<std::int64_t>& takes);
    void clicked(const QModelIndex& row);
    bool keyPressed(int key);
    void like();
    void arrange();
    [[nodiscard]] std::int64_t current() const;

    WorkspaceStore& store_;
    Stage& stage_;
    Audition& audition_;
    TakeFigures& figures_;
    const TakeTree& tree_;
    TakeModel* model_;
    TakeFilter* filter_;
    TakeDelegate* cards_;
    QBoxLayout* line_;
    QStackedWidget* pages_;
    QListView* list_;
    FigureBars* bars_ = nullptr;
    QPushButton* passage_ = nullptr;
    QLineEdit* words_ = nullptr;
    QToolButton* liked_ = nullptr;
    QComboBox* tag_ = nullptr;
    QComboBox* order_ = nullptr;
    QToolButton* swap_ = nullptr;
    QToolButton* showFigures_ = nullptr;
    QPushButton* export_ = nullptr;
    std::optional<bool> figuresWanted_;  ///< by a person; nothing: where two cards stay beside them
    QElapsedTimer sinceClick_;
    std::int64_t clicked_ = 0;  ///< the last one
    QWidget* controls_;         ///< made of those above
    QWidget* beside_;           ///< figures and the passage
};

}  // namespace ricercar
