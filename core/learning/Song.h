// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/CellLimits.h"
#include "core/learning/Sampler.h"
#include "core/learning/StepEngine.h"
#include "core/music/RunningKey.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ricercar {

/// What the songs of one request share.
class SongPlan {
public:
    /// Throws Error Invalid where settings contradict one another (validate of both kinds).
    SongPlan(const SampleSettings& settings, const ModelConfig& model);

    [[nodiscard]] const SampleSettings& settings() const { return settings_; }
    [[nodiscard]] const PianoRoll& primer() const { return primer_; }
    [[nodiscard]] int first() const { return primer_.steps(); }
    [[nodiscard]] int end() const { return primer_.steps() + settings_.steps; }
    [[nodiscard]] bool articulation() const { return articulation_; }
    [[nodiscard]] const FixedCells& fixed() const { return tables_->fixed(); }
    /// Nothing where everything is open everywhere.
    [[nodiscard]] const std::optional<CellLimits>& limits() const { return limits_; }
    /// What a returning bar asks for; nothing where the cell is drawn. `roll` is the song so far, `pitch` an index.
    [[nodiscard]] std::optional<Cell> returned(const PianoRoll& roll, int step, int pitch, std::uint64_t seed) const;
    /// Position in bars of the result.
    [[nodiscard]] double bar(int step) const;
    /// Steps of the opening; 0: there is none, for music goes on from a primer, is short, or candidates are weighed all
    /// through.
    [[nodiscard]] int opening() const { return opening_; }
    /// Its candidates are to be drawn and compared.
    [[nodiscard]] bool drawsOpenings() const;
    void keepOpening(std::uint64_t seed) { settings_.opening.seed = seed; }
    /// What the numbers of a step are drawn with.
    [[nodiscard]] std::uint64_t seedAt(int step) const;
    /// The last step whose forced cells are weighed; before first() where there is nothing to weigh.
    [[nodiscard]] int lastWeighed() const;

private:
    SampleSettings settings_;
    PianoRoll primer_;
    int opening_ = 0;
    bool articulation_;
    std::shared_ptr<const LimitTables> tables_;
    std::optional<CellLimits> limits_;
};

/// The rule for a note that may begin: outside the key the key's floor holds.
DrawRule inKey(const DrawRule& rule, double keyFloor, const RunningKey& key, int midiPitch, bool played);

/// One song as it is drawn, step by step. Copying is how candidates multiply.
class Song {
public:
    Song(const SongPlan& plan, const StepEngine& engine, double medianPolyphony);

    /// Hears the primer. False when stopped.
    bool hearPrimer(const Task& task, SpinThreadPool& pool);

    /// Draws a step with the numbers of `seed`. The same as begin, a choose for each pitch with its logits, and end.
    void draw(int step, std::uint64_t seed);
    void begin(int step, std::uint64_t seed);
    /// Returns the cell.
    Cell choose(int pitch, const StepEngine::Logits& logits);
    void end();
    /// Hears the step that was drawn, so that the next one can be.
    void advance(int step, SpinThreadPool* pool = nullptr);
    /// Takes a step in which every cell is forced, without the model.
    void fill(int step);

    [[nodiscard]] std::span<const Cell> row(int step) const { return roll_.row(step); }
    [[nodiscard]] PianoRoll& roll() { return roll_; }
    [[nodiscard]] const PianoRoll& roll() const { return roll_; }
    [[nodiscard]] StepEngine::State& state() { return state_; }
    /// Of the step that was drawn last; of a song without others.
    [[nodiscard]] StepReport report() const;
    /// ln of the probability of the forced cells since it was last set to 0.
    double logWeight = 0;

private:
    const SongPlan* plan_;
    const StepEngine* engine_;
    StepEngine::State state_;
    PianoRoll roll_;
    Guards guards_;
    RunningKey key_;
    std::optional<CellLimits> limits_;
    std::vector<Cell> silence_;
    // of the step that is being drawn
    int step_ = 0;
    std::uint64_t seed_ = 0;
    Random random_{0};
    DrawRule set_, rule_;
    bool sounding_ = false;
};

}  // namespace ricercar
