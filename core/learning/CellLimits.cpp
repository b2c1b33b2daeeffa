// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/CellLimits.h"

#include "core/base/Error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ricercar {
namespace {

constexpr std::uint64_t stateBit(unsigned state) { return std::uint64_t{1} << state; }
/// States from..to.
constexpr std::uint64_t stateBits(unsigned from, unsigned to) {
    return (~std::uint64_t{0} << from) & (~std::uint64_t{0} >> (63 - to));
}

[[noreturn]] void refuse(MessageId id, std::vector<Argument> args) { throw Error(ErrorKind::Invalid, {id, std::move(args)}); }

}  // namespace

LimitTables::LimitTables(const Constraints& constraints, std::span<const ForcedCell> forced, PitchRange range,
                         bool articulation, int first, int end)
    : constraints_(constraints),
      range_(range),
      articulation_(articulation),
      fixed_(forced, range, first, end),
      cap_(static_cast<std::uint8_t>(constraints.longest > 0 ? constraints.longest : std::max(1, constraints.shortest))) {
    bool some = false;
    for (int pitch = range.lowest; pitch <= range.highest; ++pitch) some = some || constraints_.allows(pitch);
    if (!some) refuse(MessageId::ConstraintsNoPitch, {});
    refuseOutside(forced);
    if (!constraints_.ruleLengths()) return;
    // Pitches without fixed cells share a table: one for those that may sound, one for the others.
    std::array<std::optional<std::size_t>, 2> shared;
    for (int i = 0; i < range.size(); ++i) {
        std::optional<std::size_t>& same = shared.at(constraints_.allows(range.lowest + i) ? 1 : 0);
        if (fixed_.anyAt(i) || !same) {
            if (!fixed_.anyAt(i)) same = tables_.size();
            tableOf_.push_back(tables_.size());
            tables_.push_back(tableOf(i));
        } else {
            tableOf_.push_back(*same);
        }
    }
}

void LimitTables::refuseOutside(std::span<const ForcedCell> forced) const {
    for (const ForcedCell& cell : forced) {
        if ((cell.cell & playBit) == 0 || cell.step >= fixed_.end() || std::int64_t{cell.step} + cell.steps <= fixed_.first())
            continue;
        const int step = std::max(cell.step, fixed_.first());
        for (int pitch = cell.pitch; pitch < cell.pitch + cell.pitches; ++pitch) {
            if (!range_.contains(pitch)) refuse(MessageId::FixedOutsideRange, {step, pitch, range_.lowest, range_.highest});
            bool holds = false;  // nothing painted over all of it
            for (int at = step; at < std::min(cell.step + cell.steps, fixed_.end()) && !holds; ++at)
                holds = (fixed_.at(at, pitch - range_.lowest).value_or(0) & playBit) != 0;
            if (!holds) continue;
            if (constraints_.range && !constraints_.range->contains(pitch))
                refuse(MessageId::FixedOutsideRange, {step, pitch, constraints_.range->lowest, constraints_.range->highest});
            if (!constraints_.allows(pitch)) refuse(MessageId::FixedOutsideScale, {step, pitch});
        }
    }
}

Outcomes LimitTables::open(int step, int pitch, bool sounding) const {
    if (const auto cell = fixed_.at(step, pitch)) {
        if ((*cell & playBit) == 0) return offOutcome;
        return (*cell & articulateBit) == 0 && sounding ? heldOutcome : struckOutcome;
    }
    if (!constraints_.allows(range_.lowest + pitch)) return offOutcome;
    if (!sounding) return offOutcome | struckOutcome;
    return offOutcome | heldOutcome | (articulation_ ? struckOutcome : Outcomes{0});
}

std::optional<std::uint8_t> LimitTables::next(int step, int pitch, std::uint8_t state, Outcomes outcome) const {
    if ((open(step, pitch, state > 0) & outcome) == 0) return std::nullopt;
    if (outcome == heldOutcome) {
        if (constraints_.longest > 0 && state >= constraints_.longest) return std::nullopt;
        return static_cast<std::uint8_t>(std::min<int>(state + 1, cap_));
    }
    if (state > 0 && state < constraints_.shortest) return std::nullopt;
    return outcome == offOutcome ? std::uint8_t{0} : std::uint8_t{1};
}

