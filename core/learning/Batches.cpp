// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/Batches.h"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

namespace ricercar {
namespace {

/// Starts that a window may have: the first step and bar lines, up to the first one from which the window reaches the end.
/// Where a window is shorter than a bar, every window's length stands for a bar line.
int drawStart(const PianoRoll& roll, int window, Random& random) {
    const int surplus = roll.steps() - window;
    if (surplus <= 0) return 0;
    const int spacing = std::min(roll.barSteps(), window);
    const int firstLine = (roll.barSteps() - roll.barOffset()) % roll.barSteps() % spacing;
    const int lines = surplus <= firstLine ? 1 : (surplus - firstLine + spacing - 1) / spacing + 1;
    const int before = firstLine > 0 ? 1 : 0;  // the first step, where it is no bar line
    const auto choice = static_cast<int>(random.below(static_cast<std::uint64_t>(lines + before)));
    return choice < before ? 0 : firstLine + (choice - before) * spacing;
}

/// A row moved by `shift`; empty: silence.
void takeRow(std::span<const Cell> row, int shift, std::vector<Cell>& moved) {
    std::ranges::fill(moved, Cell{0});
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto to = i + static_cast<std::size_t>(shift);  // wraps where it leaves the range
        if (to < moved.size()) moved[to] = row[i];
    }
}

/// Sets features to zero, the same ones at every step of a window, and makes up for them in the others.
void dropInputs(Batch& batch, double share, Random& random) {
    const std::size_t row = static_cast<std::size_t>(batch.pitches) * batch.timeWidth;
    std::vector<float> masks(batch.lengths.size() * row);
    const auto kept = static_cast<float>(1.0 / (1.0 - share));
    for (float& mask : masks) mask = random.uniform() < share ? 0.0F : kept;
    for (int step = 0; step < batch.window(); ++step)
        for (std::size_t w = 0; w < batch.itemsAt(step); ++w) {
            float* const features = batch.features.data() + (batch.firstItem[static_cast<std::size_t>(step)] + w) * row;
            const float* const mask = masks.data() + w * row;
            for (std::size_t i = 0; i < row; ++i) features[i] *= mask[i];
        }
}

}  // namespace

Batch::Batch(std::vector<int> windowLengths, const ModelConfig& config, Batch memory) : Batch(std::move(memory)) {
    lengths = std::move(windowLengths);
    pitches = config.range.size();
    timeWidth = static_cast<std::size_t>(timeFeatures(config.layout));
    noteWidth = static_cast<std::size_t>(noteFeatures(config.layout));
    firstItem.assign(1, 0);
    if (!std::ranges::is_sorted(lengths, std::greater<>())) throw std::invalid_argument("windows are longest first");
    auto longEnough = lengths.size();
    for (int step = 0; step < window(); ++step) {
        while (lengths[longEnough - 1] <= step) --longEnough;
        firstItem.push_back(firstItem.back() + longEnough);
    }
    const std::size_t cells = items() * static_cast<std::size_t>(pitches);
    features.resize(cells * timeWidth);
    below.resize(cells * noteWidth);
    chosen.resize(cells * 2);
    articulateWeight.resize(cells);
}

void fill(Batch& batch, std::span<const Window> windows, const FeatureBuilder& builder, const ModelConfig& config) {
    static const StepMemory nothing;
    const auto pitches = static_cast<std::size_t>(batch.pitches);
    NoteFeatures note(config);
    std::vector<PitchAges> ages;  // of each window, where they are read
    if (builder.remembering())
        for (const Window& window : windows) ages.emplace_back(PieceRows(*window.roll), window.first - 1);
    std::vector<Cell> row(pitches), before(pitches);
    std::size_t at = 0;  // cells, in the order of memory
    for (int step = 0; step < batch.window(); ++step)
        for (std::size_t w = 0; w < batch.itemsAt(step); ++w) {
            const Window& window = windows[w];
            const PieceRows piece(*window.roll);
            const int now = window.first + step;
            RememberedStep seen{piece, now - 1, &nothing, nullptr, window.shift};
            if (builder.remembering()) {
                if (step > 0) ages[w].append(piece.row(now - 1));
                seen.ages = &ages[w];
                seen.memory = &window.memory->after(now - 1);
            }
            builder.step(seen, window.roll->stepInBar(now - 1), batch.features.data() + at * batch.timeWidth, true);
            takeRow(piece.row(now), window.shift, row);
            takeRow(piece.row(now - 1), window.shift, before);
            note.begin(seen);
            for (std::size_t n = 0; n < pitches; ++n, ++at) {
                note.write(batch.below.data() + at * batch.noteWidth);
                note.choose(row[n]);
                const bool plays = (row[n] & playBit) != 0;
                const bool played = (before[n] & playBit) != 0;
                batch.chosen[2 * at] = plays ? 1.0F : 0.0F;
                batch.chosen[2 * at + 1] = config.articulation && (row[n] & articulateBit) != 0 ? 1.0F : 0.0F;
                batch.articulateWeight[at] = config.articulation && plays && played ? 1.0F : 0.0F;
            }
        }
}

BatchMaker::BatchMaker(const TrainConfig& config, const std::vector<TrainingPiece>& pieces)
    : config_(config), builder_(config.model) {
    for (const TrainingPiece& piece : pieces) {
        Source source{piece.roll.inRange(config.model.range), {}, totalSteps_, 128, -1};
        for (int step = 0; step < source.roll.steps(); ++step)
            for (int pitch = config.model.range.lowest; pitch <= config.model.range.highest; ++pitch)
                if (source.roll.plays(step, pitch)) {
                    source.lowest = std::min(source.lowest, pitch);
                    source.highest = std::max(source.highest, pitch);
                }
        if (source.roll.steps() == 0) continue;
        totalSteps_ += source.roll.steps();
        if (builder_.remembering()) source.memory = PieceMemory(source.roll, config.model.articulation);
        sources_.push_back(std::move(source));
    }
}

Batch BatchMaker::make(Random random, Batch memory) const {
    struct Drawn {
        const Source* source;
        int start, length, shift;
    };
    std::vector<Drawn> drawn;
    for (int index = 0; index < config_.batch; ++index) {
        const auto step = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(totalSteps_)));
        const Source& source = *std::prev(std::ranges::upper_bound(sources_, step, {}, &Source::stepsBefore));
        const int start = drawStart(source.roll, config_.window, random);

        const bool sounds = source.highest >= 0;
        const int down = sounds ? std::max(config_.transposeDown, config_.model.range.lowest - source.lowest) : 0;
        const int up = sounds ? std::min(config_.transposeUp, config_.model.range.highest - source.highest) : 0;
        const int shift = down + static_cast<int>(random.below(static_cast<std::uint64_t>(up - down + 1)));
        drawn.push_back({&source, start, std::min(config_.window, source.roll.steps() - start), shift});
    }
    std::ranges::stable_sort(drawn, std::greater<>(), &Drawn::length);

    std::vector<int> lengths;
    std::vector<Window> windows;
    for (const Drawn& window : drawn) {
        lengths.push_back(window.length);
        windows.push_back({&window.source->roll, window.start, window.shift, &window.source->memory});
    }
    Batch batch(std::move(lengths), config_.model, std::move(memory));
    fill(batch, windows, builder_, config_.model);
    if (config_.inputDropout > 0) dropInputs(batch, config_.inputDropout, random);
    return batch;
}

}  // namespace ricercar
