// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/DrawRule.h"

#include "core/learning/Sampler.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr double leastConservativity = 0.3;
constexpr double conservativityFall = 0.02;
constexpr double conservativityReturn = 0.3;
constexpr int silenceAllowed = 16;  // steps
constexpr double temperatureRise = 0.1;

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace

double logSigmoid(double logit) { return logit > 0 ? -std::log1p(std::exp(-logit)) : logit - std::log1p(std::exp(logit)); }

double DrawRule::play(double logit, bool sounding) const {
    const double p = sigmoid(logit / temperature);
    return sounding && p < floor ? 0.0 : std::pow(p, conservativity);
}

double DrawRule::articulate(double logit) const { return sigmoid(logit / temperature); }

Cell drawnCell(const StepEngine::Logits& logits, const DrawRule& rule, const CellDraws& draws, const CellContext& context) {
    if (draws.play >= rule.play(logits.play, context.sounding)) return 0;
    const bool free = context.played && context.articulation;
    const bool attack = free ? draws.articulate < rule.articulate(logits.articulate) : !context.played;
    return static_cast<Cell>(playBit | (attack ? articulateBit : 0));
}

int notesIn(std::span<const Cell> row) {
    return static_cast<int>(std::ranges::count_if(row, [](Cell cell) { return (cell & playBit) != 0; }));
}

Guards::Guards(const SampleSettings& settings, double medianPolyphony)
    : set_{settings.temperature, settings.conservativity, settings.floor},
      density_(settings.densityGuard),
      silence_(settings.silenceGuard),
      threshold_(std::min(2.0, medianPolyphony)),
      rule_(set_) {}

void Guards::stepSounded(int notes) {
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
