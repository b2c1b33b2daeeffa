// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"
#include "core/music/Score.h"
#include "ui/services/Newest.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace ricercar {

class Jobs;
class Notices;
class WorkspaceStore;

/// What the stage shows and the transport plays.
struct StageContent {
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

/// The piece, take or growing draft that is shown. Music is read on workers. The window's thread.
class Stage : public QObject {
    Q_OBJECT

public:
    Stage(Jobs& jobs, WorkspaceStore& store, Notices& notices, QObject* parent = nullptr);

    [[nodiscard]] const StageContent& shown() const { return shown_; }
    /// `bring`: it was asked for, so the stage comes forward.
    void showPiece(std::int64_t id, bool bring = true);
    void showTake(std::int64_t id, bool bring = true);
    void showNothing();
    /// Music that was asked for is being read.
    [[nodiscard]] bool awaiting() const { return awaited_ != 0; }
    /// The piece that is shown is being read again: what is read takes the place of any edit made meanwhile.
    [[nodiscard]] bool rereading() const {
        return awaited_ != 0 && shown_.kind == StageContent::Kind::Piece && shown_.id == awaited_;
    }

    /// Asked before music is read: true where its edits are not written yet; the second argument is then called once they are.
    using Writing = std::function<bool(StageContent::Kind, std::int64_t, std::function<void()>)>;
    void setWriting(Writing writing) { writing_ = std::move(writing); }

    /// The same piece or take with other notes.
    void setEdited(std::shared_ptr<const Score> score, PianoRoll roll, int firstStep);
    /// What is shown is kept as another take now.
    void renameShown(std::int64_t id, const QString& title);

    /// Music that grows while it is generated.
    void beginDraft(const StageContent& draft);
    void growDraft(int step, std::span<const Cell> row);
    /// Tells of it, as often as showing it leaves the window its time; `last`: in any case.
    void draftGrown(bool last = false);

signals:
    void shownChanged();
    /// The notes of what is shown were edited, or its title is another; the playhead stays.
    void shownEdited();
    /// What is shown was asked for: bring the roll forward.
    void stageRequested();
    /// The draft has new steps, from this one on.
    void shownGrew(int firstStep);

private:
    [[nodiscard]] bool waitsForWriting(StageContent::Kind kind, std::int64_t id, int asked);
    /// Where nothing is shown: the newest take, else the first piece.
    void showSomething();
    void reloadChanged(const std::vector<std::int64_t>& pieces);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Writing writing_;
    StageContent shown_;
    Newest asked_;              ///< what was to be shown: only the last answer counts
    std::int64_t awaited_ = 0;  ///< a piece to be shown that is being read
    int draftFirst_ = -1;
    QElapsedTimer sinceGrown_;
    qint64 growCost_ = 0;  ///< ms that showing the growth took
};

}  // namespace ricercar
