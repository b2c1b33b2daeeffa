// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"
#include "core/learning/LstmRows.h"
#include "core/learning/StepEngine.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

namespace ricercar {
namespace {

constexpr std::size_t stepsTogether = 6;  ///< of the note axis: a tile of the kernels

}  // namespace

/// What the threads that read known steps share.
struct StepEngine::Block {
    const PianoRoll* roll;
    std::size_t first, steps, pitches, gates;
    Floats features;                  ///< [step][pitch][features of the time axis]
    std::vector<NoteFeatures> below;  ///< [step]; of one step more than the block has
    Floats noteStart;                 ///< [step][pitch][gates]; of one step more than the block has
    std::vector<Logits> logits;
    const Task* task;
    std::atomic<bool> stopped{false};

    bool stop() {
        if (task->stopped()) stopped = true;
        return stopped;
    }
    [[nodiscard]] std::size_t cell(std::size_t step, std::size_t pitch) const { return step * pitches + pitch; }
};

/// The time axis through all steps for some of the pitches.
void StepEngine::readTime(Block& block, State& state, std::size_t firstRow, std::size_t rows) const {
    Floats scratch(timeScratch(rows));
    for (std::size_t t = 0; t < block.steps && !block.stop(); ++t)
        timeStep(state, {firstRow, rows, block.features.data() + block.cell(t, firstRow) * builder_.width(), t % 2 != 0,
                         block.noteStart.data() + block.cell(t + 1, firstRow) * block.gates, scratch.data()});
}

std::size_t StepEngine::beginNotes(std::vector<LayerState>& layers, std::size_t rows) const {
    std::size_t floats = 0;
    layers.clear();
    for (const LstmWeights& layer : note_) {
        layers.push_back({Floats(rows * layer.hidden(), 0.0F), Floats(rows * layer.hidden(), 0.0F),
                          Floats(rows * stateRow(layer.hidden()), 0.0F)});
        floats = std::max(floats, stepScratch(kernels_->precision, rows, layer.inputs(), layer.hidden()));
    }
    return floats;
}

void StepEngine::noteStep(std::vector<LayerState>& layers, std::size_t rows, RowsIn start, RowsIn chosen,
                          float* scratch) const {
    for (std::size_t i = 0; i < note_.size(); ++i) {
        LstmStep step = note_[i].step();
        LayerState& layer = layers[i];
        step.rows = rows;
        step.scratch = scratch;
        if (i == 0) {
            step.start = start;
            step.inputWeights[0].columns = 0;
            step.input[1] = chosen;
        } else {
            step.input[0] = {layers[i - 1].hidden.data(), note_[i - 1].hidden()};
        }
        step.previousHidden = {layer.hidden.data(), note_[i].hidden()};
        step.nextHidden = {layer.next.data(), note_[i].hidden()};
        step.previousCell = {layer.cell.data(), stateRow(note_[i].hidden())};
        step.cell = {layer.cell.data(), stateRow(note_[i].hidden())};
        kernels_->step(step);
        std::swap(layer.hidden, layer.next);
    }
}

void StepEngine::nextTogether(std::span<State* const> states, std::span<const Cell> below, std::span<Logits> logits,
                              Together& room) const {
    const std::size_t songs = states.size(), pitch = states.front()->pitchIndex, gates = gateRow(note_.front().hidden());
    if (pitch == 0) {
        atLeast(room.scratch, beginNotes(room.note, songs));
        atLeast(room.starts, songs * gates);
    }
    const std::size_t width = states.front()->below.width();
    std::array<float, songsTogether * mostNoteFeatures> chosen{};
    for (std::size_t first = 0; first < songs; ++first) {
        State& state = *states[first];
        if (pitch > 0) state.below.choose(below[first]);
        state.below.write(chosen.data() + first * width);
        std::copy_n(state.noteStart.data() + pitch * gates, gates, room.starts.data() + first * gates);
        ++state.pitchIndex;
    }
    noteStep(room.note, songs, {room.starts.data(), gates}, {chosen.data(), width}, room.scratch.data());
    for (std::size_t i = 0; i < songs; ++i) logits[i] = logitsOf(room.note.back().hidden.data() + i * note_.back().hidden());
}

/// The note axis through all pitches for some of the steps, which do not know each other there.
void StepEngine::readNotes(Block& block, std::size_t firstStep, std::size_t steps) const {
    std::vector<LayerState> layers;
    Floats scratch(beginNotes(layers, steps));
    const std::size_t width = block.below.front().width();
    std::array<float, stepsTogether * mostNoteFeatures> chosen{};
    for (std::size_t pitch = 0; pitch < block.pitches; ++pitch) {
        for (std::size_t t = 0; t < steps; ++t) block.below[firstStep + t].write(chosen.data() + t * width);
        noteStep(layers, steps,
                 {block.noteStart.data() + block.cell(firstStep, pitch) * block.gates, block.pitches * block.gates},
                 {chosen.data(), width}, scratch.data());
        for (std::size_t t = 0; t < steps; ++t) {
            block.logits[block.cell(firstStep + t, pitch)] = logitsOf(layers.back().hidden.data() + t * note_.back().hidden());
            block.below[firstStep + t].choose(block.roll->row(static_cast<int>(block.first + firstStep + t))[pitch]);
        }
    }
}

std::vector<StepEngine::Logits> StepEngine::read(State& state, const PianoRoll& roll, int first, int count, int threads,
                                                 const Task& task) const {
    Block block;
    block.roll = &roll;
    block.first = static_cast<std::size_t>(first);
    block.steps = static_cast<std::size_t>(count);
    block.pitches = static_cast<std::size_t>(config_.range.size());
    block.gates = gateRow(note_.front().hidden());
    block.task = &task;
    block.features.resize(block.cell(block.steps, 0) * builder_.width());
    block.noteStart.resize(block.cell(block.steps + 1, 0) * block.gates);
    block.logits.resize(block.cell(block.steps, 0));
    const auto workers = static_cast<std::size_t>(threadCount(threads));

    block.below.push_back(state.below);
    for (int i = 0; i < count; ++i) {
        see(state, roll.row(first + i), roll.stepInBar(first + i),
            block.features.data() + block.cell(static_cast<std::size_t>(i), 0) * builder_.width());
        block.below.push_back(state.below);
    }
    std::ranges::copy(state.noteStart, block.noteStart.begin());
    const LstmChunks chunks(block.pitches, workers);
    parallelFor(chunks.number(), workers,
                [&](std::size_t chunk, std::size_t) { readTime(block, state, chunks.first(chunk), chunks.size(chunk)); });
    if (block.stopped) return {};
    if (count % 2 != 0)
        for (LayerState& layer : state.time) std::swap(layer.hidden, layer.next);
    parallelFor((block.steps + stepsTogether - 1) / stepsTogether, workers, [&](std::size_t part, std::size_t) {
        const std::size_t from = part * stepsTogether;
        if (!block.stop()) readNotes(block, from, std::min(stepsTogether, block.steps - from));
    });
    if (block.stopped) return {};
    std::copy_n(block.noteStart.data() + block.cell(block.steps, 0) * block.gates, state.noteStart.size(),
                state.noteStart.begin());
    std::copy_n(block.features.data() + block.cell(block.steps - 1, 0) * builder_.width(), state.features.size(),
                state.features.begin());
    for (LayerState& layer : state.note) {
        std::ranges::fill(layer.hidden, 0.0F);
        std::ranges::fill(layer.cell, 0.0F);
    }
    state.pitchIndex = 0;
    return std::move(block.logits);
}

}  // namespace ricercar
