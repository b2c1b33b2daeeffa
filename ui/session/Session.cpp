#include "ui/session/Session.h"

#include "core/base/Error.h"
#include "core/workbench/Takes.h"
#include "ui/Words.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Editing.h"
#include "ui/session/OpenedModels.h"
#include "ui/session/PieceMusic.h"

#include <algorithm>
#include <map>
#include <memory>

namespace ricercar {
namespace {

struct Contents {
    std::filesystem::path runsFolder;
    std::vector<Piece> pieces;
    std::vector<Run> runs;
    std::vector<Take> takes;
    std::string datasets{};
};

/// Datasets and the sides in them that people chose, as a text to be compared.
std::string datasetsOf(const Workspace& workspace) {
    std::string all;
    for (const Dataset& dataset : workspace.datasets()) {
        all += std::to_string(dataset.id) + ' ' + dataset.name + ' ' + toJson(dataset.rules) + ' ' +
               std::to_string(dataset.seed) + ' ' + std::to_string(dataset.shares.validation) + ' ' +
               std::to_string(dataset.shares.test) + '\n';
        const auto sides = workspace.sides(dataset.id);
        for (const auto& [piece, side] : std::map(sides.begin(), sides.end()))
            all += std::to_string(piece) + ':' + std::to_string(static_cast<int>(side)) + ' ';
    }
    return all;
}

template <class Row>
const Row* find(const std::vector<Row>& rows, std::int64_t id) {
    const auto at = std::find_if(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; });
    return at == rows.end() ? nullptr : &*at;
}

}  // namespace

Session::Session(Jobs& jobs, QObject* parent) : QObject(parent), jobs_(jobs), changes_(jobs) {
    connect(&changes_, &Changes::failed, this, [this](const Message& problem) { say(Severity::Error, text(problem)); });
    connect(this, &Session::shownChanged, this, [this] {
        if (selectedIn_ != std::pair(shown_.kind, shown_.id)) selectCell(std::nullopt);
    });
    editing_ = std::make_unique<Editing>(jobs, *this);
}

Session::~Session() = default;

void Session::open(const std::filesystem::path& path) {
    const int generation = ++generation_;
    jobs_.ask(
        this,
        [path](const Task&) {
            if (path.has_parent_path()) {
                std::error_code ignored;  // what matters shows when the file is opened
                std::filesystem::create_directories(path.parent_path(), ignored);
            }
            const Workspace workspace(path);
            return Contents{workspace.runsFolder(), workspace.pieces(), workspace.runs(), workspace.takes()};
        },
        [this, path, generation](Contents contents) {
            if (generation != generation_) return;
            path_ = path;
            open_ = true;
            changes_.setWorkspace(path);
            piecesAnswered_ = piecesAsked_;
            changed_.clear();
            ++opening_;
            runsFolder_ = std::move(contents.runsFolder);
            pieces_ = std::move(contents.pieces);
            runs_ = std::move(contents.runs);
            takes_ = std::move(contents.takes);
            listCheckpoints();
            showNothing();
            emit opened();
            emit piecesChanged();
            emit runsChanged();
            emit takesChanged();
            showSomething();
        },
        [this, generation](const Message& problem) {
            if (generation != generation_) return;
            emit openFailed(text(problem));
            say(Severity::Error, text(problem));
        });
}

void Session::say(Severity severity, const QString& sentence, const Offer& offer) {
    emit said(severity, sentence);
    emit offered(offer);
}

const Piece* Session::piece(std::int64_t id) const { return find(pieces_, id); }

const Take* Session::take(std::int64_t id) const { return find(takes_, id); }

void Session::reloadPieces() {
    jobs_.ask(
        this, [path = path_](const Task&) { return Workspace(path).pieces(); },
        [this, generation = generation_, asked = ++piecesAsked_](std::vector<Piece> pieces) {
            if (generation != generation_ || asked <= piecesAnswered_) return;
            piecesAnswered_ = asked;
            if (pieces != pieces_) {
                pieces_ = std::move(pieces);
                emit piecesChanged();
            }
            showChanged(asked);
            showSomething();
        },
        [this](const Message& problem) { say(Severity::Error, text(problem)); });
}

void Session::reloadPieces(const std::vector<std::int64_t>& changed) {
    changed_.insert(changed.begin(), changed.end());
    changedAsked_ = piecesAsked_ + 1;
    reloadPieces();
}

void Session::showChanged(int answered) {
    if (answered < changedAsked_) return;
    const std::int64_t shown = awaited_ != 0 ? awaited_ : shown_.kind == Shown::Kind::Piece ? shown_.id : 0;
    if (std::exchange(changed_, {}).contains(shown)) showPiece(shown, false);
}

