#include "core/music/Quantizer.h"

#include "core/music/PickupDetector.h"
#include "core/music/Stretches.h"
#include "core/music/Sustain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>

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
void findVoices(const Score& score, const Stretch& stretch, QuantizedPart& part) {
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
        : score_(score), options_(options), grid_(score), stepsLeft_(options.maxSteps) {
        if (options.sustainPedal) sustained_ = sustainedEnds(score);
    }

    std::vector<QuantizedPart> make() {
        const std::vector<Stretch> stretches = stretchesOf(score_, grid_);
        std::vector<QuantizedPart> parts;
        parts.reserve(stretches.size());
        for (const Stretch& stretch : stretches) parts.push_back(part(stretch));
        return parts;
    }

private:
    QuantizedPart part(const Stretch& stretch) {
        QuantizedPart part;
        part.meter = stretch.meter;
        part.start = stretch.start;
        findTempos(score_, stretch.start, stretch.end, part);
        findVoices(score_, stretch, part);
        const auto barSteps = stretch.meter.barSteps();
        if (!barSteps) {
            part.rejection = Message{MessageId::GridBarNotWhole, {stretch.meter.text()}};
            return part;
        }
        collect(stretch, part.report);
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
        if (!open && heldOver > 0) part.remarks.push_back({MessageId::GridHeldOver, {std::to_string(heldOver)}});
        if (steps > stepsLeft_) cut(steps, part);
        if (notes_.empty()) {
            part.rejection = Message{MessageId::GridAllCut, {std::to_string(options_.maxSteps)}};
            part.remarks.clear();
            return part;
        }
        stepsLeft_ -= steps;

        int pickup = stretch.pickup;
        if (options_.pickup && stretch.start == 0)
            pickup = ((*options_.pickup % *barSteps) + *barSteps) % *barSteps;
        else if (pickup == 0 && stretch.start == 0 && options_.detectPickup) {
            pickup = detectPickup(notes_, *barSteps);
            part.report.pickupDetected = pickup > 0;
        }
        part.report.pickupSteps = pickup;
        part.roll = PianoRoll(options_.range, static_cast<int>(steps), stretch.meter, *barSteps - pickup);
        fill(part);
        measure(part.report);
        return part;
    }

    /// The notes of a stretch that belong on the grid.
    void collect(const Stretch& stretch, QuantizeReport& report) {
        notes_.clear();
        errors_.clear();
        notes_.reserve(stretch.lastNote - stretch.firstNote);
        errors_.reserve(stretch.lastNote - stretch.firstNote);
        for (std::size_t i = stretch.firstNote; i < stretch.lastNote; ++i) {
            const Note& note = score_.notes[i];
            if (note.channel == drumChannel && !options_.keepDrums) {
                ++report.drums;
                continue;
            }
            if (!options_.range.contains(note.pitch)) {
                ++report.outOfRange;
                continue;
            }
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
            return {MessageId::GridNoneInRange,
                    {std::to_string(report.outOfRange), std::to_string(options_.range.lowest),
                     std::to_string(options_.range.highest)}};
        if (report.drums > 0) return {MessageId::GridOnlyDrums, {std::to_string(report.drums)}};
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
        part.remarks.push_back({MessageId::GridCut, {std::to_string(steps), std::to_string(left)}});
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
