// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SpinThreadPool.h"
#include "core/base/Task.h"
#include "core/learning/Checkpoint.h"
#include "core/learning/FeatureBuilder.h"
#include "core/learning/LstmWeights.h"
#include "core/learning/MemoryFeatures.h"
#include "core/music/PianoRoll.h"

#include <optional>
#include <span>
#include <vector>

namespace ricercar {

/// The model one step at a time, without torch: what sampling needs. Immutable; any number of States may be run through it at
/// once.
class StepEngine {
public:
    explicit StepEngine(const Checkpoint& checkpoint, Precision precision = Precision::Float32);

    /// Hidden and cell state of a layer for its rows.
    struct LayerState {
        Floats hidden, next;  ///< [rows][units]; `next` is being made
        Floats cell;          ///< [rows][padded units]
    };
    /// The song so far, for a model that remembers.
    struct Past {
        std::vector<Cell> cells;  ///< [step][pitch]
        EchoIndex echoes;
        PitchAges ages;
    };
    /// One song's place in the model.
    struct State {
        std::vector<LayerState> time;  ///< a row a pitch
        std::vector<LayerState> note;  ///< one row
        Floats features;               ///< [pitches][features of the time axis]
        NoteFeatures below;            ///< what the note axis reads beside noteStart
        std::optional<Past> past;
        int steps = -1;    ///< seen, without the all-zero start; -1: not even that
        Floats noteStart;  ///< [pitches][gates of the first note layer]: what the time axis says to it
        Floats scratch;
        std::size_t pitchIndex = 0;  ///< the next pitch of the note axis
    };
    struct Logits {
        double play = 0;
        double articulate = 0;
    };

    /// Zero state, before the all-zero start step. `barSteps`: of the song's bars.
    [[nodiscard]] State start(int barSteps) const;

    /// Moves the time axis on by a step that is known now, and puts the note axis at the lowest pitch of the step after it.
    /// `pool`: shares the pitches; the result is the same to the bit.
    void advance(State& state, std::span<const Cell> row, int stepInBar, SpinThreadPool* pool = nullptr) const;

    /// The logits of the next pitch, given the cell that was chosen for the pitch below it (0 for the lowest). Pitches in
    /// order, each once.
    Logits next(State& state, Cell below) const;

    /// Room for the note axes of several songs.
    struct Together {
        std::vector<LayerState> note;  ///< a row a song
        Floats starts, scratch;
    };
    static constexpr std::size_t songsTogether = 12;  ///< at most; two tiles of the kernels
    /// next() of several songs that stand at the same pitch, the same to the bit and quicker than one by one. `room` is theirs
    /// from the lowest pitch on.
    void nextTogether(std::span<State* const> states, std::span<const Cell> below, std::span<Logits> logits,
                      Together& room) const;

    /// The logits of steps first .. first+count-1 of a roll in the model's range, each given all before it and the true cells
    /// below: [step][pitch], lowest pitch first. The state has seen all before `first`, and then all of them. The same to the
    /// bit as advance() and next(), on any number of threads; pitches are spread over them along time, steps along the notes.
    /// Empty when stopped, and the state is of no use then.
    [[nodiscard]] std::vector<Logits> read(State& state, const PianoRoll& roll, int first, int count, int threads,
                                           const Task& task = {}) const;

    [[nodiscard]] const ModelConfig& config() const { return config_; }

private:
    struct Block;
    /// Some of the pitches on their way along the time axis, which do not know each other there.
    struct TimeRows {
        std::size_t first, count;
        const float* features;  ///< [count][features of the time axis]
        bool swapped;           ///< layers hold what was before in `next` and make `hidden`
        float* noteStart;       ///< [count][gates of the first note layer]: what comes out
        float* scratch;         ///< timeScratch(count) floats
    };
    /// Features of a step that is known now, into `features`; state.below is begun for the step after it.
    void see(State& state, std::span<const Cell> row, int stepInBar, float* features) const;
    void timeStep(State& state, const TimeRows& rows) const;
    [[nodiscard]] std::size_t timeScratch(std::size_t rows) const;
    /// A pitch of the note axis for some rows. `chosen`: their own columns; `start`: what the time axis says.
    void noteStep(std::vector<LayerState>& layers, std::size_t rows, RowsIn start, RowsIn chosen, float* scratch) const;
    /// Silent layers of the note axis; returns the scratch that noteStep needs.
    std::size_t beginNotes(std::vector<LayerState>& layers, std::size_t rows) const;
    void readTime(Block& block, State& state, std::size_t firstRow, std::size_t rows) const;
    void readNotes(Block& block, std::size_t firstStep, std::size_t steps) const;
    [[nodiscard]] Logits logitsOf(const float* hidden) const;

    ModelConfig config_;
    FeatureBuilder builder_;
    const Kernels* kernels_;
    std::vector<LstmWeights> time_;
    std::vector<LstmWeights> note_;
    std::vector<float> head_;  ///< [2][units of the last note layer]
    std::vector<float> headBias_;
};

}  // namespace ricercar
