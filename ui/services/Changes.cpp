// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Changes.h"

#include "ui/services/Jobs.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <utility>

namespace ricercar {

class Changes::Step final : public QUndoCommand {
public:
    Step(Changes& changes, Change change, int serial)
        : QUndoCommand(change.name), changes_(changes), change_(std::move(change)), serial_(serial) {}

    [[nodiscard]] int serial() const { return serial_; }
    [[nodiscard]] int number() const { return change_.replaces; }
    [[nodiscard]] int id() const override { return change_.replaces == 0 ? -1 : change_.replaces; }

    void redo() override {
        const bool first = std::exchange(first_, false);
        changes_.add({changes_.path_, first && change_.listed ? change_.name : QString(), change_.redo,
                      [&changes = changes_, done = change_.done, serial = serial_, first](bool changed) {
                          if (first && !changed) changes.forget(serial);
                          if (done) done();
                      }});
    }

    void undo() override {
        if (isObsolete()) return;
        changes_.add({changes_.path_,
                      {},
                      [undo = change_.undo](Workspace& workspace, const Task&) {
                          undo(workspace);
                          return true;
                      },
                      [done = change_.done](bool) {
                          if (done) done();
                      }});
    }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* later = dynamic_cast<const Step*>(other);
        if (!later || later->id() != id()) return false;
        change_.name = later->change_.name;
        change_.redo = later->change_.redo;
        change_.done = later->change_.done;
        setText(change_.name);
        return true;
    }

private:
    Changes& changes_;
    Change change_;
    int serial_;
    bool first_ = true;
};

Changes::Changes(Jobs& jobs, QObject* parent) : QObject(parent), jobs_(jobs) {
    connect(&stack_, &QUndoStack::indexChanged, this, &Changes::dropForgotten);
}

Changes::~Changes() = default;

void Changes::setWorkspace(const std::filesystem::path& path) {
    emit adding();
    path_ = path;
    stack_.clear();
}

void Changes::push(Change change) { stack_.push(new Step(*this, std::move(change), ++serial_)); }

bool Changes::isLast(int number) const {
    if (number == 0 || stack_.index() == 0) return false;
    const auto* step = dynamic_cast<const Step*>(stack_.command(stack_.index() - 1));
    return step && step->number() == number && stack_.index() == stack_.count();
}

void Changes::write(std::function<void(Workspace&)> work, std::function<void()> then) {
    add({path_,
         {},
         [work = std::move(work)](Workspace& workspace, const Task&) {
             work(workspace);
             return true;
         },
         [then = std::move(then)](bool written) {
             if (written && then) then();
         }});
}

void Changes::add(Order order) {
    emit adding();
    waiting_.push_back(std::move(order));
    if (!busy_) next();
}

void Changes::finish() {
    while (!idle()) QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

void Changes::next() {
    if (waiting_.empty()) return;
    busy_ = true;
    Order order = std::move(waiting_.front());
    waiting_.pop_front();
    const auto work = [path = order.workspace, work = std::move(order.work)](const Task& task) {
        Workspace workspace = Workspace::existing(path);
        return work(workspace, task);
    };
    const auto over = [this, then = std::move(order.then)](bool changed) {
        busy_ = false;
        if (changed) emit made();
        then(changed);
        if (!busy_) next();
    };
    const auto broken = [this, over](const Message& problem) {
        emit failed(problem);
        over(false);
    };
    if (order.title.isEmpty())
        jobs_.ask(this, work, over, broken);
    else
        jobs_.start(order.title, this, work, over, broken);
}

void Changes::forget(int serial) {
    for (int i = 0; i < stack_.count(); ++i)
        if (auto* step = dynamic_cast<Step*>(const_cast<QUndoCommand*>(stack_.command(i))); step && step->serial() == serial)
            step->setObsolete(true);
    dropForgotten();
}

void Changes::dropForgotten() {
    // the stack drops an obsolete step when that is undone
    if (stack_.index() > 0 && stack_.command(stack_.index() - 1)->isObsolete()) stack_.undo();
}

}  // namespace ricercar
