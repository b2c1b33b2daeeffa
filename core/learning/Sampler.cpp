// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Sampler.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/learning/StepEngine.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <mutex>

namespace ricercar {
namespace {

void inRange(const char* name, double value, double lowest, double highest, const Argument& allowed) {
    if (!(value >= lowest && value <= highest)) {
        char text[32];
        std::snprintf(text, sizeof text, "%.10g", value);
        rejectSetting(name, text, allowed);
    }
}

/// As it can stand: play implies nothing, but what begins is struck.
Cell validCell(Cell wanted, bool played) {
    if ((wanted & playBit) == 0) return 0;
    return static_cast<Cell>(playBit | (!played ? articulateBit : wanted & articulateBit));
}

}  // namespace

void useDefaults(SampleSettings& settings, const Checkpoint& checkpoint) {
    if (!checkpoint.draw) return;
    settings.temperature = checkpoint.draw->temperature;
    settings.conservativity = checkpoint.draw->conservativity;
    settings.floor = checkpoint.draw->floor;
    settings.densityGuard = checkpoint.draw->densityGuard;
    settings.silenceGuard = checkpoint.draw->silenceGuard;
}

void validate(const SampleSettings& settings) {
    inRange("length", settings.steps, 1, 1'000'000, Message{MessageId::ValueRange, {1, 1'000'000}});
    inRange("temperature", settings.temperature, 0.01, 10.0, Message{MessageId::ValueRange, {"0.01", "10"}});
    inRange("conservativity", settings.conservativity, 0.01, 10.0, Message{MessageId::ValueRange, {"0.01", "10"}});
    inRange("floor", settings.floor, 0.0, 0.5, Message{MessageId::ValueRange, {"0", "0.5"}});
    if (!settings.meter.barSteps()) rejectSetting("meter", settings.meter.text(), Message{MessageId::ValueWholeBar, {}});
}

class Sampler::Impl {
public:
    Impl(const Checkpoint& checkpoint, Precision precision)
        : engine(checkpoint, precision), polyphony(checkpoint.facts.medianPolyphony) {}

    /// Draws the step after those the state has seen; `previous` is the one before it.
    void draw(StepEngine::State& state, std::span<const Cell> previous, const DrawRule& rule, int step,
              const SampleSettings& settings, std::span<Cell> row) const {
        Random random = stepRandom(settings.seed, step);
        Cell below = 0;
        bool sounding = notesIn(previous) > 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const StepEngine::Logits logits = engine.next(state, below);
            const CellDraws draws = cellDraws(random);
            const bool played = (previous[i] & playBit) != 0;
            const int pitch = engine.config().range.lowest + static_cast<int>(i);
            const auto wanted = std::ranges::find_if(
                settings.forced, [&](const ForcedCell& forced) { return forced.step == step && forced.pitch == pitch; });
            row[i] = below = wanted == settings.forced.end()
                                 ? drawnCell(logits, rule, draws, {played, sounding, engine.config().articulation})
                                 : validCell(wanted->cell, played);
            sounding = sounding || row[i] != 0;
        }
    }

    StepEngine engine;
    double polyphony;
};

Sampler::Sampler(const Checkpoint& checkpoint, Precision precision) : impl_(std::make_unique<Impl>(checkpoint, precision)) {}
Sampler::~Sampler() = default;
Sampler::Sampler(Sampler&&) noexcept = default;

const ModelConfig& Sampler::config() const { return impl_->engine.config(); }

PianoRoll Sampler::generate(const SampleSettings& settings, const Task& task, const StepCallback& onStep, int threads) const {
    validate(settings);
    const StepEngine& engine = impl_->engine;
    PianoRoll roll = settings.primer ? settings.primer->inRange(config().range) : PianoRoll(config().range, 0, settings.meter);
    const int primerSteps = roll.steps();
    StepEngine::State state = engine.start(roll.barSteps());
    Guards guards(settings, impl_->polyphony);
    SpinThreadPool pool(static_cast<std::size_t>(threadCount(threads)));

    const std::vector<Cell> silence(static_cast<std::size_t>(roll.pitches()), 0);
    engine.advance(state, silence, roll.stepInBar(-1), &pool);
    for (int step = 0; step < primerSteps; ++step) {
        if (task.stopped()) return roll;
        engine.advance(state, roll.row(step), roll.stepInBar(step), &pool);
        if (settings.drawnFrom && step >= *settings.drawnFrom) guards.stepSounded(notesIn(std::as_const(roll).row(step)));
    }
    roll.resize(primerSteps + settings.steps);
    for (int step = primerSteps; step < roll.steps(); ++step) {
        if (task.stopped()) {
            roll.resize(step);
            break;
        }
        const std::span<const Cell> previous = step > 0 ? std::as_const(roll).row(step - 1) : std::span<const Cell>(silence);
        impl_->draw(state, previous, guards.rule(), step, settings, roll.row(step));
        guards.stepSounded(notesIn(roll.row(step)));
        if (onStep) onStep(step, roll.row(step));
        task.report(static_cast<std::uint64_t>(step - primerSteps) + 1, static_cast<std::uint64_t>(settings.steps));
        if (step + 1 < roll.steps()) engine.advance(state, roll.row(step), roll.stepInBar(step), &pool);
    }
    return roll;
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
                                             const SongStepCallback& onStep, const SongCallback& onSong) const {
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
        rolls[index] = generate(own, step, onOwnStep, each);
        const std::lock_guard lock(telling);
        if (onSong) onSong(song, rolls[index]);
    });
    return rolls;
}

}  // namespace ricercar
