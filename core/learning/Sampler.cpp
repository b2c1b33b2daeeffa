// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Sampler.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/learning/Openings.h"
#include "core/learning/Particles.h"
#include "core/learning/Song.h"
#include "core/learning/StepEngine.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <mutex>

namespace ricercar {
namespace {

constexpr int mostSteps = 1'000'000;
constexpr int usualOpenings = 8;

void inRange(const char* name, double value, double lowest, double highest, const Argument& allowed) {
    if (!(value >= lowest && value <= highest)) {
        char text[32];
        std::snprintf(text, sizeof text, "%.10g", value);
        rejectSetting(name, text, allowed);
    }
}

void validateCurve(const char* name, const DrawCurve& curve) {
    for (std::size_t i = 0; i < curve.size(); ++i) {
        inRange(name, curve[i].value, 0.01, 10.0, Message{MessageId::ValueRange, {"0.01", "10"}});
        inRange(name, curve[i].bar, i == 0 ? 0.0 : std::nextafter(curve[i - 1].bar, 2e6), 1e6,
                Message{MessageId::ValueCurve, {}});
    }
}

}  // namespace

void useDefaults(SampleSettings& settings, const Checkpoint& checkpoint) {
    if (!checkpoint.draw) {
        settings.opening = {usualOpenings, checkpoint.facts.medianPolyphony, checkpoint.facts.notesPerBar};
        return;
    }
    const DrawDefaults& draw = *checkpoint.draw;
    settings.temperature = draw.temperature;
    settings.conservativity = draw.conservativity;
    settings.floor = draw.floor;
    settings.keyFloor = draw.keyFloor;
    settings.densityGuard = draw.densityGuard;
    settings.silenceGuard = draw.silenceGuard;
    settings.density = draw.density;
    settings.constraints.range = draw.range;
    settings.opening = draw.opening;
}

void validate(const SampleSettings& settings) {
    inRange("length", settings.steps, 1, mostSteps, Message{MessageId::ValueRange, {1, mostSteps}});
    inRange("temperature", settings.temperature, 0.01, 10.0, Message{MessageId::ValueRange, {"0.01", "10"}});
    inRange("conservativity", settings.conservativity, 0.01, 10.0, Message{MessageId::ValueRange, {"0.01", "10"}});
    inRange("floor", settings.floor, 0.0, 0.5, Message{MessageId::ValueRange, {"0", "0.5"}});
    inRange("key_floor", settings.keyFloor, 0.0, 0.5, Message{MessageId::ValueRange, {"0", "0.5"}});
    inRange("opening: candidates", settings.opening.candidates, 1, mostOpenings,
            Message{MessageId::ValueRange, {1, mostOpenings}});
    inRange("opening: voices", settings.opening.voices, 0.0, 128.0, Message{MessageId::ValueRange, {0, 128}});
    inRange("opening: notes", settings.opening.notes, 0.0, 100'000.0, Message{MessageId::ValueRange, {0, 100'000}});
    inRange("density", settings.density, 0.0, fullRange.size(), Message{MessageId::ValueRange, {0, fullRange.size()}});
    inRange("particles", settings.particles, 1, mostParticles, Message{MessageId::ValueRange, {1, mostParticles}});
    validateCurve("temperature", settings.temperatureCurve);
    validateCurve("conservativity", settings.conservativityCurve);
    validate(settings.constraints);
    for (const ForcedCell& cell : settings.forced)
        if (cell.steps < 1 || cell.steps > mostSteps || cell.pitches < 1 || cell.pitches > fullRange.size() ||
            !fullRange.contains(cell.pitch) || cell.step < 0 || cell.step > 2 * mostSteps)
            rejectSetting("forced", std::to_string(cell.step) + ", " + std::to_string(cell.pitch),
                          Message{MessageId::ValueCells, {}});
    for (const BarReturn& back : settings.returns)
        if (back.from < 0 || back.bars < 1 || back.bars > mostSteps || back.from > mostSteps ||
            back.to < back.from + back.bars || back.to > mostSteps || !(back.looseness >= 0 && back.looseness <= 1))
            rejectSetting("form", back.to, Message{MessageId::ValueForm, {}});
    if (!settings.meter.barSteps()) rejectSetting("meter", settings.meter.text(), Message{MessageId::ValueWholeBar, {}});
}

void validate(const SampleSettings& settings, const ModelConfig& model) { const SongPlan plan(settings, model); }

class Sampler::Impl {
public:
    Impl(const Checkpoint& checkpoint, Precision precision)
        : engine(checkpoint, precision), polyphony(checkpoint.facts.medianPolyphony) {}

    StepEngine engine;
    double polyphony;
};

