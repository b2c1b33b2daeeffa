// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ricercar {

/// A note's name for as long as it is shown: edits keep it, new notes get new ones.
using NoteId = std::uint32_t;

/// A note as the roll shows it. Time is in steps with fractions: 1.0 is a 16th.
struct ShownNote {
    double start = 0.0;
    double end = 0.0;
    NoteId id = 0;
    std::uint16_t track = 0;
    std::uint8_t pitch = 0;
    std::uint8_t velocity = 0;  ///< 1 .. 127; 0: it has none
    std::uint8_t channel = 0;
    bool kept = true;  ///< false: drums or a pitch that the grid leaves out

    friend bool operator==(const ShownNote&, const ShownNote&) = default;
};

/// Notes sorted by start, then pitch, and a tree of their ends: those that sound in a stretch of time are found without
/// looking at the others, however long one of them is.
class NoteIndex {
public:
    NoteIndex() = default;
    /// In any order.
    explicit NoteIndex(std::vector<ShownNote> notes);

    [[nodiscard]] const std::vector<ShownNote>& notes() const { return notes_; }
    [[nodiscard]] bool empty() const { return notes_.empty(); }
    [[nodiscard]] std::size_t size() const { return notes_.size(); }

    /// Calls visit(note) for every note with start < to and end >= from, by start.
    template <class Visit>
    void between(double from, double to, Visit&& visit) const {
        const std::size_t last = startingBefore(to);
        if (last > 0 && !reach_.empty()) descend(reach_.size() - 1, 0, last, from, visit);
    }
    /// How many notes start before.
    [[nodiscard]] std::size_t startingBefore(double step) const;
    /// The note that sounds there, of several the one that started last; a shorter one than `least` counts as so long.
    [[nodiscard]] std::optional<ShownNote> at(double step, int pitch, double least = 0.0) const;
    /// nullptr: there is none of that name.
    [[nodiscard]] const ShownNote* find(NoteId id) const;

private:
    static constexpr std::size_t fan = 16;

    template <class Visit>
    void descend(std::size_t level, std::size_t node, std::size_t last, double from, Visit&& visit) const {
        if (reach_[level][node] < from) return;
        std::size_t width = 1;
        for (std::size_t i = 0; i < level; ++i) width *= fan;
        const std::size_t first = node * fan;
        const std::size_t count = level == 0 ? notes_.size() : reach_[level - 1].size();
        for (std::size_t child = first; child < std::min(first + fan, count); ++child) {
            if (child * width >= last) return;
            if (level > 0)
                descend(level - 1, child, last, from, visit);
            else if (notes_[child].end >= from)
                visit(notes_[child]);
        }
    }

    std::vector<ShownNote> notes_;
    std::vector<std::vector<double>> reach_;  ///< by level: the latest end among `fan` notes, or nodes of the level below
    std::vector<std::pair<NoteId, std::uint32_t>> byId_;  ///< empty where a note's name is its place
};

/// A set of notes by name.
class NoteSet {
public:
    [[nodiscard]] bool contains(NoteId id) const { return id < bits_.size() && bits_[id]; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    void insert(NoteId id);
    void erase(NoteId id);
    void toggle(NoteId id) { contains(id) ? erase(id) : insert(id); }
    void clear();
    /// Sorted.
    [[nodiscard]] std::vector<NoteId> ids() const;
    friend bool operator==(const NoteSet& a, const NoteSet& b) { return a.size_ == b.size_ && a.ids() == b.ids(); }

private:
    std::vector<bool> bits_;
    std::size_t size_ = 0;
};

}  // namespace ricercar
