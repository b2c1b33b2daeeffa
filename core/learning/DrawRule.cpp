// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/DrawRule.h"

#include "core/learning/Sampler.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace ricercar {
namespace {

constexpr double leastConservativity = 0.3;
constexpr double conservativityFall = 0.02;
constexpr double conservativityReturn = 0.3;
constexpr int silenceAllowed = 16;  // steps
constexpr double temperatureRise = 0.1;
constexpr double steering = 0.02;  // share of the exponent a step, of a density that is off by all of the target
constexpr double leastSteered = 0.05, mostSteered = 20.0;

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace

double logSigmoid(double logit) { return logit > 0 ? -std::log1p(std::exp(-logit)) : logit - std::log1p(std::exp(logit)); }

double DrawRule::play(double logit, bool sounding) const {
    const double p = sigmoid(logit / temperature);
    return sounding && p < floor ? 0.0 : std::pow(p, conservativity);
}

double DrawRule::articulate(double logit) const { return sigmoid(logit / temperature); }

double DrawRule::logChance(const StepEngine::Logits& logits, Cell cell, bool free) const {
    const double on = conservativity * logSigmoid(logits.play / temperature);
    if ((cell & playBit) == 0) return std::log(std::max(-std::expm1(on), std::numeric_limits<double>::min()));
    if (!free) return on;
    const double attack = logits.articulate / temperature;
    return on + logSigmoid((cell & articulateBit) != 0 ? attack : -attack);
}

double valueAt(const DrawCurve& curve, double bar, double otherwise) {
    if (curve.empty()) return otherwise;
    const auto after = std::ranges::upper_bound(curve, bar, {}, &CurvePoint::bar);
    if (after == curve.begin()) return curve.front().value;
    const CurvePoint& before = *std::prev(after);
    if (after == curve.end()) return before.value;
    return before.value + (after->value - before.value) * (bar - before.bar) / (after->bar - before.bar);
}

Cell drawnCell(const StepEngine::Logits& logits, const DrawRule& rule, const CellDraws& draws, const CellContext& context) {
    if (draws.play >= rule.play(logits.play, context.sounding)) return 0;
    const bool free = context.played && context.articulation;
    const bool attack = free ? draws.articulate < rule.articulate(logits.articulate) : !context.played;
    return static_cast<Cell>(playBit | (attack ? articulateBit : 0));
}

Cell drawnCell(const StepEngine::Logits& logits, const DrawRule& rule, const CellDraws& draws, const CellContext& context,
               Outcomes open) {
    const bool free = context.played && context.articulation;
    const Outcomes natural = offOutcome | (free || context.played ? heldOutcome : Outcomes{0}) |
                             (free || !context.played ? struckOutcome : Outcomes{0});
    if ((open & natural) == natural) return drawnCell(logits, rule, draws, context);
    const double play = rule.play(logits.play, context.sounding);
    const double attack = free ? rule.articulate(logits.articulate) : context.played ? 0.0 : 1.0;
    const double off = (open & offOutcome) != 0 ? 1.0 - play : 0.0;
    const double held = (open & heldOutcome) != 0 ? play * (1.0 - attack) : 0.0;
    const double struck = (open & struckOutcome) != 0 ? play * attack : 0.0;
    const double on = held + struck, all = off + on;
    constexpr Cell strike = playBit | articulateBit;
    if ((open & offOutcome) != 0 && (all <= 0.0 || draws.play * all >= on)) return 0;
    if (on > 0.0) return draws.articulate * on < struck ? strike : playBit;
    return (open & heldOutcome) != 0 ? playBit : strike;
}

int notesIn(std::span<const Cell> row) {
    return static_cast<int>(std::ranges::count_if(row, [](Cell cell) { return (cell & playBit) != 0; }));
}

Guards::Guards(const SampleSettings& settings, double medianPolyphony)
    : set_{settings.temperature, settings.conservativity, settings.floor},
      temperature_(settings.temperatureCurve),
      conservativity_(settings.conservativityCurve),
      density_(settings.densityGuard && settings.density <= 0),
      silence_(settings.silenceGuard),
      target_(settings.density),
      threshold_(std::min(2.0, medianPolyphony)),
      rule_(set_) {}

void Guards::reach(double bar) {
    if (!temperature_.empty()) {
        const double set = valueAt(temperature_, bar, set_.temperature);
        rule_.temperature += set - set_.temperature;
        set_.temperature = set;
    }
    if (!conservativity_.empty()) {
        const double set = valueAt(conservativity_, bar, set_.conservativity);
        rule_.conservativity *= set / set_.conservativity;
        set_.conservativity = set;
    }
}

void Guards::steer(int notes) {
    const double excess = (notes - target_) / std::max(1.0, target_);
    const double steered = rule_.conservativity / set_.conservativity * std::exp(steering * excess);
    rule_.conservativity = set_.conservativity * std::clamp(steered, leastSteered, mostSteered);
}

void Guards::stepSounded(int notes) {
    if (target_ > 0) steer(notes);
    if (density_) {
        double& conservativity = rule_.conservativity;
        if (notes >= threshold_)
            conservativity += conservativityReturn * (set_.conservativity - conservativity);
        else if (conservativity > 1.0)
            conservativity = 1.0;
        else
            conservativity = std::max(std::min(leastConservativity, set_.conservativity), conservativity - conservativityFall);
    }
    if (silence_) {
        silent_ = notes == 0 ? silent_ + 1 : 0;
        rule_.temperature = silent_ >= silenceAllowed ? rule_.temperature + temperatureRise : set_.temperature;
    }
}

}  // namespace ricercar
