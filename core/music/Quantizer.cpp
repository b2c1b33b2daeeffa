// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Quantizer.h"

#include "core/music/DrumParts.h"
#include "core/music/MeterSections.h"
#include "core/music/PickupDetector.h"
#include "core/music/Sustain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace ricercar {
namespace {

/// Quarter notes a minute, to three decimals: a file holds whole microseconds, so 90 comes back as 89.99996.
double perMinute(std::uint32_t microseconds) { return std::round(60e9 / std::max(microseconds, 1U)) / 1000.0; }

/// The tempo that holds for the longest time of a stretch, and the range of those that hold for any time.
void findTempos(const Score& score, Tick start, Tick end, QuantizedPart& part) {
    std::map<std::uint32_t, double> times;
    auto change = std::upper_bound(score.tempos.begin(), score.tempos.end(), start,
                                   [](Tick tick, const TempoChange& tempo) { return tick < tempo.tick; });
    std::uint32_t tempo = change == score.tempos.begin() ? 500'000 : (change - 1)->microsecondsPerQuarter;
    std::uint32_t longest = tempo, slowest = tempo, fastest = tempo;
    for (Tick from = start;; ++change) {
        const bool more = change != score.tempos.end() && change->tick < end;
        const auto ticks = static_cast<double>((more ? change->tick : end) - from);
        double& time = times[tempo];
        time += score.division.smpte() ? ticks : ticks * tempo;
        if (time > times[longest]) longest = tempo;
        if (ticks > 0) {
            slowest = std::max(slowest, tempo);
            fastest = std::min(fastest, tempo);
        }
        if (!more) break;
        tempo = change->microsecondsPerQuarter;
        from = change->tick;
    }
    part.tempo = perMinute(longest);
    part.slowest = perMinute(slowest);
    part.fastest = perMinute(fastest);
}

/// The channels and voices that have notes in a stretch.
void findVoices(const Score& score, const MeterSection& stretch, QuantizedPart& part) {
    std::set<std::uint32_t> voices;
    std::uint32_t last = ~0U;
    for (std::size_t i = stretch.firstNote; i < stretch.lastNote; ++i) {
        const Note& note = score.notes[i];
        const std::uint32_t voice = note.track * 16U + note.channel;
        if (voice == last) continue;
        last = voice;
        voices.insert(voice);
        part.channels = static_cast<std::uint16_t>(part.channels | (1U << (note.channel & 15U)));
    }
    part.voices = static_cast<int>(voices.size());
}

class PartMaker {
public:
    PartMaker(const Score& score, const QuantizeOptions& options)
        : score_(score), options_(options), grid_(score), drums_(score), stepsLeft_(options.maxSteps) {
        if (options.sustainPedal) sustained_ = sustainedEnds(score);
    }

    std::vector<QuantizedPart> make() {
        const std::vector<MeterSection> stretches = meterSectionsOf(score_, grid_);
        std::vector<QuantizedPart> parts;
        parts.reserve(stretches.size());
        for (const MeterSection& stretch : stretches) parts.push_back(part(stretch));
        return parts;
    }

private:
    QuantizedPart part(const MeterSection& stretch) {
        QuantizedPart part;
        part.meter = stretch.meter;
        part.start = stretch.start;
        const auto [from, to] = sounding(stretch);
        findTempos(score_, from, to, part);
        findVoices(score_, stretch, part);
        const auto barSteps = stretch.meter.barSteps();
        if (!barSteps) {
            part.rejection = Message{MessageId::GridBarNotWhole, {stretch.meter.text()}};
            return part;
        }
        collect(stretch, part.report);
        part.remarks = stretch.remarks;
        sayChannels(part);
        if (notes_.empty()) {
            part.rejection = whyEmpty(part.report);
            return part;
        }

        std::int64_t steps = std::max<std::int64_t>(grid_.step(stretch.end, stretch.start), 1);
        int heldOver = 0;
        const bool open = stretch.last && !options_.fixedEnd;
        for (GridNote& note : notes_) {
            if (open) steps = std::max(steps, note.end);
            // A change of meter off the grid may leave a note half a step outside.
            note.start = std::clamp<std::int64_t>(note.start, 0, steps - 1);
            note.end = std::max(note.end, note.start + 1);
            if (note.end > steps) ++heldOver;
        }
        if (!open && heldOver > 0) part.remarks.push_back({MessageId::GridHeldOver, {heldOver}});
        int pickup = pickupOf(stretch, *barSteps, part.report);
        if (options_.trimSilence) trim(steps, pickup, *barSteps, part);
        if (steps > stepsLeft_) cut(steps, part);
        if (notes_.empty()) {
            part.rejection = Message{MessageId::GridAllCut, {options_.maxSteps}};
            part.remarks.clear();
            return part;
        }
        stepsLeft_ -= steps;
        part.report.pickupSteps = pickup;
        part.roll = PianoRoll(options_.range, static_cast<int>(steps), stretch.meter, *barSteps - pickup);
        fill(part);
        measure(part.report);
        return part;
    }

