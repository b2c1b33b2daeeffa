// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Stage.h"

#include "core/base/Error.h"
#include "core/workbench/Takes.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/PieceMusic.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <utility>

namespace ricercar {

Stage::Stage(Jobs& jobs, WorkspaceStore& store, Notices& notices, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), notices_(notices) {
    connect(&store_, &WorkspaceStore::opened, this, &Stage::showNothing);
    connect(this, &Stage::shownChanged, this, [this] { notices_.withdraw(About::Shown); });
    connect(&store_, &WorkspaceStore::listsRead, this, &Stage::showSomething);
    connect(&store_, &WorkspaceStore::piecesRewritten, this, &Stage::reloadChanged);
    connect(&store_, &WorkspaceStore::removingPieces, this, [this](const std::vector<std::int64_t>& ids) {
        if (shown_.kind == StageContent::Kind::Piece && std::find(ids.begin(), ids.end(), shown_.id) != ids.end())
            showNothing();
    });
    connect(&store_, &WorkspaceStore::takeSaved, this, [this](std::int64_t before, std::int64_t now) {
        if (shown_.kind == StageContent::Kind::Take && shown_.id == before) renameShown(now, shown_.title);
    });
    connect(&store_, &WorkspaceStore::takesChanged, this, [this] {
        if (shown_.kind != StageContent::Kind::Take) return;
        const TakeRow* row = store_.takeRow(shown_.id);
        if (row && fromUtf8(row->name) != shown_.title) renameShown(shown_.id, fromUtf8(row->name));
    });
    connect(&store_, &WorkspaceStore::removingTake, this, [this](std::int64_t id) {
        if (shown_.kind == StageContent::Kind::Take && shown_.id == id) showNothing();
    });
}

bool Stage::waitsForWriting(StageContent::Kind kind, std::int64_t id, int asked) {
    return writing_ && writing_(kind, id, [this, kind, id, asked] {
               if (!asked_.isLast(asked)) return;
               if (kind == StageContent::Kind::Piece)
                   showPiece(id, false);
               else
                   showTake(id, false);
           });
}

void Stage::showPiece(std::int64_t id, bool bring) {
    const Piece* piece = store_.piece(id);
    if (!piece) return;
    if (bring) emit stageRequested();
    const int asked = asked_.ask();
    if (waitsForWriting(StageContent::Kind::Piece, id, asked)) return;
    StageContent content{StageContent::Kind::Piece, id, fromUtf8(piece->title), {}, piece->tempo, 0};
    awaited_ = id;
    jobs_.ask(
        this, [path = store_.path(), id](const Task& task) { return readPieceMusic(path, id, task); },
        [this, asked, content](PieceMusic music) mutable {
            if (!asked_.isLast(asked)) return;
            awaited_ = 0;
            content.roll = std::move(music.roll);
            content.score = std::move(music.score);
            content.firstStep = music.firstStep;
            content.keepDrums = music.keepDrums;
            shown_ = std::move(content);
            emit shownChanged();
        },
        [this, asked](const Message& problem) {
            if (asked_.isLast(asked)) awaited_ = 0;
            notices_.post(About::Shown, Severity::Error, text(problem));
        });
}

void Stage::showTake(std::int64_t id, bool bring) {
    const std::optional<Take> take = store_.take(id);
    if (!take) return;
    if (bring) emit stageRequested();
    const int asked = asked_.ask();
    if (waitsForWriting(StageContent::Kind::Take, id, asked)) return;
    awaited_ = 0;
    shown_ = {StageContent::Kind::Take, id, fromUtf8(take->name), take->roll, take->tempo, take->primerSteps};
    std::optional<Message> damage;
    try {
        shown_.score = std::make_shared<const Score>(takeScore(*take));
    } catch (const Error& error) {  // the edited notes are damaged; the grid is whole
        damage = error.message();
    }
    emit shownChanged();
    if (damage) notices_.post(About::Shown, Severity::Warning, text(*damage));
}

void Stage::showNothing() {
    asked_.ask();
    awaited_ = 0;
    shown_ = {};
    emit shownChanged();
}

void Stage::reloadChanged(const std::vector<std::int64_t>& pieces) {
    const std::int64_t shown = awaited_ != 0 ? awaited_ : shown_.kind == StageContent::Kind::Piece ? shown_.id : 0;
    if (std::find(pieces.begin(), pieces.end(), shown) != pieces.end()) showPiece(shown, false);
}

void Stage::showSomething() {
    if (shown_.kind != StageContent::Kind::Nothing || awaited_ != 0) return;
    if (!store_.takes().empty()) {
        showTake(store_.takes().back().id, false);
        return;
    }
    const auto& pieces = store_.pieces();
    const auto first =
        std::find_if(pieces.begin(), pieces.end(), [](const Piece& p) { return p.state != PieceState::Rejected; });
    if (first != pieces.end()) showPiece(first->id, false);
}

void Stage::setEdited(std::shared_ptr<const Score> score, PianoRoll roll, int firstStep) {
    shown_.score = std::move(score);
    shown_.roll = std::move(roll);
    shown_.firstStep = firstStep;
    emit shownEdited();
}

void Stage::renameShown(std::int64_t id, const QString& title) {
    shown_.id = id;
    shown_.title = title;
    emit shownEdited();
}

void Stage::beginDraft(const StageContent& draft) {
    emit stageRequested();
    asked_.ask();
    awaited_ = 0;
    growCost_ = 0;
    sinceGrown_.start();
    shown_ = draft;
    shown_.kind = StageContent::Kind::Draft;
    draftFirst_ = -1;
    emit shownChanged();
}

void Stage::growDraft(int step, std::span<const Cell> row) {
    if (shown_.kind != StageContent::Kind::Draft || step < 0) return;
    PianoRoll& roll = shown_.roll;
    if (row.size() != static_cast<std::size_t>(roll.pitches())) return;
    if (step >= roll.steps()) roll.resize(step + 1);
    std::copy(row.begin(), row.end(), roll.row(step).begin());
    draftFirst_ = draftFirst_ < 0 ? step : std::min(draftFirst_, step);
}

void Stage::draftGrown(bool last) {
    if (draftFirst_ < 0 || shown_.kind != StageContent::Kind::Draft) return;
    if (!last && sinceGrown_.elapsed() < 8 * growCost_) return;
    sinceGrown_.restart();
    const int first = std::exchange(draftFirst_, -1);
    emit shownGrew(first);
    growCost_ = sinceGrown_.restart();
}

}  // namespace ricercar
