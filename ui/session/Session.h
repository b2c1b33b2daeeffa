#pragma once

#include "core/dataset/Workspace.h"
#include "core/music/Score.h"
#include "ui/session/Changes.h"
#include "ui/session/ShippedModels.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ricercar {

class Editing;
class Jobs;

enum class Severity { Info, Warning, Error };

/// What can be done about something that was said, at a click.
struct Offer {
    QString words;
    std::function<void()> take;
};

/// What the stage shows and the transport plays.
struct Shown {
    enum class Kind { Nothing, Piece, Take, Draft };
    Kind kind = Kind::Nothing;
    std::int64_t id = 0;  ///< of the piece or take
    QString title;
    PianoRoll roll;
    double tempo = 120;
    int primerSteps = 0;                   ///< steps at the start that were given, not generated
    std::shared_ptr<const Score> score{};  ///< the same music as notes in ticks per quarter; null: the roll is all there is
    int firstStep = 0;                     ///< of the roll, in the score's grid
    bool keepDrums = false;                ///< the score's drums are in the roll
};

/// A cell of what is shown: the one thing that roll, tensor and inspector have selected together.
struct CellRef {
    int step = 0;
    int pitch = 0;
    friend bool operator==(const CellRef&, const CellRef&) = default;
};

/// A model to generate with.
/// Which workspace is open, what is in it and what is shown. Panels talk through it and do not know each other.
/// The workspace is read on worker threads: lists arrive by signal.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(Jobs& jobs, QObject* parent = nullptr);
    ~Session() override;

    /// Opens, or creates; then opened() or said().
    void open(const std::filesystem::path& path);
    [[nodiscard]] bool isOpen() const { return open_; }
    /// Counts the workspaces that were opened.
    [[nodiscard]] int opening() const { return opening_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    [[nodiscard]] const std::vector<Take>& takes() const { return takes_; }
    [[nodiscard]] const std::vector<CheckpointChoice>& checkpoints() const { return checkpoints_; }
    [[nodiscard]] const Shown& shown() const { return shown_; }
    [[nodiscard]] const Piece* piece(std::int64_t id) const;
    [[nodiscard]] const Take* take(std::int64_t id) const;

    /// Steps of the whole workspace that can be undone; cleared when another one opens.
    [[nodiscard]] QUndoStack& undoStack() { return changes_.stack(); }
    /// Every change of the workspace that people make goes through here.
    [[nodiscard]] Changes& changes() { return changes_; }
    /// What changes the notes of what is shown.
    [[nodiscard]] Editing& editing() { return *editing_; }

    void reloadPieces();
    /// These pieces have other versions or tags now: the list is read again, and so is what is shown where it is one of them.
    void reloadPieces(const std::vector<std::int64_t>& changed);
    /// Reads all lists again, as another process or window may have changed them; tells only of what differs. `then`: always.
    void refresh(std::function<void()> then = {});
    void reloadRuns();
    /// The run that is trained in this window; 0: none.
    void setLiveRun(std::int64_t run) { liveRun_ = run; }
    [[nodiscard]] std::int64_t liveRun() const { return liveRun_; }
    /// `then` runs once the lists are there.
    void reloadTakes(std::function<void()> then = {});
    /// While an import runs: shown at once, before the list is read again.
    void appendPieces(std::vector<Piece> pieces);

    /// `bring`: it was asked for, so the stage comes forward.
    void showPiece(std::int64_t id, bool bring = true);
    void showTake(std::int64_t id, bool bring = true);
    void showNothing();
    /// Music that was asked for is being read.
    [[nodiscard]] bool awaiting() const { return awaited_ != 0; }
    /// The same piece or take with other notes.
    void setEdited(std::shared_ptr<const Score> score, PianoRoll roll, int firstStep);
    /// What is shown is kept as another take now.
    void renameShown(std::int64_t id, const QString& title);
    /// A take that was written: in the list at once.
    void putTake(Take take);
    /// Music that grows while it is generated.
    void beginDraft(const Shown& draft);
    void growDraft(int step, std::span<const Cell> row);
    /// Tells of it, as often as showing it leaves the window its time; `last`: in any case.
    void draftGrown(bool last = false);

    /// Of what is shown; nothing: none. Forgotten when something else is shown.
    void selectCell(std::optional<CellRef> cell);
    [[nodiscard]] const std::optional<CellRef>& selectedCell() const { return selectedCell_; }

    void removePieces(const std::vector<std::int64_t>& ids);
    void removeRun(std::int64_t id);
    void removeTake(std::int64_t id);

    void say(Severity severity, const QString& sentence) { emit said(severity, sentence); }
    void say(Severity severity, const QString& sentence, const Offer& offer);

signals:
    void opened();
    /// The first `same` of them are as they were.
    void piecesChanged(int same = 0);
    void runsChanged();
    void takesChanged();
    void shownChanged();
    /// The notes of what is shown were edited, or its title is another; the playhead stays.
    void shownEdited();
    /// What is shown was asked for: bring the roll forward.
    void stageWanted();
    void cellSelected();
    /// The draft has new steps, from this one on.
    void shownGrew(int firstStep);
    /// Something a person should read; not modal.
    void said(ricercar::Severity severity, const QString& sentence);
    /// Belongs to what was just said.
    void offered(const ricercar::Offer& offer);
    /// A workspace could not be opened; the one before stays open, where there is one.
    void openFailed(const QString& sentence);
    /// Another process or window has changed datasets or the sides of pieces.
    void datasetsChangedElsewhere();

private:
    /// Where nothing is shown: the newest take, else the first piece.
    void showSomething();
    void listCheckpoints();
    void showChanged(int answered);

    Jobs& jobs_;
    Changes changes_;
    std::unique_ptr<Editing> editing_;
    bool open_ = false;
    int opening_ = 0;
    std::filesystem::path path_;
    std::filesystem::path runsFolder_;
    std::vector<Piece> pieces_;
    std::vector<Run> runs_;
    std::vector<Take> takes_;
    std::vector<CheckpointChoice> checkpoints_;
    std::string datasetsSeen_;  ///< what they were when the file was last looked at
    Shown shown_;
    std::optional<CellRef> selectedCell_;
    std::pair<Shown::Kind, std::int64_t> selectedIn_{};
    std::int64_t liveRun_ = 0;
    int draftFirst_ = -1;
    std::int64_t awaited_ = 0;  ///< a piece to be shown that is being read
    QElapsedTimer sinceGrown_;
    qint64 growCost_ = 0;                       ///< ms that showing the growth took
    int generation_ = 0;                        ///< counts openings: answers for an earlier workspace are dropped
    int asked_ = 0;                             ///< counts what was to be shown: only the last answer counts
    int takesAsked_ = 0, takesAnswered_ = 0;    ///< of the lists of takes: none replaces a newer one
    int piecesAsked_ = 0, piecesAnswered_ = 0;  ///< of the lists of pieces
    std::unordered_set<std::int64_t> changed_;  ///< pieces to be shown anew once the list has come that was asked for as
    int changedAsked_ = 0;                      ///< number so and so
};

}  // namespace ricercar
