// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace ricercar {

class FeatureTable;
class Insight;
class MemoryList;
class Selection;
class Stage;
class ShareBar;

/// The selected cell: what the model saw, how sure it was, what it drew, and what else it might have.
class CellPage : public QWidget {
    Q_OBJECT

public:
    CellPage(Insight& insight, Stage& stage, Selection& selection, QWidget* parent = nullptr);

private:
    void refresh();
    void showProbabilities();
    void showDrawing();
    void showCompletions();

    Insight& insight_;
    Stage& stage_;
    Selection& selection_;
    QLabel *title_, *state_, *hint_;
    QWidget* facts_;
    ShareBar *play_, *articulate_;
    QLabel *surprise_, *drawing_;
    QPushButton* branch_;
    QWidget* memoryPart_;  ///< with its heading
    MemoryList* memory_;
    QTreeWidget* completions_;
    FeatureTable* features_;
};

}  // namespace ricercar
