// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Song.h"

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

constexpr std::uint64_t loosenessStream = 0x1005E;

/// As it can stand: what begins is struck.
Cell validCell(Cell wanted, bool played) {
    if ((wanted & playBit) == 0) return 0;
    return static_cast<Cell>(playBit | (!played ? articulateBit : wanted & articulateBit));
}

}  // namespace

SongPlan::SongPlan(const SampleSettings& settings, const ModelConfig& model)
    : settings_(settings), articulation_(model.articulation) {
    validate(settings_);
    primer_ = settings_.primer ? settings_.primer->inRange(model.range) : PianoRoll(model.range, 0, settings_.meter);
    settings_.primer.reset();
    tables_ =
        std::make_shared<LimitTables>(settings_.constraints, settings_.forced, model.range, model.articulation, first(), end());
    const int bars = openingBars * primer_.barSteps() - primer_.barOffset();
    if (settings_.particles == 1 && settings_.steps >= 2 * primer_.barSteps())
        opening_ = std::min({bars, end(), fixed().lastFree() + 1});
    if (settings_.constraints != Constraints{} || fixed().any()) limits_.emplace(tables_, primer_, settings_.steps);
}

std::optional<Cell> SongPlan::returned(const PianoRoll& roll, int step, int pitch, std::uint64_t seed) const {
    const int bar = primer_.bar(step);
    const auto back = std::ranges::find_if(settings_.returns, [&](const BarReturn& some) {
        return bar >= some.to && bar < some.to + some.bars && step >= (some.to - some.from) * primer_.barSteps();
    });
    if (back == settings_.returns.end()) return std::nullopt;
    if (back->looseness > 0) {
        Random loose(Random::stream(Random::stream(seed + loosenessStream, static_cast<std::uint64_t>(step)),
                                    static_cast<std::uint64_t>(pitch)));
        if (loose.uniform() < back->looseness) return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(pitch);
    const bool played = step > 0 && (roll.row(step - 1)[index] & playBit) != 0;
    return validCell(roll.row(step - (back->to - back->from) * primer_.barSteps())[index], played);
}

bool SongPlan::drawsOpenings() const {
    return settings_.opening.candidates > 1 && !settings_.opening.seed && opening_ > 0 && first() == 0;
}

std::uint64_t SongPlan::seedAt(int step) const {
    return step < opening_ && settings_.opening.seed ? *settings_.opening.seed : settings_.seed;
}

DrawRule inKey(const DrawRule& rule, double keyFloor, const RunningKey& key, int midiPitch, bool played) {
    DrawRule own = rule;
    if (keyFloor > rule.floor && !played && key.excludes(midiPitch)) own.floor = keyFloor;
    return own;
}

double SongPlan::bar(int step) const { return static_cast<double>(step + primer_.barOffset()) / primer_.barSteps(); }

int SongPlan::lastWeighed() const { return std::min(fixed().lastFixed(), fixed().lastFree() + weighedAfter); }

Song::Song(const SongPlan& plan, const StepEngine& engine, double medianPolyphony)
    : plan_(&plan),
      engine_(&engine),
      state_(engine.start(plan.primer().barSteps())),
      roll_(plan.primer()),
      guards_(plan.settings(), medianPolyphony),
      limits_(plan.limits()),
      silence_(static_cast<std::size_t>(roll_.pitches()), 0) {}

bool Song::hearPrimer(const Task& task, SpinThreadPool& pool) {
    engine_->advance(state_, silence_, roll_.stepInBar(-1), &pool);
    for (int step = 0; step < plan_->first(); ++step) {
        if (task.stopped()) return false;
        advance(step, &pool);
        key_.hear(row(step), roll_.range().lowest);
        if (plan_->settings().drawnFrom && step >= *plan_->settings().drawnFrom) {
            guards_.reach(plan_->bar(step));
            guards_.stepSounded(notesIn(row(step)));
        }
    }
    roll_.resize(plan_->end());
    return true;
}

void Song::begin(int step, std::uint64_t seed) {
    step_ = step;
    seed_ = seed;
    random_ = stepRandom(seed, step);
    guards_.reach(plan_->bar(step));
    set_ = guards_.set();
    rule_ = guards_.rule();
    sounding_ = step > 0 && notesIn(row(step - 1)) > 0;
}

Cell Song::choose(int pitch, const StepEngine::Logits& logits) {
    const auto index = static_cast<std::size_t>(pitch);
    const CellDraws draws = cellDraws(random_);
    const bool played = step_ > 0 && (row(step_ - 1)[index] & playBit) != 0;
    const CellContext context{played, sounding_, plan_->articulation()};
    const auto fixed = plan_->fixed().at(step_, pitch);
    const Outcomes open = limits_ ? limits_->open(step_, pitch) : allOutcomes;
    const auto back = fixed ? std::nullopt : plan_->returned(roll_, step_, pitch, seed_);
    Cell cell = 0;
    if (fixed) {
        cell = validCell(*fixed, played);
        logWeight += rule_.logChance(logits, cell, played && plan_->articulation());
    } else if (back && (open & outcomeOf(*back)) != 0) {
        cell = *back;
    } else {
        const int midiPitch = roll_.range().lowest + pitch;
        const DrawRule rule = inKey(rule_, plan_->settings().keyFloor, key_, midiPitch, played);
        cell = drawnCell(logits, rule, draws, context, open);
    }
    if (limits_) limits_->set(step_, pitch, cell);
    sounding_ = sounding_ || cell != 0;
    return roll_.row(step_)[index] = cell;
}

void Song::end() {
    guards_.stepSounded(notesIn(row(step_)));
    key_.hear(row(step_), roll_.range().lowest);
}

StepReport Song::report() const {
    StepReport report;
    report.step = step_;
    report.set = set_;
    report.rule = rule_;
    return report;
}

void Song::draw(int step, std::uint64_t seed) {
    begin(step, seed);
    Cell below = 0;
    for (int pitch = 0; pitch < roll_.pitches(); ++pitch) below = choose(pitch, engine_->next(state_, below));
    end();
}

void Song::advance(int step, SpinThreadPool* pool) { engine_->advance(state_, row(step), roll_.stepInBar(step), pool); }

void Song::fill(int step) {
    for (int pitch = 0; pitch < roll_.pitches(); ++pitch) {
        const bool played = step > 0 && (row(step - 1)[static_cast<std::size_t>(pitch)] & playBit) != 0;
        roll_.row(step)[static_cast<std::size_t>(pitch)] = validCell(plan_->fixed().at(step, pitch).value_or(0), played);
    }
}

}  // namespace ricercar