    /// From its first note to the end of its last; all of it where there are none.
    [[nodiscard]] std::pair<Tick, Tick> sounding(const MeterSection& stretch) const {
        if (stretch.firstNote == stretch.lastNote) return {stretch.start, stretch.end};
        Tick last = 0;
        for (std::size_t i = stretch.firstNote; i < stretch.lastNote; ++i)
            last = std::max(last, score_.notes[i].start + score_.notes[i].duration);
        const Tick first = std::clamp(score_.notes[stretch.firstNote].start, stretch.start, stretch.end);
        return {first, std::clamp(last, first, stretch.end)};
    }

    [[nodiscard]] int pickupOf(const MeterSection& stretch, int barSteps, QuantizeReport& report) const {
        if (options_.pickup && stretch.start == 0) return ((*options_.pickup % barSteps) + barSteps) % barSteps;
        if (stretch.pickup > 0 || stretch.start > 0 || !options_.detectPickup) return stretch.pickup;
        const int pickup = detectPickup(notes_, barSteps);
        report.pickupDetected = pickup > 0;
        return pickup;
    }

    /// Drops silent bars at either end; a pick-up is one. Less than a bar behind the last one with music stays (musicEnd).
    void trim(std::int64_t& steps, int& pickup, int barSteps, QuantizedPart& part) {
        const std::int64_t first = notes_.front().start;
        std::int64_t last = 0;
        for (const GridNote& note : notes_) last = std::max(last, note.end);
        const std::int64_t before = first < pickup ? 0 : (first - pickup) / barSteps + (pickup > 0 ? 1 : 0);
        const std::int64_t front = first < pickup ? 0 : pickup + (first - pickup) / barSteps * barSteps;
        const std::int64_t line = pickup + (std::max<std::int64_t>(last - pickup, 0) + barSteps - 1) / barSteps * barSteps;
        const std::int64_t end = steps - line < barSteps ? steps : line;
        const std::int64_t behind = (steps - end) / barSteps;
        if (before > 0 || behind > 0) part.remarks.push_back({MessageId::GridTrimmed, {before, behind}});
        if (front > 0) pickup = 0;
        for (GridNote& note : notes_) {
            note.start -= front;
            note.end -= front;
        }
        steps = end - front;
        part.firstStep = static_cast<int>(front);
    }

    /// Which channels are no drums, or drums, against the custom.
    void sayChannels(QuantizedPart& part) const {
        std::string channels;
        int drums = 0;
        for (std::size_t channel = 0; channel < 16; ++channel) {
            if (channel == drumChannel || drumNotes_[channel] == 0) continue;
            channels += (channels.empty() ? "" : ", ") + std::to_string(channel + 1);
            drums += drumNotes_[channel];
        }
        if (drums > 0) part.remarks.push_back({MessageId::GridDrumChannels, {channels, drums}});
        if (melodicDrumNotes_ > 0) part.remarks.push_back({MessageId::GridMelodicDrumChannel, {melodicDrumNotes_}});
    }

