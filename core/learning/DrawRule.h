// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/StepEngine.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ricercar {

struct SampleSettings;

/// A value over the bars of the result: straight lines between points whose bars rise, level before the first and after the
/// last. Bar 0 is the result's first, 1.5 the middle of its second.
struct CurvePoint {
    double bar = 0;
    double value = 0;
    friend bool operator==(const CurvePoint&, const CurvePoint&) = default;
};
using DrawCurve = std::vector<CurvePoint>;
/// `otherwise`: of an empty curve.
double valueAt(const DrawCurve& curve, double bar, double otherwise);

/// How logits become the probabilities that are drawn from: p = sigmoid(logit / temperature) ^ conservativity, the exponent on
/// play only; 0 where sigmoid(logit / temperature) of play is below the floor. The floor holds where a note sounds, in the step
/// before or below in the same step, so that it keeps out what is unlikely beside other notes and never a beginning.
struct DrawRule {
    double temperature = 1.0;
    double conservativity = 1.0;
    double floor = 0.0;

    /// `sounding`: a note sounds in the step before, or below in this one.
    [[nodiscard]] double play(double logit, bool sounding) const;
    [[nodiscard]] double articulate(double logit) const;
    /// ln of the probability that a cell is drawn, the floor left aside. `free`: its articulation is drawn, too.
    [[nodiscard]] double logChance(const StepEngine::Logits& logits, Cell cell, bool free) const;
    friend bool operator==(const DrawRule&, const DrawRule&) = default;
};

/// ln of the sigmoid, exact for large logits of either sign.
double logSigmoid(double logit);

/// Uniform numbers of 0 .. 1 for one cell.
struct CellDraws {
    double play = 0.0;
    double articulate = 0.0;
};

/// What a cell is drawn in.
struct CellContext {
    bool played = false;       ///< the pitch sounded in the step before
    bool sounding = false;     ///< so did any pitch, or one sounds below in this step
    bool articulation = true;  ///< of the model; without it a note is struck where it begins
};
Cell drawnCell(const StepEngine::Logits& logits, const DrawRule& rule, const CellDraws& draws, const CellContext& context);

/// What may become of a cell, a bit each.
using Outcomes = std::uint8_t;
inline constexpr Outcomes offOutcome = 1, heldOutcome = 2, struckOutcome = 4, allOutcomes = 7;
constexpr Outcomes outcomeOf(Cell cell) {
    return (cell & playBit) == 0 ? offOutcome : (cell & articulateBit) != 0 ? struckOutcome : heldOutcome;
}
/// The same among `open` (not empty) alone, their probabilities in proportion; with nothing closed the very same cell.
Cell drawnCell(const StepEngine::Logits& logits, const DrawRule& rule, const CellDraws& draws, const CellContext& context,
               Outcomes open);

/// Notes that sound in a step.
int notesIn(std::span<const Cell> row);

/// The rule as curves, guards and the density's target move it from step to step (see SampleSettings).
class Guards {
public:
    /// `medianPolyphony` of the training set; the density guard asks for min(2, this) notes.
    Guards(const SampleSettings& settings, double medianPolyphony);

    /// The next step begins at this bar of the result.
    void reach(double bar);
    /// Of the next step.
    [[nodiscard]] const DrawRule& rule() const { return rule_; }
    /// What it would be without guards and target.
    [[nodiscard]] const DrawRule& set() const { return set_; }
    /// A step that was drawn sounds that many notes.
    void stepSounded(int notes);

private:
    void steer(int notes);

    DrawRule set_;
    DrawCurve temperature_, conservativity_;
    bool density_;
    bool silence_;
    double target_;
    double threshold_;
    DrawRule rule_;
    int silent_ = 0;
};

}  // namespace ricercar
