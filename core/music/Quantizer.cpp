#include "core/music/Quantizer.h"

#include "core/music/PickupDetector.h"
#include "core/music/Sustain.h"
#include "core/music/TempoMap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace ricercar {
namespace {

struct Place {
    std::int64_t step;
    double error;  ///< distance from the step, in steps
};

constexpr double farthest = 0x1.0p+52;  ///< in steps: beyond it a double has no fractions

/// Ticks on the 16th-note grid that begins at some tick.
class Grid {
public:
    explicit Grid(const Score& score) : division_(score.division), tempoMap_(score) {}

    [[nodiscard]] Place place(Tick tick, Tick from) const {
        if (division_.smpte()) {
            const double steps = (tempoMap_.quarters(tick) - tempoMap_.quarters(from)) * stepsPerQuarter;
            const double position = std::clamp(steps, -farthest, farthest);
            const double step = std::floor(position + 0.5);
            return {static_cast<std::int64_t>(step), std::abs(position - step)};
        }
        const std::int64_t unit = std::max(division_.ticksPerQuarter, 1);
        const std::int64_t ticks = (tick - from) * stepsPerQuarter;
        std::int64_t step = (2 * ticks + unit) / (2 * unit);
        if ((2 * ticks + unit) % (2 * unit) < 0) --step;  // towards minus infinity
        return {step, std::abs(static_cast<double>(ticks - step * unit)) / static_cast<double>(unit)};
    }
    [[nodiscard]] std::int64_t step(Tick tick, Tick from) const { return place(tick, from).step; }

private:
    Division division_;
    TempoMap tempoMap_;
};

/// A stretch of one meter.
struct Stretch {
    Tick start = 0;
    Meter meter;
    int pickup = 0;     ///< steps before the first bar line, as the file marks it
    Tick end = 0;       ///< where the next one starts, or the score ends
    bool last = false;  ///< nothing follows
    std::size_t firstNote = 0;
    std::size_t lastNote = 0;  ///< one after
};

std::vector<Stretch> stretchesOf(const Score& score, const Grid& grid) {
    std::vector<Stretch> stretches{{}};
    for (const MeterChange& change : score.meters) {
        const Tick tick = std::max<Tick>(change.tick, 0);
        if (tick == stretches.back().start) stretches.pop_back();
        if (stretches.empty() || !(stretches.back().meter == change.meter)) stretches.push_back({tick, change.meter});
    }
    if (stretches.size() > 1) {
        const int bar = stretches[1].meter.barSteps().value_or(0);
        const std::int64_t before = grid.step(stretches[1].start, stretches[0].start);
        if (before < bar) {
            stretches[1].pickup = static_cast<int>(before);
            stretches[1].start = stretches[0].start;
            stretches.erase(stretches.begin());
        }
    }
    return stretches;
}

/// Notes go where their nearest step is; stretches after the end that no note reaches are dropped.
void shareNotes(const Score& score, const Grid& grid, std::vector<Stretch>& stretches) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < score.notes.size(); ++i) {
        while (at + 1 < stretches.size() && grid.step(score.notes[i].start, stretches[at + 1].start) >= 0)
            stretches[++at].firstNote = i;
        stretches[at].lastNote = i + 1;
    }
    while (stretches.size() > at + 1 && stretches.back().start >= score.end) stretches.pop_back();
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        stretches[i].last = i + 1 == stretches.size();
        stretches[i].end = stretches[i].last ? std::max(score.end, stretches[i].start) : stretches[i + 1].start;
    }
}

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
        std::vector<Stretch> stretches = stretchesOf(score_, grid_);
        shareNotes(score_, grid_, stretches);
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
        for (GridNote& note : notes_) {
            if (stretch.last) steps = std::max(steps, note.end);
            // A change of meter off the grid may leave a note half a step outside.
            note.start = std::clamp<std::int64_t>(note.start, 0, steps - 1);
            note.end = std::max(note.end, note.start + 1);
            if (note.end > steps) ++heldOver;
        }
        if (!stretch.last && heldOver > 0) part.remarks.push_back({MessageId::GridHeldOver, {std::to_string(heldOver)}});
        if (steps > stepsLeft_) cut(steps, part);
        if (notes_.empty()) {
            part.rejection = part.remarks.back();
            return part;
        }
        stepsLeft_ -= steps;

        int pickup = stretch.pickup;
        if (pickup == 0 && stretch.start == 0 && options_.detectPickup) {
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
            const Place start = grid_.place(note.start, stretch.start);
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