std::optional<std::uint8_t> LimitTables::viable(int step, int pitch, std::uint8_t state, Outcomes outcome) const {
    const auto to = next(step, pitch, state, outcome);
    if (!to || tables_.empty()) return to;
    const std::uint64_t bits =
        tables_[tableOf_[static_cast<std::size_t>(pitch)]][static_cast<std::size_t>(step - fixed_.first())];
    return (bits & stateBit(*to)) != 0 ? to : std::nullopt;
}

std::optional<std::uint8_t> LimitTables::least(int step, int pitch, std::uint8_t state) const {
    for (const Outcomes outcome : {offOutcome, heldOutcome, struckOutcome})
        if (const auto to = viable(step, pitch, state, outcome)) return to;
    return std::nullopt;
}

std::vector<std::uint64_t> LimitTables::tableOf(int pitch) const {
    const auto shortest = static_cast<unsigned>(constraints_.shortest);
    const std::uint64_t over = stateBit(0) | stateBits(shortest, cap_);  // a note may end, or another begin
    const std::uint64_t sounding = stateBits(1, cap_);
    std::vector<std::uint64_t> table(static_cast<std::size_t>(fixed_.end() - fixed_.first()));
    if (table.empty()) return table;
    table.back() = over;
    for (std::size_t t = table.size() - 1; t > 0; --t) {
        const std::uint64_t after = table[t];
        const int step = fixed_.first() + static_cast<int>(t);
        const Outcomes fromNote = open(step, pitch, true), fromSilence = open(step, pitch, false);
        std::uint64_t held = after >> 1;
        if (constraints_.longest == 0) held |= after & stateBit(cap_);
        std::uint64_t from = (fromNote & heldOutcome) != 0 ? held & sounding : 0;
        const auto ends = [&](Outcomes outcomes) {
            return ((outcomes & offOutcome) != 0 && (after & stateBit(0)) != 0) ||
                   ((outcomes & struckOutcome) != 0 && (after & stateBit(1)) != 0);
        };
        if (ends(fromNote)) from |= over & sounding;
        if (ends(fromSilence)) from |= stateBit(0);
        table[t - 1] = from;
    }
    return table;
}