void Session::refresh(std::function<void()> then) {
    jobs_.ask(
        this,
        [path = path_](const Task&) {
            const Workspace workspace(path);
            return Contents{{}, workspace.pieces(), workspace.runs(), workspace.takes(), datasetsOf(workspace)};
        },
        [this, then, generation = generation_, asked = ++piecesAsked_, takesAsked = ++takesAsked_](Contents now) {
            if (generation == generation_) {
                if (asked > piecesAnswered_ && now.pieces != pieces_) {
                    piecesAnswered_ = asked;
                    const auto differs = std::mismatch(pieces_.begin(), pieces_.end(), now.pieces.begin(), now.pieces.end());
                    const auto same = static_cast<int>(differs.first - pieces_.begin());
                    pieces_ = std::move(now.pieces);
                    emit piecesChanged(same);
                    showChanged(asked);
                }
                if (now.runs != runs_) {
                    runs_ = std::move(now.runs);
                    listCheckpoints();
                    emit runsChanged();
                }
                if (takesAsked > takesAnswered_ && now.takes != takes_) {
                    takesAnswered_ = takesAsked;
                    takes_ = std::move(now.takes);
                    emit takesChanged();
                }
                if (std::exchange(datasetsSeen_, now.datasets) != now.datasets) emit datasetsChangedElsewhere();
                showSomething();
            }
            if (then) then();
        },
        [then](const Message&) {  // what matters is said where the file is used
            if (then) then();
        });
}

void Session::reloadRuns() {
    jobs_.ask(
        this, [path = path_](const Task&) { return Workspace(path).runs(); },
        [this, generation = generation_](std::vector<Run> runs) {
            if (generation != generation_) return;
            runs_ = std::move(runs);
            listCheckpoints();
            emit runsChanged();
        },
        [this](const Message& problem) { say(Severity::Error, text(problem)); });
}

void Session::reloadTakes(std::function<void()> then) {
    jobs_.ask(
        this, [path = path_](const Task&) { return Workspace(path).takes(); },
        [this, generation = generation_, asked = ++takesAsked_, then = std::move(then)](std::vector<Take> takes) {
            if (generation != generation_) return;
            if (asked > takesAnswered_) {  // else a newer list is there already
                takesAnswered_ = asked;
                takes_ = std::move(takes);
                emit takesChanged();
            }
            if (then) then();
        },
        [this](const Message& problem) { say(Severity::Error, text(problem)); });
}

void Session::appendPieces(std::vector<Piece> pieces) {
    if (pieces.empty()) return;
    auto same = static_cast<std::ptrdiff_t>(pieces_.size());
    for (Piece& piece : pieces) {
        const auto at = std::lower_bound(pieces_.begin(), pieces_.end(), piece.id,
                                         [](const Piece& other, std::int64_t id) { return other.id < id; });
        same = std::min(same, at - pieces_.begin());
        if (at != pieces_.end() && at->id == piece.id)
            *at = std::move(piece);
        else
            pieces_.insert(at, std::move(piece));
    }
    emit piecesChanged(static_cast<int>(same));
}

void Session::showPiece(std::int64_t id, bool bring) {
    const Piece* piece = this->piece(id);
    if (!piece) return;
    if (bring) emit stageWanted();
    const int asked = ++asked_;
    if (editing_->unsaved(Shown::Kind::Piece, id)) {  // what the file holds is not yet what was played
        editing_->whenSaved([this, asked, id] {
            if (asked == asked_) showPiece(id, false);
        });
        return;
    }
    awaited_ = 0;
    Shown shown{Shown::Kind::Piece, id, fromUtf8(piece->title), {}, piece->tempo, 0};
    awaited_ = id;
    jobs_.ask(
        this, [path = path_, id](const Task& task) { return readPieceMusic(path, id, task); },
        [this, asked, shown](PieceMusic music) mutable {
            if (asked != asked_) return;
            awaited_ = 0;
            shown.roll = std::move(music.roll);
            shown.score = std::move(music.score);
            shown.firstStep = music.firstStep;
            shown.keepDrums = music.keepDrums;
            shown_ = std::move(shown);
            emit shownChanged();
        },
        [this](const Message& problem) { say(Severity::Error, text(problem)); });
}

void Session::showTake(std::int64_t id, bool bring) {
    const Take* take = this->take(id);
    if (!take) return;
    if (bring) emit stageWanted();
    const int asked = ++asked_;
    if (editing_->unsaved(Shown::Kind::Take, id)) {
        editing_->whenSaved([this, asked, id] {
            if (asked == asked_) showTake(id, false);
        });
        return;
    }
    awaited_ = 0;
    shown_ = {Shown::Kind::Take, id, fromUtf8(take->name), take->roll, take->tempo, take->primerSteps};
    try {
        shown_.score = std::make_shared<const Score>(takeScore(*take));
    } catch (const Error& error) {  // the edited notes are damaged; the grid is whole
        say(Severity::Warning, text(error.message()));
    }
    emit shownChanged();
}

