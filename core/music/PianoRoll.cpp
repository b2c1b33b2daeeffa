// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/PianoRoll.h"

#include "core/base/Error.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

namespace ricercar {
namespace {

int wrap(int value, int modulus) { return ((value % modulus) + modulus) % modulus; }

}  // namespace

PianoRoll::PianoRoll(PitchRange range, int steps, Meter meter, int barOffset)
    : range_(range), steps_(steps), meter_(meter), barSteps_(meter.barSteps().value_or(0)) {
    if (!range.valid())
        rejectSetting("pitch range", std::to_string(range.lowest) + ".." + std::to_string(range.highest),
                      Message{MessageId::ValueRange, {0, 127}});
    if (steps < 0) rejectSetting("length", steps, Message{MessageId::ValueAtLeast, {0}});
    if (barSteps_ < 1) rejectSetting("meter", meter.text(), Message{MessageId::ValueWholeBar, {}});
    barOffset_ = wrap(barOffset, barSteps_);
    cells_.assign(static_cast<std::size_t>(steps) * static_cast<std::size_t>(range.size()), 0);
}

Cell PianoRoll::at(int step, int pitch) const {
    if (step < 0 || step >= steps_ || !range_.contains(pitch)) return 0;
    return row(step)[static_cast<std::size_t>(pitch - range_.lowest)];
}

void PianoRoll::set(int step, int pitch, Cell cell) { row(step)[static_cast<std::size_t>(pitch - range_.lowest)] = cell; }

void PianoRoll::addNote(int start, int length, int pitch) {
    if (!range_.contains(pitch)) return;
    const int end = std::min(start + length, steps_);
    for (int step = std::max(start, 0); step < end; ++step) {
        const Cell attack = at(step, pitch) & articulateBit;  // an attack inside the note stays one
        set(step, pitch, static_cast<Cell>(playBit | (step == start ? articulateBit : attack)));
    }
}

std::span<const Cell> PianoRoll::row(int step) const {
    const auto width = static_cast<std::size_t>(range_.size());
    return std::span(cells_).subspan(static_cast<std::size_t>(step) * width, width);
}

std::span<Cell> PianoRoll::row(int step) {
    const auto width = static_cast<std::size_t>(range_.size());
    return std::span(cells_).subspan(static_cast<std::size_t>(step) * width, width);
}

int PianoRoll::stepInBar(int step) const { return step < 0 ? barSteps_ - 1 : wrap(step + barOffset_, barSteps_); }

int PianoRoll::bar(int step) const { return (step + barOffset_ - stepInBar(step)) / barSteps_; }

void PianoRoll::resize(int steps) {
    cells_.resize(static_cast<std::size_t>(steps) * static_cast<std::size_t>(range_.size()), 0);
    steps_ = steps;
}

PianoRoll PianoRoll::excerpt(int first, int count) const {
    PianoRoll part(range_, count, meter_, barOffset_ + first);
    for (int step = 0; step < count; ++step)
        if (first + step >= 0 && first + step < steps_) std::ranges::copy(row(first + step), part.row(step).begin());
    return part;
}

PianoRoll PianoRoll::slice(int first, int count) const {
    PianoRoll part = excerpt(first, count);
    if (count > 0)
        for (Cell& cell : part.row(0))
            if (cell & playBit) cell |= articulateBit;
    return part;
}

PianoRoll PianoRoll::transposed(int semitones) const {
    PianoRoll moved(range_, steps_, meter_, barOffset_);
    const int first = std::max(range_.lowest, range_.lowest - semitones);
    const int last = std::min(range_.highest, range_.highest - semitones);
    for (int step = 0; step < steps_; ++step)
        for (int pitch = first; pitch <= last; ++pitch) moved.set(step, pitch + semitones, at(step, pitch));
    return moved;
}

PianoRoll PianoRoll::inRange(PitchRange range) const {
    PianoRoll other(range, steps_, meter_, barOffset_);
    const int first = std::max(range.lowest, range_.lowest);
    const int last = std::min(range.highest, range_.highest);
    for (int step = 0; step < steps_; ++step)
        for (int pitch = first; pitch <= last; ++pitch) other.set(step, pitch, at(step, pitch));
    return other;
}

bool PianoRoll::valid() const {
    for (int step = 0; step < steps_; ++step)
        for (int pitch = range_.lowest; pitch <= range_.highest; ++pitch) {
            const Cell cell = at(step, pitch);
            if (cell > (playBit | articulateBit) || cell == articulateBit) return false;
            if (cell == playBit && !plays(step - 1, pitch)) return false;
        }
    return true;
}

std::vector<RollNote> notesOf(const PianoRoll& roll) {
    std::vector<RollNote> notes;
    std::vector<int> sounding(static_cast<std::size_t>(roll.pitches()), -1);  // index of the note a pitch sounds in
    for (int step = 0; step < roll.steps(); ++step) {
        const auto row = roll.row(step);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if ((row[i] & playBit) == 0) {
                sounding[i] = -1;
                continue;
            }
            if ((row[i] & articulateBit) != 0 || sounding[i] < 0) {
                sounding[i] = static_cast<int>(notes.size());
                notes.push_back({step, 0, roll.range().lowest + static_cast<int>(i)});
            }
            ++notes[static_cast<std::size_t>(sounding[i])].length;
        }
    }
    return notes;
}