    /// The notes of a stretch that belong on the grid.
    void collect(const MeterSection& stretch, QuantizeReport& report) {
        notes_.clear();
        errors_.clear();
        drumNotes_.fill(0);
        melodicDrumNotes_ = 0;
        notes_.reserve(stretch.lastNote - stretch.firstNote);
        errors_.reserve(stretch.lastNote - stretch.firstNote);
        for (std::size_t i = stretch.firstNote; i < stretch.lastNote; ++i) {
            const Note& note = score_.notes[i];
            if (!options_.keepDrums && drums_(note)) {
                ++report.drums;
                ++drumNotes_[note.channel & 15U];
                continue;
            }
            if (!options_.range.contains(note.pitch)) {
                ++report.outOfRange;
                continue;
            }
            if (note.channel == drumChannel && !options_.keepDrums) ++melodicDrumNotes_;
            const Grid::Place start = grid_.place(note.start, stretch.start);
            const Tick endTick = sustained_.empty() ? note.start + note.duration : sustained_[i];
            const std::int64_t end = grid_.step(endTick, stretch.start);
            if (end <= start.step) ++report.lengthened;
            notes_.push_back({start.step, std::max(end, start.step + 1), note.pitch, note.velocity});
            errors_.push_back(start.error);
        }
    }

    [[nodiscard]] Message whyEmpty(const QuantizeReport& report) const {
        if (report.outOfRange > 0)
            return {MessageId::GridNoneInRange, {report.outOfRange, options_.range.lowest, options_.range.highest}};
        if (report.drums > 0) return {MessageId::GridOnlyDrums, {report.drums}};
        return {MessageId::GridNoNotes, {}};
    }

    /// Keeps what fits into the steps that are left.
    void cut(std::int64_t& steps, QuantizedPart& part) {
        steps = stepsLeft_;
        const auto kept = std::lower_bound(notes_.begin(), notes_.end(), steps,
                                           [](const GridNote& note, std::int64_t step) { return note.start < step; });
        const auto left = notes_.end() - kept;
        notes_.erase(kept, notes_.end());
        errors_.resize(notes_.size());
        part.remarks.push_back({MessageId::GridCut, {steps, left}});
    }

    /// The union of the notes, each attack kept. Time: steps x pitches, however much the notes overlap.
    void fill(QuantizedPart& part) const {
        if (part.roll.steps() == 0) return;
        std::array<std::int64_t, 128> filled{};
        Cell* const cells = part.roll.row(0).data();
        const std::int64_t width = part.roll.pitches();
        for (const GridNote& note : notes_) {
            Cell* const column = cells + (note.pitch - part.roll.range().lowest);
            Cell& attack = column[note.start * width];
            if ((attack & articulateBit) != 0)
                ++part.report.merged;
            else
                ++part.report.notes;
            attack = playBit | articulateBit;
            std::int64_t& until = filled[note.pitch];
            const std::int64_t end = std::min<std::int64_t>(note.end, part.roll.steps());
            for (std::int64_t step = std::max(note.start + 1, until); step < end; ++step) column[step * width] = playBit;
            until = std::max({until, end, note.start + 1});
        }
    }

    void measure(QuantizeReport& report) {
        double sum = 0.0;
        for (const double error : errors_) sum += error;
        report.meanError = sum / static_cast<double>(errors_.size());
        // The smallest error that 95 of 100 notes do not exceed.
        const std::size_t rank = (errors_.size() * 95 + 99) / 100 - 1;
        std::nth_element(errors_.begin(), errors_.begin() + static_cast<std::ptrdiff_t>(rank), errors_.end());
        report.p95Error = errors_[rank];
    }

    const Score& score_;
    const QuantizeOptions& options_;
    Grid grid_;
    DrumParts drums_;
    std::array<int, 16> drumNotes_{};  ///< of the stretch, left out, by channel
    int melodicDrumNotes_ = 0;         ///< of the stretch, on channel 10
    std::int64_t stepsLeft_;
    std::vector<Tick> sustained_;  ///< ends of the score's notes with the pedal; empty: as written
    std::vector<GridNote> notes_;
    std::vector<double> errors_;
};

}  // namespace

std::vector<QuantizedPart> quantize(const Score& score, const QuantizeOptions& options) {
    return PartMaker(score, options).make();
}

}  // namespace ricercar
