// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Editing.h"

#include "core/base/Error.h"
#include "core/workbench/Edits.h"
#include "ui/services/Changes.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QUndoCommand>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace ricercar {
namespace {

constexpr std::size_t atOnce = 50'000;  // notes that are put on the grid within the edit
constexpr int tellAfter = 400;          // ms

}  // namespace

/// What the writer knows of a piece or take. Guarded by the mutex.
struct Editing::Store {
    std::mutex mutex;
    bool waits = false;  ///< an order that has not begun will write what stands here
    int serial = 0;      ///< of the score
    std::shared_ptr<const Score> score;
    bool clean = true;           ///< as it was before all edits
    int version = -1;            ///< of the edits; -1: none yet
    std::int64_t take = 0;       ///< the edited copy; 0: none yet
    int written = 0;             ///< serial
    std::optional<Piece> piece;  ///< as written last
    std::optional<Take> copy;
};

/// A piece or take that is being edited.
struct Editing::Work {
    StageContent::Kind kind = StageContent::Kind::Nothing;
    std::int64_t id = 0;
    Piece piece;  ///< as it was before
    Take take;
    int firstStep = 0;
    Tick leastEnd = 0;
    int depth = 0;  ///< edits that are made
    int serial = 0;
    bool failed = false;
    std::shared_ptr<Store> store = std::make_shared<Store>();

    [[nodiscard]] bool unsaved() const {
        const std::scoped_lock lock(store->mutex);
        return store->written != serial && !failed;
    }
    [[nodiscard]] EditedRoll onGrid(const Score& score) const {
        return kind == StageContent::Kind::Take ? editedRoll(take, score) : editedRoll(piece, score, firstStep);
    }
    void write(Workspace& workspace) const;
    void writePiece(Workspace& workspace, const Score& score, bool clean) const;
    void writeTake(Workspace& workspace, const Score& score) const;
};

class Editing::Step final : public QUndoCommand {
public:
    Step(Editing& editing, std::shared_ptr<Work> work, const QString& name, NoteChange change, int merge)
        : QUndoCommand(name), editing_(editing), work_(std::move(work)), change_(std::move(change)), merge_(merge) {}

    [[nodiscard]] int id() const override { return merge_ == 0 ? -1 : merge_; }
    void redo() override { editing_.run(work_, change_, true, !std::exchange(first_, false)); }
    void undo() override { editing_.run(work_, change_.reversed(), false, true); }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* later = dynamic_cast<const Step*>(other);
        if (!later || later->merge_ != merge_ || later->work_ != work_) return false;
        change_ = change_.then(later->change_);
        setText(later->text());
        --work_->depth;
        if (change_.empty()) {
            --work_->depth;
            setObsolete(true);
        }
        return true;
    }

private:
    Editing& editing_;
    std::shared_ptr<Work> work_;
    NoteChange change_;
    int merge_;
    bool first_ = true;
};

void Editing::Work::write(Workspace& workspace) const {
    int now = 0;
    bool clean = false;
    std::shared_ptr<const Score> score;
    {
        const std::scoped_lock lock(store->mutex);
        store->waits = false;
        now = store->serial;
        clean = store->clean;
        score = store->score;
    }
    if (kind == StageContent::Kind::Take)
        writeTake(workspace, *score);
    else
        writePiece(workspace, *score, clean);
    const std::scoped_lock lock(store->mutex);
    store->written = now;
}

void Editing::Work::writePiece(Workspace& workspace, const Score& score, bool clean) const {
    int version = store->version;  // the writer alone changes it
    if (!clean)
        version = storeEdit(workspace, piece, score, firstStep, version >= 0 ? std::optional(version) : std::nullopt);
    else if (version >= 0)
        workspace.versions().setCurrent({{id, piece.version}});
    std::optional<Piece> written = workspace.pieces().find(id);
    const std::scoped_lock lock(store->mutex);
    store->version = version;
    store->piece = std::move(written);
}

void Editing::Work::writeTake(Workspace& workspace, const Score& score) const {
    Take made = storeEdit(workspace, take, score, store->take);
    const std::scoped_lock lock(store->mutex);
    store->take = made.id;
    store->copy = std::move(made);
}

