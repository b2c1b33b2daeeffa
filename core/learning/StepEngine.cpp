// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/StepEngine.h"

#include "core/learning/LstmRows.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace ricercar {
namespace {

/// Layer `layer` of the list that parameterShapes() makes; the last `second` inputs stand apart.
LstmWeights layerWeights(const std::vector<NamedTensor>& all, std::size_t layer, std::size_t second, Precision precision) {
    const NamedTensor* const four = all.data() + 4 * layer;
    const auto inputs = static_cast<std::size_t>(four[0].shape[1]);
    return {{four[0].values.data(), four[1].values.data(), four[2].values.data(), four[3].values.data(), inputs,
             static_cast<std::size_t>(four[1].shape[1])},
            inputs - second,
            precision};
}

StepEngine::LayerState zeros(const LstmWeights& layer, std::size_t rows) {
    return {Floats(rows * layer.hidden(), 0.0F), Floats(rows * layer.hidden(), 0.0F),
            Floats(rows * stateRow(layer.hidden()), 0.0F)};
}

/// One row a step on.
void run(const Kernels& kernels, LstmStep step, const LstmWeights& layer, StepEngine::LayerState& state) {
    step.rows = 1;
    step.previousHidden = {state.hidden.data(), layer.hidden()};
    step.nextHidden = {state.next.data(), layer.hidden()};
    step.previousCell = {state.cell.data(), stateRow(layer.hidden())};
    step.cell = {state.cell.data(), stateRow(layer.hidden())};
    kernels.step(step);
    std::swap(state.hidden, state.next);
}

}  // namespace

StepEngine::StepEngine(const Checkpoint& checkpoint, Precision wanted)
    : config_(checkpoint.config.model), builder_(config_), kernels_(&kernels(wanted)) {
    const Precision precision = kernels_->precision;
    std::size_t layer = 0;
    for (; layer < config_.timeHidden.size(); ++layer) time_.push_back(layerWeights(checkpoint.weights, layer, 0, precision));
    for (std::size_t i = 0; i < config_.noteHidden.size(); ++i, ++layer)
        note_.push_back(layerWeights(checkpoint.weights, layer,
                                     i == 0 ? static_cast<std::size_t>(noteFeatures(config_.layout)) : 0, precision));
    head_ = checkpoint.weights[4 * layer].values;
    headBias_ = checkpoint.weights[4 * layer + 1].values;
}

StepEngine::State StepEngine::start(int barSteps) const {
    const auto pitches = static_cast<std::size_t>(config_.range.size());
    State state;
    for (const LstmWeights& layer : time_) state.time.push_back(zeros(layer, pitches));
    for (const LstmWeights& layer : note_) state.note.push_back(zeros(layer, 1));
    state.features.resize(pitches * builder_.width());
    state.below = NoteFeatures(config_);
    if (builder_.remembering()) state.past = Past{{}, EchoIndex(barSteps, config_.articulation, config_.range.lowest), {}};
    state.noteStart.resize(pitches * gateRow(note_.front().hidden()));
    std::size_t scratch = timeScratch(pitches);
    for (const LstmWeights& layer : note_)
        scratch = std::max(scratch, stepScratch(kernels_->precision, 1, layer.inputs(), layer.hidden()));
    state.scratch.resize(scratch);
    return state;
}

std::size_t StepEngine::timeScratch(std::size_t rows) const {
    const LstmWeights& note = note_.front();
    std::size_t floats = stepScratch(kernels_->precision, rows, note.inputs(), note.hidden());
    for (const LstmWeights& layer : time_)
        floats = std::max(floats, stepScratch(kernels_->precision, rows, layer.inputs(), layer.hidden()));
    return floats;
}

