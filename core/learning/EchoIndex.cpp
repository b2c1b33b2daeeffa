// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/EchoIndex.h"

#include "core/base/Random.h"
#include "core/learning/FeatureLayout.h"

#include <algorithm>
#include <bit>

namespace ricercar {
namespace {

using Bits = std::array<std::uint64_t, 2>;

int bitsOf(const Bits& a) { return std::popcount(a[0]) + std::popcount(a[1]); }
int bitsInBoth(const Bits& a, const Bits& b) { return std::popcount(a[0] & b[0]) + std::popcount(a[1] & b[1]); }
int lowestBit(const Bits& a) { return a[0] != 0 ? std::countr_zero(a[0]) : 64 + std::countr_zero(a[1]); }

Bits shiftedDown(const Bits& a, int by) {
    if (by >= 64) return {a[1] >> (by - 64), 0};
    if (by == 0) return a;
    return {a[0] >> by | a[1] << (64 - by), a[1] >> by};
}

/// Jaccard index of two sets; two empty ones agree.
float overlap(int both, int first, int second) {
    const int either = first + second - both;
    return either == 0 ? 1.0F : static_cast<float>(both) / static_cast<float>(either);
}

}  // namespace

std::size_t EchoIndex::KeyHash::operator()(const Key& key) const noexcept {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : {key.play[0], key.play[1], key.strike[0], key.strike[1]})
        hash = Random::mix(hash ^ word) + word;
    return static_cast<std::size_t>(hash);
}

EchoIndex::EchoIndex(int barSteps, bool articulation, int lowestPitch)
    : barSteps_(std::max(1, barSteps)), articulation_(articulation), lowestPitch_(lowestPitch) {}

const StepMemory& EchoIndex::append(std::span<const Cell> row, int stepInBar) {
    Key key{};
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::uint64_t bit = std::uint64_t{1} << (i % 64);
        if ((row[i] & playBit) == 0) continue;
        key.play[i / 64] |= bit;
        if (articulation_ && (row[i] & articulateBit) != 0) key.strike[i / 64] |= bit;
    }
    Row made{key.play, bitsOf(key.play), rows_.empty() ? 0 : rows_.back().lowest, 0};
    if (made.notes > 0) made.lowest = lowestBit(key.play);
    rows_.push_back(made);
    exact_.emplace_back();
    moved_.emplace_back();
    if (stepInBar == 0) ++memory_.bar;
    matchRows(key);
    matchShapes(key);
    matchSoftly();
    compareLags();
    countClasses();
    return memory_;
}

/// Matches that end before a place grow by one where the step before it is the same as the present one.
void EchoIndex::matchRows(const Key& key) {
    const auto now = static_cast<std::int32_t>(rows_.size()) - 1;
    const auto [known, fresh] = rowIds_.try_emplace(key, static_cast<std::int32_t>(rowPlaces_.size()));
    if (fresh) rowPlaces_.emplace_back();
    const std::int32_t id = rows_.back().id = known->second;
    std::vector<std::int32_t>& places = rowPlaces_[static_cast<std::size_t>(id)];
    memory_.longest = memory_.second = {};
    for (auto place = places.rbegin(); place != places.rend();
         ++place) {  // latest first: the match before it is not yet renewed
        const auto at = static_cast<std::size_t>(*place);
        const Match& before = exact_[at - 1];
        exact_[at] = {now, before.seen == now - 1 && at > 1 ? before.length + 1 : 1, 0};
        if (exact_[at].length > memory_.longest.length) memory_.longest = {*place, exact_[at].length, 0};
    }
    if (memory_.longest.place >= 0) {
        const std::int32_t next = rows_[static_cast<std::size_t>(memory_.longest.place)].id;
        for (auto place = places.rbegin(); place != places.rend(); ++place) {
            const auto at = static_cast<std::size_t>(*place);
            if (exact_[at].length > memory_.second.length && rows_[at].id != next)
                memory_.second = {*place, exact_[at].length, 0};
        }
    }
    places.push_back(now + 1);
}

