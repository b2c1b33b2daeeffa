// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/StepEngine.h"
#include "core/music/PianoRoll.h"

#include <span>

namespace ricercar {

struct SampleSettings;

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

/// Notes that sound in a step.
int notesIn(std::span<const Cell> row);

/// The rule as the guards against silence move it from step to step (see SampleSettings).
class Guards {
public:
    /// `medianPolyphony` of the training set; the density guard asks for min(2, this) notes.
    Guards(const SampleSettings& settings, double medianPolyphony);

    /// Of the next step.
    [[nodiscard]] const DrawRule& rule() const { return rule_; }
    /// A step that was drawn sounds that many notes.
    void stepSounded(int notes);

private:
    DrawRule set_;
    bool density_;
    bool silence_;
    double threshold_;
    DrawRule rule_;
    int silent_ = 0;
};

}  // namespace ricercar
