// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <deque>
#include <filesystem>
#include <functional>

namespace ricercar {

class Jobs;

/// A step that can be undone. `redo` and `undo` run on a worker, with a connection of their own.
struct Change {
    QString name;  ///< of the step, for people: "Find the beat (3 pieces)"
    /// Makes the change, the first time and again. False: there was nothing to change, and the step is forgotten.
    std::function<bool(Workspace&, const Task&)> redo;
    std::function<void(Workspace&)> undo;
    std::function<void()> done{};  ///< on the window's thread after each of them, also where it failed
    bool listed = false;           ///< shown among the jobs, with progress and stop, when it is made for the first time
    /// Not 0: takes the place of the last step where that has the same number, and is undone as that one was. Its `redo` has to
    /// start from what that one started from.
    int replaces = 0;
};

/// Changes of the open workspace: one stack of steps for all of it, and one worker that carries them out one after the other,
/// in the order they were asked for, however quickly they are undone and redone. The window's thread.
class Changes : public QObject {
    Q_OBJECT

public:
    explicit Changes(Jobs& jobs, QObject* parent = nullptr);
    ~Changes() override;

    /// Another workspace is open: the steps are forgotten; what is under way is still written to the earlier one.
    void setWorkspace(const std::filesystem::path& path);
    [[nodiscard]] QUndoStack& stack() { return stack_; }

    /// Makes a change that can be undone.
    void push(Change change);
    /// Whether the last step is of that number (Change::replaces) and not undone.
    [[nodiscard]] bool isLast(int number) const;
    /// A number for Change::replaces.
    [[nodiscard]] int newNumber() { return ++number_; }
    /// A change that cannot be undone, in its turn. `then`: on the window's thread; not where it failed.
    void write(std::function<void(Workspace&)> work, std::function<void()> then = {});
    /// Nothing is under way or waits.
    [[nodiscard]] bool idle() const { return waiting_.empty() && !busy_; }
    /// Waits for that, before the program ends; the window still paints.
    void finish();

signals:
    /// Another one is about to take its place in the order, or another workspace is opened: now or never.
    void adding();
    /// One has been carried out, or undone.
    void made();
    /// What core said of a change that failed.
    void failed(const ricercar::Message& problem);

private:
    class Step;
    struct Order {
        std::filesystem::path workspace;
        QString title;  ///< empty: not listed
        std::function<bool(Workspace&, const Task&)> work;
        std::function<void(bool)> then;  ///< false: nothing was changed, or it failed
    };
    void add(Order order);
    void next();
    void forget(int serial);
    void dropForgotten();

    Jobs& jobs_;
    QUndoStack stack_;
    std::filesystem::path path_;
    std::deque<Order> waiting_;
    bool busy_ = false;
    int number_ = 0;
    int serial_ = 0;  ///< counts steps
};

}  // namespace ricercar