Editing::Editing(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Changes& changes)
    : jobs_(jobs), store_(store), stage_(stage), notices_(notices), changes_(changes) {
    telling_.setSingleShot(true);
    telling_.setInterval(tellAfter);
    connect(&telling_, &QTimer::timeout, this, &Editing::tellPieces);
    holding_.setSingleShot(true);
    connect(&holding_, &QTimer::timeout, this, &Editing::flush);
    connect(&changes_, &Changes::adding, this, &Editing::flush);
    connect(&stage_, &Stage::shownChanged, this, &Editing::shown);
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        works_.clear();
        current_.reset();
        waiting_.clear();
        changed_.clear();
        release();
    });
    connect(&changes_, &Changes::failed, this, [this] {
        for (const auto& work : works_) {
            work->failed = work->unsaved();
            const std::scoped_lock lock(work->store->mutex);
            work->store->waits = false;
        }
        release();
    });
}

Editing::~Editing() = default;

QString Editing::locked() const {
    const StageContent& shown = stage_.shown();
    if (shown.kind == StageContent::Kind::Nothing) return tr("Nothing is shown.");
    if (shown.kind == StageContent::Kind::Draft) return tr("It is being generated.");
    if (!shown.score) return tr("The file that this piece came from was not kept.");
    if (measuring_ || !waiting_.empty()) return tr("One moment: the grid is being made.");
    if (stage_.rereading()) return tr("One moment: the piece is being read.");
    return {};
}

bool Editing::isShown(const Work& work) const {
    const StageContent& shown = stage_.shown();
    return shown.kind == work.kind && shown.id == work.id && shown.score && !stage_.rereading();
}

std::shared_ptr<Editing::Work> Editing::workOfShown() {
    if (current_) return current_;
    tellPieces();
    const StageContent& shown = stage_.shown();
    const Piece* piece = shown.kind == StageContent::Kind::Piece ? store_.piece(shown.id) : nullptr;
    for (const auto& work : works_) {
        if (!isShown(*work)) continue;
        const std::scoped_lock lock(work->store->mutex);
        if (piece && piece->version != (work->depth > 0 ? work->store->version : work->piece.version)) continue;
        return current_ = work;
    }
    auto work = std::make_shared<Work>();
    work->kind = shown.kind;
    work->id = shown.id;
    if (piece) {
        work->piece = *piece;
        // the music that is shown, where a remedy has just changed it
        work->piece.meter = shown.roll.steps() > 0 ? shown.roll.meter() : piece->meter;
        work->piece.barOffset = shown.roll.steps() > 0 ? shown.roll.barOffset() : piece->barOffset;
    } else if (const std::optional<Take> take = store_.take(shown.id)) {
        work->take = *take;
    } else {
        return nullptr;
    }
    work->firstStep = shown.firstStep;
    work->leastEnd = shown.score->end;
    works_.push_back(work);
    return current_ = work;
}

void Editing::push(const QString& name, const NoteChange& change, int merge) {
    if (change.empty() || !locked().isEmpty()) return;
    const std::shared_ptr<Work> work = workOfShown();
    if (work) changes_.stack().push(new Step(*this, work, name, change, merge));
}

void Editing::run(const std::shared_ptr<Work>& work, const NoteChange& change, bool forward, bool tell) {
    if (waiting_.empty() && current_ == work && isShown(*work)) {
        make(*work, change, forward);
        save(work);
        if (tell) emit stepped(change.added);
        return;
    }
    waiting_.push_back({work, change, forward});
    if (waiting_.size() == 1) showNext();
}

void Editing::make(Work& work, const NoteChange& change, bool forward) {
    const StageContent& shown = stage_.shown();
    auto score = std::make_shared<Score>(*shown.score);
    apply(*score, change, work.leastEnd);
    work.depth += forward ? 1 : -1;
    const int asked = ++measured_;
    if (score->notes.size() <= atOnce) {
        measuring_ = false;
        EditedRoll grid = work.onGrid(*score);
        stage_.setEdited(std::move(score), std::move(grid.roll), grid.firstStep);
        return;
    }
    measuring_ = true;
    stage_.setEdited(score, shown.roll, shown.firstStep);
    const auto late = [this, asked] { return asked != measured_; };
    const auto copy = std::make_shared<const Work>(work);
    jobs_.ask(
        this, [copy, score](const Task&) { return copy->onGrid(*score); },
        [this, late, score](EditedRoll grid) {
            if (late()) return;
            measuring_ = false;
            notices_.withdraw(About::Edits);
            stage_.setEdited(score, std::move(grid.roll), grid.firstStep);
        },
        [this, late](const Message& problem) {
            if (!late()) measuring_ = false;
            notices_.post(About::Edits, Severity::Error, text(problem));
        });
}

