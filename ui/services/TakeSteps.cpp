// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Changes.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace ricercar {
namespace {

using KeptMarks = std::vector<std::pair<std::int64_t, TakeMarks>>;

void setTag(TakeMarks& marks, const std::string& tag, bool on) {
    const auto at = std::ranges::lower_bound(marks.tags, tag);
    const bool there = at != marks.tags.end() && *at == tag;
    if (on && !there) marks.tags.insert(at, tag);
    if (!on && there) marks.tags.erase(at);
}

}  // namespace

void WorkspaceStore::removeTakes(const std::vector<std::int64_t>& ids) {
    if (ids.empty()) return;
    for (const std::int64_t id : ids) emit removingTake(id);
    std::vector<std::int64_t> saved;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(saved), [](std::int64_t id) { return !isUnsaved(id); });
    if (saved.size() < ids.size()) {
        std::erase_if(unsaved_, [&](const TakeRow& take) { return std::ranges::find(ids, take.id) != ids.end(); });
        setTakes(std::move(takes_));
        emit takesChanged();
    }
    if (saved.empty()) return;
    auto removed = std::make_shared<std::vector<Take>>();
    Change change;
    const TakeRow* first = takeRow(saved.front());
    change.name = saved.size() == 1 ? tr("Remove the take “%1”").arg(first ? fromUtf8(first->name) : QString())
                                    : tr("Remove %Ln takes", nullptr, static_cast<int>(saved.size()));
    change.redo = [saved, removed](Workspace& workspace, const Task&) {
        removed->clear();
        for (const std::int64_t id : saved)
            if (std::optional<Take> take = workspace.takes().find(id)) {
                workspace.takes().remove(id);
                removed->push_back(*std::move(take));
            }
        return !removed->empty();
    };
    change.undo = [removed](Workspace& workspace) {
        for (const Take& take : *removed) workspace.takes().restore(take);
    };
    change.done = [this] { reloadTakes(); };
    changes_.push(std::move(change));
}

void WorkspaceStore::renameTake(std::int64_t id, const QString& name) {
    const QString wanted = name.trimmed();
    const TakeRow* row = takeRow(id);
    if (!row || isUnsaved(id) || wanted.isEmpty() || wanted == fromUtf8(row->name)) return;
    auto before = std::make_shared<std::string>();
    Change change;
    change.name = tr("Rename the take “%1”").arg(fromUtf8(row->name));
    change.redo = [id, before, now = toUtf8(wanted)](Workspace& workspace, const Task&) {
        const std::optional<Take> take = workspace.takes().find(id);
        if (!take) return false;
        *before = take->name;
        workspace.takes().rename(id, now);
        return true;
    };
    change.undo = [id, before](Workspace& workspace) { workspace.takes().rename(id, *before); };
    change.done = [this] { reloadTakes(); };
    changes_.push(std::move(change));
}

void WorkspaceStore::tagTakes(const std::vector<std::int64_t>& ids, const QString& tag, bool on) {
    const std::string word = toUtf8(tag.trimmed());
    if (ids.empty() || word.empty()) return;
    const int count = static_cast<int>(ids.size());
    auto before = std::make_shared<KeptMarks>();
    Change change;
    change.name = on ? tr("Tag %Ln takes", nullptr, count) : tr("Take a tag from %Ln takes", nullptr, count);
    change.redo = [ids, word, on, before](Workspace& workspace, const Task&) {
        before->clear();
        for (const std::int64_t id : ids) {
            const std::optional<Take> take = workspace.takes().find(id);
            if (!take) continue;
            TakeMarks marks = take->marks;
            setTag(marks, word, on);
            if (marks == take->marks) continue;
            before->emplace_back(id, take->marks);
            workspace.takes().setMarks(id, marks);
        }
        return !before->empty();
    };
    change.undo = [before, word](Workspace& workspace) {  // the tag alone: it may have been heard since
        for (const auto& [id, marks] : *before)
            if (const std::optional<Take> take = workspace.takes().find(id)) {
                TakeMarks back = take->marks;
                setTag(back, word, std::ranges::find(marks.tags, word) != marks.tags.end());
                workspace.takes().setMarks(id, back);
            }
    };
    change.done = [this] { reloadTakes(); };
    changes_.push(std::move(change));
}

void WorkspaceStore::markTakes(const std::vector<std::int64_t>& ids, const std::function<void(TakeMarks&)>& change) {
    KeptMarks marked;
    std::vector<std::int64_t> told;
    const auto apply = [&](std::vector<TakeRow>& rows) {
        for (TakeRow& row : rows) {
            if (std::ranges::find(ids, row.id) == ids.end()) continue;
            TakeMarks marks = row.marks;
            change(marks);
            if (marks == row.marks) continue;
            row.marks = marks;
            told.push_back(row.id);
            if (!isUnsaved(row.id)) marked.emplace_back(row.id, std::move(marks));
        }
    };
    apply(takes_);
    for (TakeRow& row : unsaved_)
        if (const TakeRow* listed = takeRow(row.id)) row.marks = listed->marks;
    if (told.empty()) return;
    for (const auto& [id, marks] : marked) freshMarks_[id] = {marks, std::nullopt};
    emit takesMarked(told);
    if (marked.empty()) return;
    changes_.write(
        [marked](Workspace& workspace) {
            for (const auto& [id, marks] : marked) workspace.takes().setMarks(id, marks);
        },
        [this, marked] {
            for (const auto& [id, marks] : marked) {
                const auto fresh = freshMarks_.find(id);
                if (fresh != freshMarks_.end() && fresh->second.marks == marks)
                    fresh->second.writtenBefore = takesAsked_.last() + 1;
            }
        });
}

void WorkspaceStore::keepMarks(std::vector<TakeRow>& takes, int question) {
    std::erase_if(freshMarks_, [question](const auto& fresh) {
        return fresh.second.writtenBefore && question >= *fresh.second.writtenBefore;
    });
    for (TakeRow& take : takes)
        if (const auto fresh = freshMarks_.find(take.id); fresh != freshMarks_.end()) {
            take.marks.heard = fresh->second.marks.heard;
            take.marks.liked = fresh->second.marks.liked;
            take.marks.exported = fresh->second.marks.exported;
        }
}

void WorkspaceStore::putFacts(const std::vector<std::pair<std::int64_t, TakeFacts>>& facts) {
    std::vector<std::int64_t> told;
    for (const auto& [id, known] : facts) {
        const auto row = std::ranges::find(takes_, id, &TakeRow::id);
        if (row == takes_.end() || row->facts == known) continue;
        row->facts = known;
        told.push_back(id);
    }
    if (!told.empty()) emit takesMarked(told);
}

}  // namespace ricercar
