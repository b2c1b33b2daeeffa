// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/TakeTree.h"

#include "core/workbench/TakeOrigin.h"
#include "ui/services/Jobs.h"
#include "ui/services/WorkspaceStore.h"

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

constexpr std::size_t rowsAtOnce = 500;

}  // namespace

TakeTree::TakeTree(Jobs& jobs, WorkspaceStore& store, QObject* parent) : QObject(parent), jobs_(jobs), store_(store) {
    connect(&store_, &WorkspaceStore::takesChanged, this, &TakeTree::read);
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        places_.clear();
        byMark_.clear();
    });
}

void TakeTree::read() {
    if (reading_) return;
    std::vector<TakeRow> rows;
    const auto& takes = store_.takes();
    for (auto take = takes.rbegin(); take != takes.rend() && rows.size() < rowsAtOnce; ++take)
        if (!places_.contains(take->id)) rows.push_back(*take);
    if (rows.empty()) return;
    reading_ = true;
    jobs_.ask(
        this,
        [rows = std::move(rows), path = store_.path()](const Task& task) {
            std::vector<std::pair<std::int64_t, Place>> places;
            for (const TakeRow& row : rows) {
                if (task.stopped()) break;
                const Take take = row.unpacked();
                const auto origin = originOf(take);
                places.emplace_back(row.id, Place{takeMark(take), origin ? origin->parent : std::string()});
            }
            return std::pair(path, places);
        },
        [this](const auto& read) {
            reading_ = false;
            if (read.first != store_.path()) return this->read();
            for (const auto& [id, place] : read.second) {
                places_[id] = place;
                byMark_.try_emplace(place.mark, id);
            }
            emit changed();
            if (!read.second.empty()) this->read();
        },
        [this](const Message&) { reading_ = false; });
}

std::int64_t TakeTree::parentOf(std::int64_t take) const {
    const auto place = places_.find(take);
    if (place == places_.end() || place->second.parent.empty()) return 0;
    const auto parent = byMark_.find(place->second.parent);
    return parent != byMark_.end() && store_.takeRow(parent->second) ? parent->second : 0;
}

bool TakeTree::hasOrigin(std::int64_t take) const {
    const auto place = places_.find(take);
    return place != places_.end() && !place->second.parent.empty();
}

std::vector<std::int64_t> TakeTree::childrenOf(std::int64_t take) const {
    std::vector<std::int64_t> children;
    const auto place = places_.find(take);
    if (place == places_.end()) return children;
    for (const TakeRow& row : store_.takes()) {
        const auto other = places_.find(row.id);
        if (other != places_.end() && other->second.parent == place->second.mark) children.push_back(row.id);
    }
    return children;
}

}  // namespace ricercar
