// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "ui/services/Changes.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace ricercar {
namespace {

/// A run that was removed. Its files go with this, for then nobody can bring it back.
struct RemovedRun {
    Run run;
    std::vector<Metric> metrics;
    std::filesystem::path files;
    bool removed = false;

    RemovedRun() = default;
    RemovedRun(const RemovedRun&) = delete;
    RemovedRun& operator=(const RemovedRun&) = delete;
    ~RemovedRun() {
        std::error_code ignored;
        if (removed && !files.empty()) std::filesystem::remove_all(files, ignored);
    }
};

struct RemovedPieces {
    std::shared_ptr<const PieceStore::Removed> kept;
};

}  // namespace

void WorkspaceStore::removePieces(const std::vector<std::int64_t>& ids) {
    if (ids.empty()) return;
    emit removingPieces(ids);
    auto removed = std::make_shared<RemovedPieces>();
    Change change;
    change.name = tr("Remove %Ln pieces", nullptr, static_cast<int>(ids.size()));
    change.redo = [ids, removed](Workspace& workspace, const Task&) {
        removed->kept = workspace.pieces().take(ids);
        return true;
    };
    change.undo = [removed](Workspace& workspace) {
        if (removed->kept) workspace.pieces().restore(*removed->kept);
    };
    change.done = [this] { reloadPieces(); };
    changes_.push(std::move(change));
}

void WorkspaceStore::importedPieces(const std::vector<std::int64_t>& ids) {
    if (ids.empty()) return;
    auto removed = std::make_shared<RemovedPieces>();
    Change change;
    change.name = tr("Import %Ln pieces", nullptr, static_cast<int>(ids.size()));
    change.redo = [removed](Workspace& workspace, const Task&) {
        if (removed->kept) workspace.pieces().restore(*std::exchange(removed->kept, nullptr));
        return true;
    };
    change.undo = [ids, removed](Workspace& workspace) { removed->kept = workspace.pieces().take(ids); };
    change.done = [this] { reloadPieces(); };
    changes_.push(std::move(change));
}

void WorkspaceStore::removeRun(std::int64_t id) {
    auto removed = std::make_shared<RemovedRun>();
    Change change;
    const auto run = std::find_if(runs_.begin(), runs_.end(), [id](const Run& one) { return one.id == id; });
    change.name = tr("Remove the run “%1”").arg(run == runs_.end() ? QString() : fromUtf8(run->name));
    change.redo = [id, removed](Workspace& workspace, const Task&) {
        const auto there = workspace.runs().find(id);
        if (!there) return false;
        if (there->owner)
            throw Error(ErrorKind::Unwritable, {MessageId::RunOwned, {id, there->owner->who, there->owner->since}});
        removed->run = *there;
        removed->metrics = workspace.runs().metrics(id);
        removed->files = workspace.runFile(std::to_string(id));
        workspace.runs().remove(id);
        removed->removed = true;
        return true;
    };
    change.undo = [removed](Workspace& workspace) {
        if (!removed->removed) return;
        workspace.runs().restore(removed->run, removed->metrics);
        removed->removed = false;
    };
    change.done = [this] { reloadRuns(); };
    changes_.push(std::move(change));
}

void WorkspaceStore::setTakes(std::vector<TakeRow> takes) {
    std::erase_if(takes, [](const TakeRow& take) { return isUnsaved(take.id); });
    takes_ = std::move(takes);
    takes_.insert(takes_.end(), unsaved_.begin(), unsaved_.end());
}

std::int64_t WorkspaceStore::keepUnsaved(Take take) {
    take.id = --lastUnsaved_;
    unsaved_.push_back(packedTake(take));
    setTakes(std::move(takes_));
    emit takesChanged();
    if (!retry_.isActive()) retry_.start();
    return lastUnsaved_;
}

void WorkspaceStore::saveUnsaved(std::function<void(const Message&)> failed) {
    if (unsaved_.empty()) retry_.stop();
    if (unsaved_.empty() || saving_) return;
    saving_ = true;
    jobs_.ask(
        this,
        [path = path_, take = unsaved_.front()](const Task&) {
            Workspace workspace = Workspace::existing(path);
            TakeRow saved = take;
            saved.id = workspace.takes().add(take.unpacked());
            return saved;
        },
        [this, workspace = openings_, before = unsaved_.front().id, failed](TakeRow saved) {
            saving_ = false;
            if (workspace != openings_) return;
            std::erase_if(unsaved_, [before](const TakeRow& take) { return take.id == before; });
            const std::int64_t now = saved.id;
            std::erase_if(takes_, [before](const TakeRow& take) { return take.id == before; });
            setTakes(std::move(takes_));
            const auto at = std::find_if(takes_.begin(), takes_.end(),
                                         [&](const TakeRow& take) { return isUnsaved(take.id) || take.id > now; });
            takes_.insert(at, std::move(saved));
            putAfter_[now] = takesAsked_.last();
            emit takeSaved(before, now);
            emit takesChanged();
            saveUnsaved(failed);
        },
        [this, failed](const Message& problem) {
            saving_ = false;
            if (failed) failed(problem);
        });
}

}  // namespace ricercar
