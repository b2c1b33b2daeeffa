#pragma once

#include "core/learning/StepEngine.h"
#include "core/music/PianoRoll.h"

#include <span>

namespace ricercar {

struct SampleSettings;

/// How logits become the probabilities that are drawn from: p = sigmoid(logit / temperature) ^ conservativity, the exponent on
/// play only.
struct DrawRule {
    double temperature = 1.0;
    double conservativity = 1.0;

    [[nodiscard]] double play(double logit) const;
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

/// The cell that is drawn. `played`: the pitch sounded in the step before. Without articulation a note is struck where it
/// begins.
Cell drawnCell(const StepEngine::Logits& logits, const DrawRule& rule, const CellDraws& draws, bool played, bool articulation);

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
