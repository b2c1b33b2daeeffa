// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/TorchPeer.h"
#include "tests/bench/Work.h"
#include "tests/bench/Workers.h"

#include "core/base/Random.h"

#include <chrono>
#include <stdexcept>
#include <stop_token>

namespace ricercar::bench {
namespace {

/// A Trainer as users have it; each batch waits for its order.
class Ours : public TrainObserver {
public:
    explicit Ours(const Options& options)
        : trainer_(johnsonStep(options.threads, precisionOf(options)), wanderingSet(johnsonRange)) {}

    void serve() {
        if (awaitOrder()) {
            begin();
            trainer_.run(*this, Task(stop_.get_token()));
        }
        answer({{"peak_mb", peakMegabytes()}, {"loss", loss_}});
    }

    void stepDone(const StepPoint& point) override {
        loss_ = point.loss;
        answer({{"ms", std::chrono::duration<double, std::milli>(Clock::now() - begun_).count()},
                {"cpu_ms", processorMs() - processor_}});
        if (!awaitOrder()) stop_.request_stop();
        begin();
    }

private:
    using Clock = std::chrono::steady_clock;
    void begin() {
        processor_ = processorMs();
        begun_ = Clock::now();
    }

    Trainer trainer_;
    std::stop_source stop_;
    Clock::time_point begun_;
    double processor_ = 0;
    double loss_ = 0;
};

/// torch's own layers in time-major order, the same masks, loss, clipping and optimizer, fed by the same batches.
void servePeer(const Options& options) {
    const TrainConfig config = johnsonStep(options.threads);
    setTorchThreads(options.threads);
    const double difference = lossDifference(config);
    const BatchMaker maker(config, wanderingSet(config.model.range).train);
    TorchBiaxial model(config.model, freshCheckpoint(config).weights);
    torch::optim::Adam adam(model.parameters(), torch::optim::AdamOptions(config.learningRate));
    std::uint64_t step = 0;
    double last = 0;
    const auto train = [&] {
        Batch batch = maker.make(Random(Random::stream(1, step++)));
        const BatchTensors tensors(batch);
        model.zero_grad();
        const torch::Tensor logits = model.forward(tensors, config.model.dropout);
        const torch::Tensor loss = cellNats(logits, tensors).sum() / static_cast<double>(batch.items());
        last = loss.item<double>();
        loss.backward();
        torch::nn::utils::clip_grad_norm_(model.parameters(), config.clipNorm);
        adam.step();
        return Figures{};
    };
    serve(train, [&] { return Figures{{"loss", last}, {"loss_difference", difference}}; });
}

}  // namespace

void runTrainWorker(const std::string& name, const Options& options) {
    if (name == "train-ours")
        Ours(options).serve();
    else if (name == "train-peer")
        servePeer(options);
    else
        throw std::runtime_error("no worker " + name);
}

}  // namespace ricercar::bench