void Editing::shown() {
    current_.reset();
    ++measured_;
    measuring_ = false;
    if (waiting_.empty()) return;
    if (!isShown(*waiting_.front().work)) {
        if (!stage_.awaiting()) showNext();
        return;
    }
    current_ = waiting_.front().work;
    NoteChange last;
    while (!waiting_.empty() && waiting_.front().work == current_) {
        const Order order = std::move(waiting_.front());
        waiting_.pop_front();
        make(*current_, order.change, order.forward);
        last = order.change;
    }
    save(current_);
    emit stepped(last.added);
    if (!waiting_.empty()) showNext();
}

void Editing::showNext() {
    while (!waiting_.empty()) {
        const std::shared_ptr<Work> work = waiting_.front().work;
        const bool piece = work->kind == StageContent::Kind::Piece;
        if (piece ? store_.piece(work->id) != nullptr : store_.takeRow(work->id) != nullptr) {
            if (piece)
                stage_.showPiece(work->id);
            else
                stage_.showTake(work->id);
            return;
        }
        waiting_.pop_front();
        notices_.post(Severity::Warning, tr("What this step changed is not there any more."));
    }
}

void Editing::save(const std::shared_ptr<Work>& work) {
    work->failed = false;
    const std::scoped_lock lock(work->store->mutex);
    Store& store = *work->store;
    store.serial = ++work->serial;
    store.score = stage_.shown().score;
    store.clean = work->depth == 0;
    if (store.waits) return;
    if (saving_ == AtOnce) {
        write(work);
        return;
    }
    if (std::find(held_.begin(), held_.end(), work) != held_.end()) return;
    held_.push_back(work);
    if (saving_ > 0 && !holding_.isActive()) holding_.start(saving_ * 1000);
    emit heldChanged();
}

void Editing::setSaving(int seconds) {
    saving_ = seconds;
    flush();
}

void Editing::flush() {
    holding_.stop();
    if (held_.empty()) return;
    for (const auto& work : std::exchange(held_, {})) {
        const std::scoped_lock lock(work->store->mutex);
        write(work);
    }
    emit heldChanged();
}

void Editing::write(const std::shared_ptr<Work>& work) {
    work->store->waits = true;
    const auto copy = std::make_shared<const Work>(*work);
    changes_.write([copy](Workspace& workspace) { copy->write(workspace); }, [this, work] { saved(work); });
}

void Editing::saved(const std::shared_ptr<Work>& work) {
    std::optional<Piece> piece;
    std::optional<Take> take;
    {
        const std::scoped_lock lock(work->store->mutex);
        piece = std::exchange(work->store->piece, std::nullopt);
        take = std::exchange(work->store->copy, std::nullopt);
    }
    if (std::find(works_.begin(), works_.end(), work) != works_.end()) {
        if (piece) {
            std::erase_if(changed_, [&](const Piece& other) { return other.id == piece->id; });
            changed_.push_back(*std::move(piece));
            if (!telling_.isActive()) telling_.start();
        }
        if (take) {
            const bool shown = isShown(*work);
            work->id = take->id;
            if (shown) stage_.renameShown(take->id, fromUtf8(take->name));
            store_.putTake(*take);
        }
    }
    release();
}

void Editing::tellPieces() {
    telling_.stop();
    if (!changed_.empty()) store_.putPieces(std::exchange(changed_, {}));
}

bool Editing::unsaved(StageContent::Kind kind, std::int64_t id) const {
    return std::any_of(works_.begin(), works_.end(),
                       [&](const auto& work) { return work->kind == kind && work->id == id && work->unsaved(); });
}

void Editing::whenSaved(std::function<void()> then) {
    thens_.push_back(std::move(then));
    flush();
    release();
}

void Editing::release() {
    if (std::any_of(works_.begin(), works_.end(), [](const auto& work) { return work->unsaved(); })) return;
    for (const auto& then : std::exchange(thens_, {})) then();
}

}  // namespace ricercar
