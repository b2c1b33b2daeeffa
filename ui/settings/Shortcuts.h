// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

#include <vector>

class QAction;
class QMenu;
class QSettings;

namespace ricercar {

/// The keys of the window's actions: those they are made with, and what a person chose instead, which is kept in the settings.
class Shortcuts : public QObject {
    Q_OBJECT

public:
    struct Entry {
        QAction* action;
        QString menu;  ///< that it stands in
        QList<QKeySequence> usual;
    };

    Shortcuts(QSettings& settings, QObject* parent);

    /// All actions of a menu and of its menus that have a name; those already known stay.
    void addMenu(const QMenu& menu);
    /// What was chosen before, for the actions known by now.
    void restore();
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    /// Empty: no keys.
    void choose(QAction& action, const QKeySequence& keys);
    void reset(QAction& action);
    /// Another action with these keys; nullptr: they are free.
    [[nodiscard]] QAction* usedBy(const QKeySequence& keys, const QAction& but) const;

signals:
    void changed();

private:
    void addMenu(const QMenu& menu, const QString& title);
    [[nodiscard]] const Entry* entryOf(const QAction& action) const;

    QSettings& settings_;
    std::vector<Entry> entries_;
};

}  // namespace ricercar
