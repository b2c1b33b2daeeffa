// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenu>
#include <QObject>
#include <QWidget>

#include <functional>
#include <vector>

namespace ricercar {

class RollEditor;
class RollView;

/// What the keyboard and the menus do to the selected notes. Each action that would do nothing is disabled, and its tooltip
/// says why.
class NoteActions : public QObject {
    Q_OBJECT

public:
    /// Their shortcuts hold where `owner` or a child of it has the focus.
    NoteActions(RollView& view, RollEditor& editor, QWidget* owner);

    /// Select, pencil, eraser.
    [[nodiscard]] const std::vector<QAction*>& modes() const { return modes_; }
    /// The text field's Cut, Copy, Paste, Select all mean these while the roll has the focus.
    [[nodiscard]] QAction* cut() const { return cut_; }
    [[nodiscard]] QAction* copy() const { return copy_; }
    [[nodiscard]] QAction* paste() const { return paste_; }
    [[nodiscard]] QAction* selectAll() const { return selectAll_; }
    /// All but these four.
    void fill(QMenu& menu) const;
    /// All of them, for the notes.
    void fillAll(QMenu& menu) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

    /// The roll's context menu, at a place of the view.
    void showMenu(QPointF at);

signals:
    void loopRequested(int from, int to);
    /// The context menu has its entries and is about to open.
    void menuOpening(QMenu* menu);

private:
    struct Entry {
        QAction* action;
        std::function<QString()> reason;  ///< why it does nothing, in words; empty: it does
    };
    using Reason = std::function<QString()>;
    QAction* add(const char* name, const QString& text, const QList<QKeySequence>& keys, const Reason& reason,
                 const std::function<void()>& act);
    void makeModes();
    void makeSelecting();
    void makeClipboard();
    void makeShaping();
    void makeMoving();
    void makeVelocities();
    /// Its shortcut is told, but another takes it: a menu's for all texts, or the view itself.
    static void tellShortcut(QAction* action, const QKeySequence& keys);
    void update();
    void copyNow() const;
    void pasteNow();
    void split();
    void askQuantise();
    void askVelocity();
    void nudge(int gridSteps, int semitones);

    RollView& view_;
    RollEditor& editor_;
    QWidget* owner_;
    std::vector<Entry> entries_;
    std::vector<QAction*> modes_, selecting_, shaping_, moving_, velocities_;
    QAction *cut_ = nullptr, *copy_ = nullptr, *paste_ = nullptr, *selectAll_ = nullptr, *loop_ = nullptr;
};

}  // namespace ricercar
