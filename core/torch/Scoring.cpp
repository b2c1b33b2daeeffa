// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/Scoring.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace ricercar {
namespace {

constexpr int windowSteps = 32;  // short enough to be stopped soon
constexpr std::size_t sideBySide = 8;

}  // namespace

bool scoreRolls(BiaxialModel& model, std::span<const PianoRoll* const> rolls, const Task& task, const StepNats& sink) {
    const torch::NoGradGuard noGrad;
    model.eval();
    const FeatureBuilder builder(model.config());

    // Longest first, pieces of like length together.
    std::vector<std::size_t> order(rolls.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return rolls[i]->steps(); });

    std::vector<PieceMemory> memories(rolls.size());
    try {
        for (std::size_t group = 0; group < order.size(); group += sideBySide) {
            const auto members = std::span(order).subspan(group, std::min(sideBySide, order.size() - group));
            TimeState state;
            if (builder.remembering())
                for (const std::size_t member : members)
                    memories[member] = PieceMemory(*rolls[member], model.config().articulation);
            for (int first = 0; first < rolls[members.front()]->steps(); first += windowSteps) {
                std::vector<int> lengths;
                std::vector<Window> windows;
                for (const std::size_t member : members) {
                    const int left = rolls[member]->steps() - first;
                    if (left <= 0) break;
                    lengths.push_back(std::min(windowSteps, left));
                    windows.push_back({rolls[member], first, 0, &memories[member]});
                }
                Batch batch(std::move(lengths), model.config());
                fill(batch, windows, builder, model.config());
                const BatchTensors tensors(batch);
                const torch::Tensor nats = cellNats(model.forward(tensors, nullptr, &state, task), tensors).contiguous();
                const auto* values = nats.data_ptr<float>();
                const auto width = static_cast<std::size_t>(batch.pitches);
                for (int step = 0; step < batch.window(); ++step)
                    for (std::size_t i = 0; i < batch.itemsAt(step); ++i, values += width)
                        sink(members[i], first + step, {values, width});
            }
            for (const std::size_t member : members) memories[member] = {};
        }
    } catch (const Stopped&) {
        return false;
    }
    return true;
}

PieceScores scorePieces(BiaxialModel& model, std::span<const PianoRoll* const> rolls, const Task& task) {
    PieceScores scores{std::vector<double>(rolls.size(), 0.0), true};
    scores.complete = scoreRolls(model, rolls, task, [&](std::size_t piece, int, std::span<const float> cells) {
        double sum = 0;
        for (const float cell : cells) sum += static_cast<double>(cell);
        scores.nats[piece] += sum;
    });
    return scores;
}

}  // namespace ricercar