/// The same for steps whose intervals from their lowest note are the same, as long as the shift stays.
void EchoIndex::matchShapes(const Key& key) {
    const auto now = static_cast<std::int32_t>(rows_.size()) - 1;
    const std::int32_t lowest = rows_.back().lowest;
    const Key shape = rows_.back().notes > 0 ? Key{shiftedDown(key.play, lowest), shiftedDown(key.strike, lowest)} : Key{};
    const auto [known, fresh] = shapeIds_.try_emplace(shape, static_cast<std::int32_t>(shapePlaces_.size()));
    if (fresh) shapePlaces_.emplace_back();
    std::vector<std::int32_t>& places = shapePlaces_[static_cast<std::size_t>(known->second)];
    memory_.transposed = {};
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        const auto at = static_cast<std::size_t>(*place);
        const std::int32_t shift = lowest - rows_[at - 1].lowest;
        const Match& before = moved_[at - 1];
        const bool goesOn = at > 1 && before.seen == now - 1 && before.shift == shift;
        moved_[at] = {now, goesOn ? before.length + 1 : 1, shift};
        if (shift != 0 && moved_[at].length > memory_.transposed.length)
            memory_.transposed = {*place, moved_[at].length, shift};
    }
    places.push_back(now + 1);
}

void EchoIndex::matchSoftly() {
    const std::size_t now = rows_.size() - 1;
    memory_.soft = {};
    memory_.agreement = 0;
    soft_.push_back(0);
    const std::size_t first = now > softReach ? now - softReach : 0;
    const Row& row = rows_[now];
    float best = 0;
    for (std::size_t place = now; place > first; --place) {  // soft_[place - 1] still is that of the step before
        const Row& there = rows_[place - 1];
        const float before = place - 1 > first ? soft_[place - 1] : 0.0F;
        const float sum = softFading * before + overlap(bitsInBoth(row.play, there.play), row.notes, there.notes);
        soft_[place] = sum;
        if (sum > best) {
            best = sum;
            memory_.soft.place = static_cast<std::int32_t>(place);
        }
    }
    memory_.agreement = best * (1.0F - softFading);
}

void EchoIndex::compareLags() {
    const int now = static_cast<int>(rows_.size()) - 1;
    const int half = std::max(1, barSteps_ / 2);
    for (std::size_t i = 0; i < memory_.lagPlace.size(); ++i) {
        const int lag = lagBars[i] * barSteps_;
        memory_.lagPlace[i] = now + 1 - lag >= 0 ? now + 1 - lag : -1;
        memory_.lagAgreement[i] = 0;
        int both = 0, either = 0;
        for (int step = now; step > now - half && step >= 0; --step) {
            const Row& row = rows_[static_cast<std::size_t>(step)];
            const bool there = step - lag >= 0;
            const int shared = there ? bitsInBoth(row.play, rows_[static_cast<std::size_t>(step - lag)].play) : 0;
            both += shared;
            either += row.notes + (there ? rows_[static_cast<std::size_t>(step - lag)].notes : 0) - shared;
        }
        if (either > 0) memory_.lagAgreement[i] = static_cast<float>(both) / static_cast<float>(either);
    }
}

void EchoIndex::countClasses() {
    const Row& row = rows_.back();
    for (std::size_t word = 0; word < 2; ++word)
        for (std::uint64_t left = row.play[word]; left != 0; left &= left - 1) {
            const int pitch = lowestPitch_ + static_cast<int>(64 * word) + std::countr_zero(left);
            ++classSteps_[static_cast<std::size_t>(pitch % 12)];
        }
    const std::int64_t most = std::max<std::int64_t>(1, *std::ranges::max_element(classSteps_));
    for (std::size_t i = 0; i < classSteps_.size(); ++i)
        memory_.histogram[i] = static_cast<float>(classSteps_[i]) / static_cast<float>(most);
}

PieceMemory::PieceMemory(const PianoRoll& roll, bool articulation) {
    EchoIndex index(roll.barSteps(), articulation, roll.range().lowest);
    steps_.reserve(static_cast<std::size_t>(roll.steps()));
    for (int step = 0; step < roll.steps(); ++step) steps_.push_back(index.append(roll.row(step), roll.stepInBar(step)));
}

const StepMemory& PieceMemory::after(int step) const {
    static const StepMemory nothing;
    return step < 0 || steps_.empty() ? nothing : steps_[static_cast<std::size_t>(step)];
}

}  // namespace ricercar
