// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Workspace.h"
#include "ui/services/Newest.h"
#include "ui/services/ShippedModels.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ricercar {

class Changes;
class Jobs;
class Notices;

/// The open workspace: mirrors of its lists, read on workers and told of by signals. The window's thread.
class WorkspaceStore : public QObject {
    Q_OBJECT

public:
    WorkspaceStore(Jobs& jobs, Changes& changes, Notices& notices, QObject* parent = nullptr);

    /// Opens, or creates; then opened() or openFailed(). Once open, nothing ever makes a file in its place.
    void open(const std::filesystem::path& path);
    [[nodiscard]] bool isOpen() const { return openings_ > 0; }
    /// Counts the workspaces that were opened.
    [[nodiscard]] int openings() const { return openings_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    [[nodiscard]] const std::vector<TakeRow>& takes() const { return takes_; }
    /// The models to generate with: those of the runs, those that were opened, those that ship.
    [[nodiscard]] const std::vector<CheckpointChoice>& checkpoints() const { return checkpoints_; }
    /// A model from elsewhere, which stands among the checkpoints of every workspace until the program ends.
    void addModel(CheckpointChoice model);
    [[nodiscard]] const Piece* piece(std::int64_t id) const;
    /// Null: there is none.
    [[nodiscard]] const TakeRow* takeRow(std::int64_t id) const;
    [[nodiscard]] std::optional<Take> take(std::int64_t id) const;

    void reloadPieces();
    /// These pieces have other versions or tags now: the list is read again; then piecesRewritten().
    void reloadPieces(const std::vector<std::int64_t>& changed);
    void reloadRuns();
    /// `then` runs once the lists are there.
    void reloadTakes(std::function<void()> then = {});
    /// Reads all lists again, as another process or window may have changed them; tells only of what differs. `then`: always.
    void refresh(std::function<void()> then = {});
    /// Pieces that are in the file: in the list at once, before it is read again.
    void putPieces(std::vector<Piece> pieces);
    /// Takes that are in the file: in the list at once.
    void putTakes(const std::vector<Take>& takes);
    void putTake(const Take& take) { putTakes({take}); }

    /// A take that could not be written: it stays in the list, under a number below 0, and is written as soon as it can be.
    std::int64_t keepUnsaved(Take take);
    [[nodiscard]] static bool isUnsaved(std::int64_t take) { return take < 0; }
    [[nodiscard]] bool hasUnsaved() const { return !unsaved_.empty(); }
    /// Tries again now; takeSaved() for each that was written. Tried by itself every ten seconds. `problem`: why not.
    void saveUnsaved(std::function<void(const Message& problem)> failed = {});

    /// The run that is trained in this window; 0: none.
    void setLiveRun(std::int64_t run) { liveRun_ = run; }
    [[nodiscard]] std::int64_t liveRun() const { return liveRun_; }

    // Steps on the workspace's stack. A run's files go when its removal can no longer be undone.
    void removePieces(const std::vector<std::int64_t>& ids);
    void removeRun(std::int64_t id);
    void removeTake(std::int64_t id) { removeTakes({id}); }
    void removeTakes(const std::vector<std::int64_t>& ids);
    void renameTake(std::int64_t id, const QString& name);
    /// Adds a tag to takes, or takes it from them.
    void tagTakes(const std::vector<std::int64_t>& ids, const QString& tag, bool on);
    /// What was done with takes: in the list at once, and written in its turn; no step.
    void markTakes(const std::vector<std::int64_t>& ids, const std::function<void(TakeMarks&)>& change);
    /// What was worked out, and is in the file: into the list.
    void putFacts(const std::vector<std::pair<std::int64_t, TakeFacts>>& facts);
    /// Makes one step of what an import brought in: it can be undone as a whole.
    void importedPieces(const std::vector<std::int64_t>& ids);

signals:
    void opened();
    /// A workspace could not be opened; the one before stays open, where there is one.
    void openFailed(const QString& sentence);
    /// The first `same` of them are as they were.
    void piecesChanged(int same = 0);
    void runsChanged();
    void takesChanged();
    /// Marks or facts of some takes are others now.
    void takesMarked(const std::vector<std::int64_t>& takes);
    /// Lists were read from the file; what changed was told before.
    void listsRead();
    /// What reloadPieces was told of is in the list.
    void piecesRewritten(const std::vector<std::int64_t>& pieces);
    /// They are on their way out.
    void removingPieces(const std::vector<std::int64_t>& pieces);
    void removingTake(std::int64_t take);
    /// An unsaved take is in the file now, under another number.
    void takeSaved(std::int64_t before, std::int64_t now);
    /// Another process or window has changed datasets or the subsets of pieces.
    void datasetsChangedElsewhere();

private:
    struct Lists;
    void adopt(Lists lists);
    /// Lists that were read again by `question`.
    void takeChanged(Lists now, int piecesQuestion, int takesQuestion);
    void listCheckpoints();
    /// The file's takes, and the unsaved ones behind them.
    void setTakes(std::vector<TakeRow> takes);
    /// Marks that were made, and takes that were put, since lists were asked for by `question`.
    void keepFresh(std::vector<TakeRow>& takes, int question);
    void keepMarks(std::vector<TakeRow>& takes, int question);
    void tellRewritten(int answered);

    Jobs& jobs_;
    Changes& changes_;
    Notices& notices_;
    int openings_ = 0;
    std::filesystem::path path_;
    std::filesystem::path runsFolder_;
    std::vector<Piece> pieces_;
    std::vector<Run> runs_;
    std::vector<TakeRow> takes_;
    std::vector<TakeRow> unsaved_;
    struct FreshMarks {
        TakeMarks marks;
        std::optional<int> writtenBefore;  ///< this question; nothing: not written yet
    };
    std::map<std::int64_t, FreshMarks> freshMarks_;
    std::map<std::int64_t, int> putAfter_;  ///< takes, and the last question before them: earlier answers may not have them
    std::vector<CheckpointChoice> checkpoints_;
    std::vector<CheckpointChoice> openedModels_;  ///< the newest first
    std::string datasetsSeen_;                    ///< what they were when the file was last looked at
    std::int64_t liveRun_ = 0;
    QTimer retry_;  ///< of unsaved takes
    bool saving_ = false;
    std::int64_t lastUnsaved_ = 0;
    Newest opening_;  ///< answers for an earlier workspace are dropped
    Newest piecesAsked_, takesAsked_;
    std::vector<std::int64_t> rewritten_;  ///< to be told of once the list has come
    int rewrittenSince_ = 0;               ///< that was asked for as this
};

}  // namespace ricercar