CellLimits::CellLimits(std::shared_ptr<const LimitTables> tables, const PianoRoll& before, int steps)
    : tables_(std::move(tables)) {
    const LimitTables& all = *tables_;
    const Constraints& constraints = all.constraints();
    const int pitches = all.range().size(), first = all.fixed().first();
    states_.assign(static_cast<std::size_t>(pitches), 0);
    for (int i = 0; i < pitches; ++i) {
        int age = 0;
        for (int step = before.steps() - 1; step >= 0 && before.plays(step, all.range().lowest + i); --step) {
            ++age;
            if (age >= all.cap() || before.articulates(step, all.range().lowest + i)) break;
        }
        if (age > 0) age = std::clamp<int>(age, constraints.shortest, all.cap());
        states_[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(age);
        if (constraints.ruleLengths() && steps > 0 && !all.least(first, i, states_[static_cast<std::size_t>(i)]))
            refuseTooLong(i);
    }
    if (constraints.voices == 0) return;
    planned_.assign(static_cast<std::size_t>(steps) * states_.size(), 0);
    load_.assign(static_cast<std::size_t>(steps), 0);
    for (int i = 0; i < pitches; ++i) {
        std::uint8_t state = states_[static_cast<std::size_t>(i)];
        for (int step = first; step < first + steps; ++step) {
            planned(step, i) = state = *all.least(step, i, state);
            if (state > 0) ++load_[static_cast<std::size_t>(step - first)];
        }
    }
    for (int t = 0; t < steps; ++t) {
        if (load_[static_cast<std::size_t>(t)] <= constraints.voices) continue;
        int highest = pitches - 1;
        while (planned(first + t, highest) == 0) --highest;
        refuse(MessageId::FixedTooMany,
               {first + t, all.range().lowest + highest, load_[static_cast<std::size_t>(t)], constraints.voices});
    }
}

void CellLimits::refuseTooLong(int pitch) const {
    // All states that can be reached, until there is none.
    const LimitTables& all = *tables_;
    const auto stuck = [&](const LimitTables& tables) {
        std::uint64_t reached = stateBit(std::min(states_[static_cast<std::size_t>(pitch)], tables.cap()));
        for (int step = tables.fixed().first(); step < tables.fixed().end(); ++step) {
            std::uint64_t to = 0;
            for (std::uint8_t state = 0; state <= tables.cap(); ++state)
                for (const Outcomes outcome : {offOutcome, heldOutcome, struckOutcome})
                    if ((reached & stateBit(state)) != 0)
                        if (const auto next = tables.next(step, pitch, state, outcome)) to |= stateBit(*next);
            if (to == 0) return step;
            reached = to;
        }
        return tables.fixed().end() - 1;
    };
    const int step = stuck(all), shown = all.range().lowest + pitch;
    const Constraints& constraints = all.constraints();
    const bool held = constraints.longest > 0 && (all.fixed().at(step, pitch).value_or(0) & playBit) != 0 &&
                      (all.fixed().at(step, pitch).value_or(0) & articulateBit) == 0;
    if (held) refuse(MessageId::FixedTooLong, {step, shown, constraints.longest});
    refuse(MessageId::FixedTooShort, {step, shown, constraints.shortest});
}

Outcomes CellLimits::open(int step, int pitch) const {
    Outcomes open = 0;
    const std::uint8_t state = states_[static_cast<std::size_t>(pitch)];
    for (const Outcomes outcome : {offOutcome, heldOutcome, struckOutcome})
        if (const auto to = tables_->viable(step, pitch, state, outcome))
            if (planned_.empty() || fits(step, pitch, *to)) open |= outcome;
    return open;
}

void CellLimits::set(int step, int pitch, Cell cell) {
    std::uint8_t& state = states_[static_cast<std::size_t>(pitch)];
    if ((cell & playBit) == 0)
        state = 0;
    else if ((cell & articulateBit) != 0)
        state = 1;
    else
        state = static_cast<std::uint8_t>(std::min<int>(state + 1, tables_->cap()));
    if (!planned_.empty()) plan(step, pitch, state);
}

std::uint8_t& CellLimits::planned(int step, int pitch) {
    return planned_[static_cast<std::size_t>(step - tables_->fixed().first()) * states_.size() +
                    static_cast<std::size_t>(pitch)];
}

std::uint8_t CellLimits::planned(int step, int pitch) const {
    return planned_[static_cast<std::size_t>(step - tables_->fixed().first()) * states_.size() +
                    static_cast<std::size_t>(pitch)];
}

bool CellLimits::fits(int step, int pitch, std::uint8_t state) const {
    const int first = tables_->fixed().first();
    for (; state != planned(step, pitch); state = tables_->least(step, pitch, state).value_or(0)) {
        const int others = load_[static_cast<std::size_t>(step - first)] - (planned(step, pitch) > 0 ? 1 : 0);
        if (state > 0 && others + 1 > tables_->constraints().voices) return false;
        if (++step == tables_->fixed().end()) break;
    }
    return true;
}

void CellLimits::plan(int step, int pitch, std::uint8_t state) {
    const int first = tables_->fixed().first();
    for (; state != planned(step, pitch); state = tables_->least(step, pitch, state).value_or(0)) {
        std::uint16_t& load = load_[static_cast<std::size_t>(step - first)];
        load = static_cast<std::uint16_t>(load - (planned(step, pitch) > 0 ? 1 : 0) + (state > 0 ? 1 : 0));
        planned(step, pitch) = state;
        if (++step == tables_->fixed().end()) break;
    }
}

}  // namespace ricercar
