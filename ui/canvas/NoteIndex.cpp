// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/NoteIndex.h"

#include <tuple>

namespace ricercar {
namespace {

bool earlier(const ShownNote& a, const ShownNote& b) {
    return std::tie(a.start, a.pitch, a.id) < std::tie(b.start, b.pitch, b.id);
}

}  // namespace

NoteIndex::NoteIndex(std::vector<ShownNote> notes) : notes_(std::move(notes)) {
    if (notes_.empty()) return;
    if (!std::is_sorted(notes_.begin(), notes_.end(), earlier)) std::sort(notes_.begin(), notes_.end(), earlier);
    const auto coarser = [](std::size_t count, auto&& endOf) {
        std::vector<double> level((count + fan - 1) / fan);
        for (std::size_t i = 0; i < count; ++i) level[i / fan] = i % fan == 0 ? endOf(i) : std::max(level[i / fan], endOf(i));
        return level;
    };
    reach_.push_back(coarser(notes_.size(), [&](std::size_t i) { return notes_[i].end; }));
    while (reach_.back().size() > 1) {
        const std::vector<double>& below = reach_.back();
        std::vector<double> level = coarser(below.size(), [&](std::size_t i) { return below[i]; });
        reach_.push_back(std::move(level));
    }
    bool placed = true;
    for (std::size_t i = 0; i < notes_.size() && placed; ++i) placed = notes_[i].id == i;
    if (placed) return;
    byId_.reserve(notes_.size());
    for (std::size_t i = 0; i < notes_.size(); ++i) byId_.emplace_back(notes_[i].id, static_cast<std::uint32_t>(i));
    std::sort(byId_.begin(), byId_.end());
}

std::size_t NoteIndex::startingBefore(double step) const {
    return static_cast<std::size_t>(
        std::lower_bound(notes_.begin(), notes_.end(), step, [](const ShownNote& note, double at) { return note.start < at; }) -
        notes_.begin());
}

std::optional<ShownNote> NoteIndex::at(double step, int pitch, double least) const {
    std::optional<ShownNote> found;
    between(step - least, step + 1e-9, [&](const ShownNote& note) {
        if (note.pitch == pitch && note.start <= step && step < std::max(note.end, note.start + least)) found = note;
    });
    return found;
}

const ShownNote* NoteIndex::find(NoteId id) const {
    if (byId_.empty()) return id < notes_.size() ? &notes_[id] : nullptr;
    const auto at = std::lower_bound(byId_.begin(), byId_.end(), std::pair<NoteId, std::uint32_t>(id, 0));
    return at != byId_.end() && at->first == id ? &notes_[at->second] : nullptr;
}

void NoteSet::insert(NoteId id) {
    if (id >= bits_.size()) bits_.resize(id + std::size_t{1});
    if (!bits_[id]) ++size_;
    bits_[id] = true;
}

void NoteSet::erase(NoteId id) {
    if (!contains(id)) return;
    bits_[id] = false;
    --size_;
}

void NoteSet::clear() {
    bits_.clear();
    size_ = 0;
}

std::vector<NoteId> NoteSet::ids() const {
    std::vector<NoteId> ids;
    ids.reserve(size_);
    for (std::size_t i = 0; i < bits_.size(); ++i)
        if (bits_[i]) ids.push_back(static_cast<NoteId>(i));
    return ids;
}

}  // namespace ricercar
