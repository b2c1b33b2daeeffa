// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/SuffixArray.h"

#include <algorithm>
#include <cstddef>

namespace ricercar {
namespace {

constexpr std::int32_t none = -1;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Sorts the suffixes of one text, or what begins with them, by the order of its leftmost smaller ones.
class InducedSort {
public:
    InducedSort(const std::vector<std::int32_t>& text, std::int32_t alphabet)
        : text_(text), size_(static_cast<std::int32_t>(text.size())), smaller_(text.size()), ends_(at(alphabet)) {
        for (std::int32_t i = size_ - 2; i >= 0; --i) {
            const std::int32_t here = text[at(i)];
            const std::int32_t next = text[at(i + 1)];
            smaller_[at(i)] = here < next || (here == next && smaller_[at(i + 1)]);
        }
        for (const std::int32_t value : text) ++ends_[at(value)];
        for (std::size_t value = 1; value < ends_.size(); ++value) ends_[value] += ends_[value - 1];
    }

    /// Smaller than the suffix after it, which the one before it is not.
    [[nodiscard]] bool leftmost(std::int32_t i) const { return i > 0 && smaller_[at(i)] && !smaller_[at(i - 1)]; }

    [[nodiscard]] std::vector<std::int32_t> sorted(const std::vector<std::int32_t>& leftmosts) const {
        std::vector<std::int32_t> order(text_.size(), none);
        std::vector<std::int32_t> free = ends_;
        for (auto i = leftmosts.rbegin(); i != leftmosts.rend(); ++i) order[at(--free[at(text_[at(*i)])])] = *i;
        larger(order);
        for (std::int32_t& i : order)
            if (i != none && smaller_[at(i)]) i = none;
        smaller(order);
        return order;
    }

private:
    /// Places the suffixes that are larger than the one after them, from the front.
    void larger(std::vector<std::int32_t>& order) const {
        std::vector<std::int32_t> free(ends_.size(), 0);
        std::copy(ends_.begin(), ends_.end() - 1, free.begin() + 1);
        const auto place = [&](std::int32_t i) { order[at(free[at(text_[at(i)])]++)] = i; };
        place(size_ - 1);
        for (std::size_t k = 0; k < order.size(); ++k)
            if (order[k] > 0 && !smaller_[at(order[k] - 1)]) place(order[k] - 1);
    }
    /// Those that are smaller, from the back.
    void smaller(std::vector<std::int32_t>& order) const {
        std::vector<std::int32_t> free = ends_;
        for (std::size_t k = order.size(); k-- > 0;)
            if (order[k] > 0 && smaller_[at(order[k] - 1)]) {
                const std::int32_t i = order[k] - 1;
                order[at(--free[at(text_[at(i)])])] = i;
            }
    }

    const std::vector<std::int32_t>& text_;
    std::int32_t size_;
    std::vector<bool> smaller_;
    std::vector<std::int32_t> ends_;  ///< of each value's suffixes in the order
};

}  // namespace

std::vector<std::int32_t> suffixArray(const std::vector<std::int32_t>& text, std::int32_t alphabet) {
    const auto size = static_cast<std::int32_t>(text.size());
    if (size == 0) return {};
    const InducedSort sort(text, alphabet);
    std::vector<std::int32_t> leftmosts;  // by place
    for (std::int32_t i = 1; i < size; ++i)
        if (sort.leftmost(i)) leftmosts.push_back(i);
    const std::vector<std::int32_t> order = sort.sorted(leftmosts);
    if (leftmosts.empty()) return order;

    // Names the stretches from one leftmost suffix to the next by their order; the shorter text of these names is sorted next.
    std::vector<std::int32_t> number(text.size(), none);  // of a leftmost suffix among them
    for (std::size_t i = 0; i < leftmosts.size(); ++i) number[at(leftmosts[i])] = static_cast<std::int32_t>(i);
    const auto stretchEnd = [&](std::int32_t i) {
        const std::size_t next = at(number[at(i)]) + 1;
        return next < leftmosts.size() ? leftmosts[next] : size;
    };
    const auto same = [&](std::int32_t a, std::int32_t b) {
        const std::int32_t length = stretchEnd(a) - a;
        if (length != stretchEnd(b) - b || stretchEnd(a) == size || stretchEnd(b) == size) return false;
        return std::equal(text.begin() + a, text.begin() + a + length + 1, text.begin() + b);
    };
    std::vector<std::int32_t> names(leftmosts.size());
    std::int32_t name = none;
    std::int32_t before = none;
    for (const std::int32_t i : order) {
        if (number[at(i)] == none) continue;
        if (before == none || !same(before, i)) ++name;
        names[at(number[at(i)])] = name;
        before = i;
    }
    std::vector<std::int32_t> sorted = suffixArray(names, name + 1);
    for (std::int32_t& i : sorted) i = leftmosts[at(i)];
    return sort.sorted(sorted);
}

}  // namespace ricercar
