#include "core/learning/Scoring.h"

#include <algorithm>
#include <numeric>

namespace ricercar {
namespace {

constexpr int windowSteps = 32;  // short enough to be stopped soon
constexpr std::size_t sideBySide = 8;

}  // namespace

bool scoreRolls(BiaxialModel& model, std::span<const PianoRoll* const> rolls, const Task& task, const StepNats& sink) {
    const torch::NoGradGuard noGrad;
    model.eval();
    const FeatureBuilder builder(model.config());

    // Pieces of like length together: little padding.
    std::vector<std::size_t> order(rolls.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rolls[i]->steps(); });

    try {
        for (std::size_t group = 0; group < order.size(); group += sideBySide) {
            const auto members = std::span(order).subspan(group, std::min(sideBySide, order.size() - group));
            const int longest = rolls[members.back()]->steps();
            TimeState state;
            for (int first = 0; first < longest; first += windowSteps) {
                Batch batch(static_cast<int>(members.size()), std::min(windowSteps, longest - first), builder.pitches());
                for (std::size_t i = 0; i < members.size(); ++i)
                    fillWindow(batch, static_cast<int>(i), builder, model.config(), *rolls[members[i]], first);
                const BatchTensors tensors(batch);
                const torch::Tensor logits = model.forward(tensors.features, tensors.chosen, nullptr, &state, task);
                const torch::Tensor nats = cellNats(logits, tensors).contiguous();
                const auto* const values = nats.data_ptr<float>();
                for (std::size_t i = 0; i < members.size(); ++i) {
                    const int count = std::min(batch.window, rolls[members[i]]->steps() - first);
                    const auto width = static_cast<std::size_t>(batch.pitches);
                    for (int step = 0; step < count; ++step)
                        sink(members[i], first + step,
                             {values + (i * static_cast<std::size_t>(batch.window) + static_cast<std::size_t>(step)) * width,
                              width});
                }
            }
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
