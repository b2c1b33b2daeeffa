// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/NoteEdits.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace ricercar {

/// Edits of the notes that are shown. Each is a step of the workspace's undo stack and keeps what it changed, nothing else.
/// The workspace's writer saves what was changed, at once or a little later (setSaving): a piece gets one new version, a take
/// an edited copy, for all edits that follow each other. The window's thread.
class Editing : public QObject {
    Q_OBJECT

public:
    Editing(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Changes& changes);
    ~Editing() override;

    /// Why the notes cannot be changed, in words; empty: they can.
    [[nodiscard]] QString locked() const;
    /// A change of the shown score as a step. `merge` not 0 (Changes::newNumber): joins the last step where that has the same.
    void push(const QString& name, const NoteChange& change, int merge = 0);

    /// Seconds after the first edit that is not written; or:
    enum Saving {
        WhenNeeded = -1,  ///< before other music is shown, another change is made or anything reads the workspace
        AtOnce = 0
    };
    void setSaving(int seconds);
    [[nodiscard]] int saving() const { return saving_; }
    /// Edits wait to be written.
    [[nodiscard]] bool holds() const { return !held_.empty(); }
    /// Writes them now.
    void flush();

    /// Of the piece or take, something is not written yet, or is to be undone once it is shown.
    [[nodiscard]] bool unsaved(StageContent::Kind kind, std::int64_t id) const;
    /// Once all is written, or could not be.
    void whenSaved(std::function<void()> then);

signals:
    /// Edits wait to be written, or none any more.
    void heldChanged();
    /// Notes that an undone or repeated step brought.
    void stepped(const ricercar::NoteList& came);

private:
    class Step;
    struct Work;
    struct Store;
    using Works = std::vector<std::shared_ptr<Work>>;

    [[nodiscard]] bool isShown(const Work& work) const;
    std::shared_ptr<Work> workOfShown();
    /// Now, or once its music is shown again.
    void run(const std::shared_ptr<Work>& work, const NoteChange& change, bool forward, bool tell);
    void make(Work& work, const NoteChange& change, bool forward);
    void shown();
    void showNext();
    void save(const std::shared_ptr<Work>& work);
    void write(const std::shared_ptr<Work>& work);
    void saved(const std::shared_ptr<Work>& work);
    void release();
    void tellPieces();

    struct Order {
        std::shared_ptr<Work> work;
        NoteChange change;
        bool forward = true;
    };

    Jobs& jobs_;
    WorkspaceStore& store_;
    Stage& stage_;
    Notices& notices_;
    Changes& changes_;
    Works works_;
    std::shared_ptr<Work> current_;  ///< of what is shown, once it was edited
    std::deque<Order> waiting_;      ///< for their music to be shown
    std::vector<std::function<void()>> thens_;
    std::vector<Piece> changed_;  ///< to be told of
    QTimer telling_;
    int saving_ = AtOnce;
    Works held_;  ///< to be written later
    QTimer holding_;
    int measured_ = 0;        ///< counts edits: only the last grid counts
    bool measuring_ = false;  ///< the grid of a long score is being made
};

}  // namespace ricercar
