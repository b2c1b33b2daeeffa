// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ricercar {

class Shortcuts;

/// The actions by their menus with their keys; those of the chosen one are edited beneath and are in force at once.
class ShortcutsPage : public QWidget {
    Q_OBJECT

public:
    explicit ShortcutsPage(Shortcuts& shortcuts, QWidget* parent = nullptr);

private:
    void fill();
    void follow();
    void edited();
    void narrow(const QString& words);
    [[nodiscard]] QAction* current() const;

    Shortcuts& shortcuts_;
    QLineEdit* search_;
    QTreeWidget* list_;
    QKeySequenceEdit* keys_;
    QPushButton *none_, *usual_;
    QLabel* problem_;
};

}  // namespace ricercar
