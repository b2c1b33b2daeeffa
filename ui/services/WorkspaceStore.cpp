// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/WorkspaceStore.h"

#include "core/base/Error.h"
#include "ui/services/Changes.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ricercar {

struct WorkspaceStore::Lists {
    std::filesystem::path runsFolder;
    std::vector<Piece> pieces;
    std::vector<Run> runs;
    std::vector<TakeRow> takes;
    std::string datasets{};
};

namespace {

/// Datasets and the subsets in them that people chose, as a text to be compared.
std::string datasetsOf(const Workspace& workspace) {
    std::string all;
    for (const Dataset& dataset : workspace.datasets().all()) {
        all += std::to_string(dataset.id) + ' ' + dataset.name + ' ' + toJson(dataset.rules) + ' ' +
               std::to_string(dataset.seed) + ' ' + std::to_string(dataset.shares.validation) + ' ' +
               std::to_string(dataset.shares.test) + '\n';
        const auto subsets = workspace.datasets().subsets(dataset.id);
        for (const auto& [piece, subset] : std::map(subsets.begin(), subsets.end()))
            all += std::to_string(piece) + ':' + std::to_string(static_cast<int>(subset)) + ' ';
    }
    return all;
}

template <class Row>
const Row* find(const std::vector<Row>& rows, std::int64_t id) {
    const auto at = std::find_if(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; });
    return at == rows.end() ? nullptr : &*at;
}

/// Puts a row into rows sorted by id, or in place of the one with its id; where it stands.
template <class Row>
std::ptrdiff_t put(std::vector<Row>& rows, Row row) {
    auto at =
        std::lower_bound(rows.begin(), rows.end(), row.id, [](const Row& other, std::int64_t id) { return other.id < id; });
    if (at != rows.end() && at->id == row.id)
        *at = std::move(row);
    else
        at = rows.insert(at, std::move(row));
    return at - rows.begin();
}

}  // namespace