Sampler::Sampler(const Checkpoint& checkpoint, Precision precision) : impl_(std::make_unique<Impl>(checkpoint, precision)) {}
Sampler::~Sampler() = default;
Sampler::Sampler(Sampler&&) noexcept = default;

const ModelConfig& Sampler::config() const { return impl_->engine.config(); }

PianoRoll Sampler::generate(const SampleSettings& settings, const Task& task, const StepCallback& onStep, int threads,
                            const ReportCallback& onReport) const {
    SongPlan plan(settings, config());
    Song song(plan, impl_->engine, impl_->polyphony);
    const auto tell = [&](int step, std::span<const Cell> row) {
        if (onStep) onStep(step, row);
    };
    int step = plan.first();
    const bool opens = plan.drawsOpenings();
    if (opens) {
        KeptOpening kept = bestOpening(plan, song, threadCount(threads), task);
        if (task.stopped()) return PianoRoll(plan.primer());
        plan.keepOpening(kept.seed);
        song = std::move(kept.song);
        for (; step < plan.opening(); ++step) {
            tell(step, song.row(step));
            task.report(static_cast<std::uint64_t>(step) + 1, static_cast<std::uint64_t>(settings.steps));
        }
        if (onReport) {
            StepReport report = song.report();
            report.opening = kept.seed;
            onReport(report);
        }
    }
    SpinThreadPool pool(static_cast<std::size_t>(threadCount(threads)));
    if (!opens && !song.hearPrimer(task, pool)) return std::move(song.roll());
    if (opens && step < plan.end() && step <= plan.fixed().lastFree()) song.advance(step - 1, &pool);
    if (settings.particles > 1 && plan.lastWeighed() >= plan.first()) {
        Particles particles(plan, impl_->engine, song, settings.seed);
        step = particles.run(task, pool, tell, onReport);
        song = std::move(particles.chosen());
        if (step <= plan.fixed().lastFree() && step > plan.first()) song.advance(step - 1, &pool);
    }
    for (; step < plan.end() && !task.stopped(); ++step) {
        if (step > plan.fixed().lastFree()) {
            song.fill(step);
        } else {
            song.draw(step, plan.seedAt(step));
            if (onReport) onReport(song.report());
        }
        tell(step, song.row(step));
        task.report(static_cast<std::uint64_t>(step - plan.first()) + 1, static_cast<std::uint64_t>(settings.steps));
        if (step + 1 < plan.end() && step < plan.fixed().lastFree()) song.advance(step, &pool);
    }
    song.roll().resize(step);
    return std::move(song.roll());
}

Random stepRandom(std::uint64_t seed, int step) { return Random(Random::stream(seed, static_cast<std::uint64_t>(step))); }

CellDraws cellDraws(Random& random) {
    // Two numbers for each pitch, needed or not: a changed choice does not shift the draws after it.
    const double play = random.uniform();
    return {play, random.uniform()};
}

std::uint64_t variationSeed(std::uint64_t seed, int variation) {
    if (variation == 0) return seed;
    return Random(Random::stream(seed, static_cast<std::uint64_t>(variation))).below(1'000'000'000);
}

std::vector<PianoRoll> Sampler::generateMany(const SampleSettings& settings, int songs, int threads, const Task& task,
                                             const SongStepCallback& onStep, const SongCallback& onSong,
                                             const ReportCallback& onReport) const {
    const std::size_t count = static_cast<std::size_t>(std::max(songs, 0));
    const auto cores = static_cast<std::size_t>(threadCount(threads));
    const int each = static_cast<int>(std::max<std::size_t>(1, cores / std::max<std::size_t>(1, count)));
    const std::uint64_t total = count * static_cast<std::uint64_t>(std::max(settings.steps, 0));
    std::vector<PianoRoll> rolls(count);
    std::mutex telling;
    std::uint64_t done = 0;
    const Task step(task.stopToken(), [&](std::uint64_t, std::uint64_t) {
        const std::lock_guard lock(telling);
        task.report(++done, total);
    });
    parallelFor(count, cores, [&](std::size_t index, std::size_t) {
        const int song = static_cast<int>(index);
        SampleSettings own = settings;
        own.seed = variationSeed(settings.seed, song);
        StepCallback onOwnStep;
        if (onStep) onOwnStep = [&](int at, std::span<const Cell> row) { onStep(song, at, row); };
        ReportCallback onOwnReport;
        if (onReport)
            onOwnReport = [&](StepReport report) {
                report.song = song;
                onReport(report);
            };
        rolls[index] = generate(own, step, onOwnStep, each, onOwnReport);
        const std::lock_guard lock(telling);
        if (onSong) onSong(song, rolls[index]);
    });
    return rolls;
}

}  // namespace ricercar