std::optional<PitchRange> soundingRange(const PianoRoll& roll) {
    Cell any[128]{};
    for (int step = 0; step < roll.steps(); ++step) {
        const auto row = roll.row(step);
        for (std::size_t i = 0; i < row.size(); ++i) any[i] = static_cast<Cell>(any[i] | row[i]);
    }
    std::optional<PitchRange> range;
    for (int pitch = roll.range().lowest; pitch <= roll.range().highest; ++pitch)
        if ((any[pitch - roll.range().lowest] & playBit) != 0) range = {range ? range->lowest : pitch, pitch};
    return range;
}

std::int64_t notesOutside(const PianoRoll& roll, PitchRange range) {
    if (range.contains(roll.range().lowest) && range.contains(roll.range().highest)) return 0;
    const auto notes = notesOf(roll);
    return std::ranges::count_if(notes, [&](const RollNote& note) { return !range.contains(note.pitch); });
}

Message outsideRemark(MessageId id, std::int64_t notes, PitchRange range) {
    return {id, {std::to_string(notes), std::to_string(range.lowest), std::to_string(range.highest)}};
}

std::vector<std::uint8_t> packCells(const PianoRoll& roll) {
    const auto& cells = roll.cells();
    std::vector<std::uint8_t> packed((cells.size() + 3) / 4, 0);
    const std::size_t whole = cells.size() / 4;
    for (std::size_t i = 0; i < whole; ++i) {
        const Cell* const four = cells.data() + 4 * i;
        if constexpr (std::endian::native == std::endian::little) {
            std::uint32_t word = 0;
            std::memcpy(&word, four, sizeof word);
            word |= word >> 6;
            packed[i] = static_cast<std::uint8_t>(word | word >> 12);
        } else {
            packed[i] = static_cast<std::uint8_t>(four[0] | four[1] << 2 | four[2] << 4 | four[3] << 6);
        }
    }
    for (std::size_t i = 4 * whole; i < cells.size(); ++i)
        packed[whole] = static_cast<std::uint8_t>(packed[whole] | (cells[i] << (2 * (i % 4))));
    return packed;
}

void unpackCells(std::span<const std::uint8_t> packed, PianoRoll& roll) {
    const std::size_t cells = roll.cells().size();
    if (packed.size() != (cells + 3) / 4)
        throw Error(ErrorKind::Damaged, {MessageId::Internal, {"a stored roll has the wrong size"}});
    if (cells == 0) return;
    Cell* const first = roll.row(0).data();
    for (std::size_t i = 0; i < cells; ++i) first[i] = static_cast<Cell>((packed[i / 4] >> (2 * (i % 4))) & 3);
}

}  // namespace ricercar