void Session::showNothing() {
    ++asked_;
    awaited_ = 0;
    shown_ = {};
    emit shownChanged();
}

void Session::setEdited(std::shared_ptr<const Score> score, PianoRoll roll, int firstStep) {
    shown_.score = std::move(score);
    shown_.roll = std::move(roll);
    shown_.firstStep = firstStep;
    emit shownEdited();
}

void Session::renameShown(std::int64_t id, const QString& title) {
    shown_.id = id;
    shown_.title = title;
    emit shownEdited();
}

void Session::putTake(Take take) {
    const auto at = std::lower_bound(takes_.begin(), takes_.end(), take.id,
                                     [](const Take& other, std::int64_t id) { return other.id < id; });
    if (at != takes_.end() && at->id == take.id)
        *at = std::move(take);
    else
        takes_.insert(at, std::move(take));
    emit takesChanged();
}

void Session::showSomething() {
    if (shown_.kind != Shown::Kind::Nothing || awaited_ != 0) return;
    if (!takes_.empty()) {
        showTake(takes_.back().id, false);
        return;
    }
    const auto first =
        std::find_if(pieces_.begin(), pieces_.end(), [](const Piece& p) { return p.state != PieceState::Rejected; });
    if (first != pieces_.end()) showPiece(first->id, false);
}

void Session::beginDraft(const Shown& draft) {
    emit stageWanted();
    ++asked_;
    awaited_ = 0;
    growCost_ = 0;
    sinceGrown_.start();
    shown_ = draft;
    shown_.kind = Shown::Kind::Draft;
    draftFirst_ = -1;
    emit shownChanged();
}

void Session::growDraft(int step, std::span<const Cell> row) {
    if (shown_.kind != Shown::Kind::Draft || step < 0) return;
    PianoRoll& roll = shown_.roll;
    if (row.size() != static_cast<std::size_t>(roll.pitches())) return;
    if (step >= roll.steps()) roll.resize(step + 1);
    std::copy(row.begin(), row.end(), roll.row(step).begin());
    draftFirst_ = draftFirst_ < 0 ? step : std::min(draftFirst_, step);
}

void Session::selectCell(std::optional<CellRef> cell) {
    if (cell == selectedCell_) return;
    selectedCell_ = cell;
    selectedIn_ = {shown_.kind, shown_.id};
    emit cellSelected();
}

void Session::draftGrown(bool last) {
    if (draftFirst_ < 0 || shown_.kind != Shown::Kind::Draft) return;
    if (!last && sinceGrown_.elapsed() < 8 * growCost_) return;
    sinceGrown_.restart();
    const int first = std::exchange(draftFirst_, -1);
    emit shownGrew(first);
    growCost_ = sinceGrown_.restart();
}

void Session::removePieces(const std::vector<std::int64_t>& ids) {
    if (shown_.kind == Shown::Kind::Piece && std::find(ids.begin(), ids.end(), shown_.id) != ids.end()) showNothing();
    changes_.write([ids](Workspace& workspace) { workspace.removePieces(ids); }, [this] { reloadPieces(); });
}

void Session::removeRun(std::int64_t id) {
    changes_.write([id](Workspace& workspace) { workspace.removeRun(id); }, [this] { reloadRuns(); });
}

void Session::removeTake(std::int64_t id) {
    if (shown_.kind == Shown::Kind::Take && shown_.id == id) showNothing();
    changes_.write([id](Workspace& workspace) { workspace.removeTake(id); }, [this] { reloadTakes(); });
}

void Session::listCheckpoints() {
    checkpoints_.clear();
    const auto add = [this](const Run& run, const std::string& file, const QString& which) {
        if (file.empty()) return;
        std::filesystem::path path;
        try {
            path = runFileIn(runsFolder_, file);
        } catch (const Error&) {  // of a stranger's workspace: not to be opened
            return;
        }
        checkpoints_.push_back({QStringLiteral("%1 · %2").arg(fromUtf8(run.name), which), fromPath(path), path, run.id});
    };
    for (auto run = runs_.rbegin(); run != runs_.rend(); ++run) {
        add(*run, run->bestCheckpoint, tr("best"));
        if (run->lastCheckpoint != run->bestCheckpoint) add(*run, run->lastCheckpoint, tr("last"));
    }
    checkpoints_.insert(checkpoints_.end(), openedModels().begin(), openedModels().end());
    for (CheckpointChoice& choice : shippedChoices()) checkpoints_.push_back(std::move(choice));
}

}  // namespace ricercar