void StepEngine::timeStep(State& state, const TimeRows& rows) const {
    RowsIn input{rows.features, builder_.width()};
    for (std::size_t i = 0; i < time_.size(); ++i) {
        const std::size_t units = time_[i].hidden(), cells = stateRow(units);
        LayerState& layer = state.time[i];
        const Floats& before = rows.swapped ? layer.next : layer.hidden;
        Floats& after = rows.swapped ? layer.hidden : layer.next;
        LstmStep step = time_[i].step();
        step.rows = rows.count;
        step.scratch = rows.scratch;
        step.input[0] = input;
        step.previousHidden = {before.data() + rows.first * units, units};
        step.nextHidden = {after.data() + rows.first * units, units};
        step.previousCell = {layer.cell.data() + rows.first * cells, cells};
        step.cell = {layer.cell.data() + rows.first * cells, cells};
        kernels_->step(step);
        input = {step.nextHidden.data, units};
    }
    LstmStep sums = note_.front().step();
    sums.rows = rows.count;
    sums.scratch = rows.scratch;
    sums.input[0] = input;
    sums.inputWeights[1].columns = 0;
    sums.gates = {rows.noteStart, gateRow(note_.front().hidden())};
    kernels_->gateSums(sums);
}

void StepEngine::see(State& state, std::span<const Cell> row, int stepInBar, float* features) const {
    RememberedStep seen{PieceRows(row.data(), row.size(), 1), 0, nullptr, nullptr, 0};
    if (state.past) {
        Past& past = *state.past;
        if (state.steps >= 0) {
            past.cells.insert(past.cells.end(), row.begin(), row.end());
            past.echoes.append(row, stepInBar);
            past.ages.append(row);
        }
        seen = {PieceRows(past.cells.data(), row.size(), state.steps + 1), state.steps, &past.echoes.memory(), &past.ages, 0};
    }
    ++state.steps;
    builder_.step(seen, stepInBar, features);
    state.below.begin(seen);
}

void StepEngine::advance(State& state, std::span<const Cell> row, int stepInBar, SpinThreadPool* pool) const {
    const auto pitches = static_cast<std::size_t>(config_.range.size());
    see(state, row, stepInBar, state.features.data());
    const std::size_t gates = gateRow(note_.front().hidden());
    const LstmChunks chunks = LstmChunks::even(pitches, pool != nullptr ? pool->threads() : 1);
    const auto part = [&](std::size_t chunk) {
        const std::size_t first = chunks.first(chunk);
        timeStep(state, {first, chunks.size(chunk), state.features.data() + first * builder_.width(), false,
                         state.noteStart.data() + first * gates, state.scratch.data() + timeScratch(first)});
    };
    if (pool != nullptr)
        pool->run(chunks.number(), part);
    else
        part(0);
    for (LayerState& layer : state.time) std::swap(layer.hidden, layer.next);
    for (LayerState& layer : state.note) {
        std::ranges::fill(layer.hidden, 0.0F);
        std::ranges::fill(layer.cell, 0.0F);
    }
    state.pitchIndex = 0;
}

StepEngine::Logits StepEngine::next(State& state, Cell below) const {
    if (state.pitchIndex > 0) state.below.choose(below);
    std::array<float, mostNoteFeatures> chosen;
    state.below.write(chosen.data());
    for (std::size_t i = 0; i < note_.size(); ++i) {
        LstmStep step = note_[i].step();
        step.scratch = state.scratch.data();
        if (i == 0) {
            const std::size_t gates = gateRow(note_[i].hidden());
            step.start = {state.noteStart.data() + state.pitchIndex * gates, gates};
            step.inputWeights[0].columns = 0;
            step.input[1] = {chosen.data(), state.below.width()};
        } else {
            step.input[0] = {state.note[i - 1].hidden.data(), note_[i - 1].hidden()};
        }
        run(*kernels_, step, note_[i], state.note[i]);
    }
    ++state.pitchIndex;
    return logitsOf(state.note.back().hidden.data());
}

StepEngine::Logits StepEngine::logitsOf(const float* hidden) const {
    const std::size_t units = note_.back().hidden();
    const auto dot = [&](std::size_t output) {
        return std::inner_product(hidden, hidden + units, head_.begin() + static_cast<std::ptrdiff_t>(output * units),
                                  static_cast<double>(headBias_[output]));
    };
    return {dot(0), dot(1)};
}

}  // namespace ricercar