WorkspaceStore::WorkspaceStore(Jobs& jobs, Changes& changes, Notices& notices, QObject* parent)
    : QObject(parent), jobs_(jobs), changes_(changes), notices_(notices) {
    retry_.setInterval(10'000);
    connect(&retry_, &QTimer::timeout, this, [this] { saveUnsaved(); });
}

void WorkspaceStore::open(const std::filesystem::path& path) {
    const int question = opening_.ask();
    notices_.withdraw(About::Workspace);
    jobs_.ask(
        this,
        [path](const Task&) {
            if (path.has_parent_path()) {
                std::error_code ignored;  // what matters shows when the file is opened
                std::filesystem::create_directories(path.parent_path(), ignored);
            }
            const Workspace workspace(path);
            return Lists{workspace.runsFolder(), workspace.pieces().all(), workspace.runs().all(), workspace.takes().rows()};
        },
        [this, path, question](Lists lists) {
            if (!opening_.isLast(question)) return;
            path_ = path;
            changes_.setWorkspace(path);
            adopt(std::move(lists));
        },
        [this, question](const Message& problem) {
            if (!opening_.isLast(question)) return;
            emit openFailed(text(problem));
            notices_.post(About::Workspace, Severity::Error, text(problem));
        });
}

void WorkspaceStore::adopt(Lists lists) {
    ++openings_;
    piecesAsked_.dropAll();
    takesAsked_.dropAll();
    rewritten_.clear();
    runsFolder_ = std::move(lists.runsFolder);
    pieces_ = std::move(lists.pieces);
    runs_ = std::move(lists.runs);
    unsaved_.clear();
    freshMarks_.clear();
    putAfter_.clear();
    setTakes(std::move(lists.takes));
    listCheckpoints();
    emit opened();
    emit piecesChanged();
    emit runsChanged();
    emit takesChanged();
    emit listsRead();
}

const Piece* WorkspaceStore::piece(std::int64_t id) const { return find(pieces_, id); }

const TakeRow* WorkspaceStore::takeRow(std::int64_t id) const {
    if (isUnsaved(id)) return find(takes_, id);
    const auto saved =
        std::ranges::find_if(takes_.rbegin(), takes_.rend(), [](const TakeRow& row) { return !isUnsaved(row.id); });
    const auto at = std::ranges::lower_bound(takes_.begin(), saved.base(), id, {}, &TakeRow::id);
    return at != saved.base() && at->id == id ? &*at : nullptr;
}

std::optional<Take> WorkspaceStore::take(std::int64_t id) const {
    const TakeRow* row = takeRow(id);
    return row ? std::optional(row->unpacked()) : std::nullopt;
}

void WorkspaceStore::reloadPieces() {
    jobs_.ask(
        this, [path = path_](const Task&) { return Workspace::existing(path).pieces().all(); },
        [this, workspace = openings_, question = piecesAsked_.ask()](std::vector<Piece> pieces) {
            if (workspace != openings_ || !piecesAsked_.take(question)) return;
            notices_.withdraw(About::Lists);
            if (pieces != pieces_) {
                pieces_ = std::move(pieces);
                emit piecesChanged();
            }
            tellRewritten(question);
            emit listsRead();
        },
        [this](const Message& problem) { notices_.post(About::Lists, Severity::Error, text(problem)); });
}

void WorkspaceStore::reloadPieces(const std::vector<std::int64_t>& changed) {
    rewritten_.insert(rewritten_.end(), changed.begin(), changed.end());
    reloadPieces();
    rewrittenSince_ = piecesAsked_.last();
}

void WorkspaceStore::tellRewritten(int answered) {
    if (answered < rewrittenSince_ || rewritten_.empty()) return;
    emit piecesRewritten(std::exchange(rewritten_, {}));
}

void WorkspaceStore::reloadRuns() {
    jobs_.ask(
        this, [path = path_](const Task&) { return Workspace::existing(path).runs().all(); },
        [this, workspace = openings_](std::vector<Run> runs) {
            if (workspace != openings_) return;
            notices_.withdraw(About::Lists);
            runs_ = std::move(runs);
            listCheckpoints();
            emit runsChanged();
        },
        [this](const Message& problem) { notices_.post(About::Lists, Severity::Error, text(problem)); });
}

void WorkspaceStore::reloadTakes(std::function<void()> then) {
    jobs_.ask(
        this, [path = path_](const Task&) { return Workspace::existing(path).takes().rows(); },
        [this, workspace = openings_, question = takesAsked_.ask(), then = std::move(then)](std::vector<TakeRow> takes) {
            if (workspace != openings_) return;
            notices_.withdraw(About::Lists);
            if (takesAsked_.take(question)) {
                keepFresh(takes, question);
                setTakes(std::move(takes));
                emit takesChanged();
            }
            if (then) then();
        },
        [this](const Message& problem) { notices_.post(About::Lists, Severity::Error, text(problem)); });
}

void WorkspaceStore::refresh(std::function<void()> then) {
    jobs_.ask(
        this,
        [path = path_](const Task&) {
            const Workspace workspace = Workspace::existing(path);
            return Lists{{}, workspace.pieces().all(), workspace.runs().all(), workspace.takes().rows(), datasetsOf(workspace)};
        },
        [this, then, workspace = openings_, pieces = piecesAsked_.ask(), takes = takesAsked_.ask()](Lists now) {
            notices_.withdraw(About::Lists);
            if (workspace == openings_) takeChanged(std::move(now), pieces, takes);
            if (then) then();
        },
        [then](const Message&) {  // what matters is said where the file is used
            if (then) then();
        });
}

void WorkspaceStore::takeChanged(Lists now, int piecesQuestion, int takesQuestion) {
    if (piecesAsked_.take(piecesQuestion)) {
        if (now.pieces != pieces_) {
            const auto differs = std::mismatch(pieces_.begin(), pieces_.end(), now.pieces.begin(), now.pieces.end());
            const auto same = static_cast<int>(differs.first - pieces_.begin());
            pieces_ = std::move(now.pieces);
            emit piecesChanged(same);
        }
        tellRewritten(piecesQuestion);
    }
    if (now.runs != runs_) {
        runs_ = std::move(now.runs);
        listCheckpoints();
        emit runsChanged();
    }
    if (takesAsked_.take(takesQuestion)) {
        keepFresh(now.takes, takesQuestion);
        const std::vector<TakeRow> before = std::exchange(takes_, {});
        setTakes(std::move(now.takes));
        if (takes_ != before) emit takesChanged();
    }
    if (std::exchange(datasetsSeen_, now.datasets) != now.datasets) emit datasetsChangedElsewhere();
    emit listsRead();
}

void WorkspaceStore::putPieces(std::vector<Piece> pieces) {
    if (pieces.empty()) return;
    auto same = static_cast<std::ptrdiff_t>(pieces_.size());
    for (Piece& piece : pieces) same = std::min(same, put(pieces_, std::move(piece)));
    emit piecesChanged(static_cast<int>(same));
}

void WorkspaceStore::putTakes(const std::vector<Take>& takes) {
    if (takes.empty()) return;
    std::erase_if(takes_, [](const TakeRow& one) { return isUnsaved(one.id); });
    for (const Take& take : takes) {
        TakeRow row = packedTake(take);
        if (const TakeRow* known = takeRow(take.id)) row.marks = known->marks;
        put(takes_, std::move(row));
        putAfter_[take.id] = takesAsked_.last();
    }
    setTakes(std::move(takes_));
    emit takesChanged();
}

void WorkspaceStore::keepFresh(std::vector<TakeRow>& takes, int question) {
    std::erase_if(putAfter_, [question](const auto& one) { return question > one.second; });
    for (const auto& [id, before] : putAfter_)
        if (const TakeRow* row = takeRow(id)) put(takes, *row);
    keepMarks(takes, question);
}

void WorkspaceStore::addModel(CheckpointChoice model) {
    std::erase_if(openedModels_, [&](const CheckpointChoice& other) { return other.path == model.path; });
    openedModels_.insert(openedModels_.begin(), std::move(model));
    listCheckpoints();
    emit runsChanged();
}

void WorkspaceStore::listCheckpoints() {
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
    checkpoints_.insert(checkpoints_.end(), openedModels_.begin(), openedModels_.end());
    for (CheckpointChoice& choice : shippedChoices()) checkpoints_.push_back(std::move(choice));
}

}  // namespace ricercar
