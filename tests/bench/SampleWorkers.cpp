// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/TorchPeer.h"
#include "tests/bench/Work.h"
#include "tests/bench/Workers.h"

#include "core/base/Random.h"
#include "core/learning/Sampler.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>

namespace ricercar::bench {
namespace {

constexpr int warmSteps = 8;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point begun) { return std::chrono::duration<double, std::milli>(Clock::now() - begun).count(); }

/// A Sampler as users have it.
void serveOurs(const Options& options) {
    const Sampler sampler(freshCheckpoint(johnsonStep(1)), precisionOf(options));
    std::uint64_t seed = 0;
    serve([&] {
        SampleSettings settings;
        settings.steps = warmSteps + options.steps;
        settings.seed = ++seed;
        Clock::time_point begun;
        double processor = 0;
        const PianoRoll roll = sampler.generate(
            settings, {},
            [&](int step, std::span<const Cell>) {
                if (step != warmSteps - 1) return;
                begun = Clock::now();
                processor = processorMs();
            },
            options.threads);
        const double ms = since(begun) / options.steps;
        return Figures{{"ms", ms},
                       {"cpu_ms", (processorMs() - processor) / options.steps},
                       {"notes", static_cast<double>(std::ranges::count_if(roll.cells(), [](Cell cell) { return cell != 0; })) /
                                     roll.steps()}};
    });
}

/// A song on torch's own layers.
class TorchSong {
public:
    /// `cells`: LSTMCell on the note axis, instead of LSTM called for each note.
    TorchSong(const ModelConfig& config, const std::vector<NamedTensor>& weights, bool cells)
        : model_(config, weights), builder_(config), row_(static_cast<std::size_t>(config.range.size()), 0) {
        if (cells)
            for (auto& layer : model_.note) {
                torch::nn::LSTMCell cell(layer->options.input_size(), layer->options.hidden_size());
                const auto from = layer->parameters();
                const auto to = cell->parameters();
                for (std::size_t i = 0; i < from.size(); ++i) to[i].copy_(from[i]);
                cells_.push_back(cell);
            }
        timeStates_.resize(model_.time.size());
    }

    void step() {
        const auto notes = static_cast<std::int64_t>(row_.size());
        torch::Tensor x = torch::empty({1, notes, seedFeatures});
        builder_.step({PieceRows(row_.data(), row_.size(), 1), 0, nullptr, nullptr, 0}, (index_ + 15) % 16,
                      x.data_ptr<float>());
        for (std::size_t i = 0; i < model_.time.size(); ++i) {
            std::tuple<torch::Tensor, State> result =
                timeStates_[i] ? model_.time[i]->forward(x, timeStates_[i]) : model_.time[i]->forward(x);
            x = std::get<0>(result);
            timeStates_[i] = std::get<1>(result);
        }
        std::vector<c10::optional<State>> states(model_.note.size());
        torch::Tensor below = torch::zeros({1, 2});
        for (std::int64_t n = 0; n < notes; ++n) {
            torch::Tensor y = torch::cat({x.select(1, n), below}, 1);
            for (std::size_t i = 0; i < states.size(); ++i) y = note(i, y, states[i]);
            const torch::Tensor probabilities = torch::sigmoid(model_.head->forward(y));
            const auto* const p = probabilities.data_ptr<float>();
            const double play = random_.uniform(), articulate = random_.uniform();
            Cell& cell = row_[static_cast<std::size_t>(n)];
            const bool played = (cell & playBit) != 0;
            cell = play >= p[0] ? Cell{0} : !played || articulate < p[1] ? Cell{playBit | articulateBit} : playBit;
            below = torch::empty({1, 2});
            below.data_ptr<float>()[0] = static_cast<float>(cell & playBit);
            below.data_ptr<float>()[1] = static_cast<float>(cell >> 1);
        }
        ++index_;
    }

private:
    using State = std::tuple<torch::Tensor, torch::Tensor>;

    torch::Tensor note(std::size_t layer, const torch::Tensor& input, c10::optional<State>& state) {
        if (!cells_.empty()) {
            state = state ? cells_[layer]->forward(input, state) : cells_[layer]->forward(input);
            return std::get<0>(*state);
        }
        const torch::Tensor x = input.unsqueeze(0);
        std::tuple<torch::Tensor, State> result =
            state ? model_.note[layer]->forward(x, state) : model_.note[layer]->forward(x);
        state = std::get<1>(result);
        return std::get<0>(result).squeeze(0);
    }

    TorchBiaxial model_;
    std::vector<torch::nn::LSTMCell> cells_;
    FeatureBuilder builder_;
    std::vector<Cell> row_;
    std::vector<c10::optional<State>> timeStates_;
    Random random_{1};
    int index_ = 0;
};

void servePeer(const Options& options, bool cells) {
    const c10::InferenceMode inference;
    const TrainConfig config = johnsonStep(1);
    TorchSong song(config.model, freshCheckpoint(config).weights, cells);
    serve([&] {
        for (int i = 0; i < warmSteps; ++i) song.step();
        const double processor = processorMs();
        const auto begun = Clock::now();
        for (int i = 0; i < options.steps; ++i) song.step();
        return Figures{{"ms", since(begun) / options.steps}, {"cpu_ms", (processorMs() - processor) / options.steps}};
    });
}

}  // namespace

void runSampleWorker(const std::string& name, const Options& options) {
    if (name == "sample-ours") return serveOurs(options);
    if (name == "sample-peer") return servePeer(options, false);
    if (name != "sample-tuned") throw std::runtime_error("no worker " + name);
    setTorchThreads(options.threads);
    servePeer(options, true);
}

}  // namespace ricercar::bench
