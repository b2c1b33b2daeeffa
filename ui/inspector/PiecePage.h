// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace ricercar {

class Insight;
class Selection;

/// How well the model knows the piece: nats a step, and the notes it expected least. A click selects the cell.
class PiecePage : public QWidget {
    Q_OBJECT

public:
    PiecePage(Insight& insight, Selection& selection, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();

    Insight& insight_;
    Selection& selection_;
    QLabel* figure_;
    QLabel* words_;
    QTreeWidget* notes_;
};

}  // namespace ricercar
