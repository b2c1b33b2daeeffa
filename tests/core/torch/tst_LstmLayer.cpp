// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/LstmLayer.h"  // torch before Qt: both want the word "slots"

#undef slots
#include <QTest>

#include <limits>

using namespace ricercar;

namespace {

struct Sizes {
    std::int64_t length, rows, inputs, second, hidden;
    bool sparse = false;  ///< most inputs are zero, as features are
};

/// Output and every gradient of a pass through a layer, as one flat list.
struct Result {
    torch::Tensor output;
    std::vector<torch::Tensor> gradients;
};

class Setup {
public:
    explicit Setup(const Sizes& given, bool strided = false, bool masked = true) : sizes(given) {
        torch::manual_seed(static_cast<std::uint64_t>(given.hidden * 1000 + given.rows));
        layer = std::make_shared<LstmLayer>(given.inputs + given.second, given.hidden);
        const torch::NoGradGuard noGrad;
        for (torch::Tensor& parameter : layer->parameters()) parameter.copy_(torch::randn_like(parameter) * 0.3);
        x = torch::randn({given.length, given.rows, given.inputs});
        if (strided) x = torch::randn({given.rows, given.length, given.inputs}).transpose(0, 1);
        if (given.sparse) x *= torch::rand_like(x) > 0.85;
        if (given.second > 0) second = torch::randn({given.length, given.rows, given.second});
        if (masked) mask = (torch::rand({1, given.rows, given.hidden}) > 0.4).to(torch::kFloat32) / 0.6;
        weight = torch::randn({given.length, given.rows, given.hidden});  // the loss is a random direction
    }

    /// The same with rows that leave early, one step after the other in memory.
    void pack(const std::vector<std::int64_t>& rowsOfSteps) {
        stepRows = rowsOfSteps;
        const auto packed = [&](torch::Tensor& tensor) {
            if (!tensor.defined()) return;
            std::vector<torch::Tensor> steps;
            for (std::size_t t = 0; t < stepRows.size(); ++t)
                steps.push_back(tensor[static_cast<std::int64_t>(t)].slice(0, 0, stepRows[t]));
            tensor = torch::cat(steps);
        };
        packed(x);
        packed(second);
        packed(weight);
    }

    /// In float32 through our kernels; in float64 through torch's LSTM.
    [[nodiscard]] Result run(torch::ScalarType type, int threads = 1, Precision precision = Precision::Float32) const {
        auto copy = std::make_shared<LstmLayer>(sizes.inputs + sizes.second, sizes.hidden);
        for (std::size_t i = 0; i < 4; ++i) {
            const torch::NoGradGuard noGrad;
            copy->parameters()[i].copy_(layer->parameters()[i]);
        }
        copy->to(type);
        // `x.to` keeps the strides: those of a transposed view stay what they are
        const torch::Tensor input = x.to(type).detach().requires_grad_();
        LstmPass pass;
        if (second.defined()) pass.second = second.to(type).detach().requires_grad_();
        if (mask.defined()) pass.mask = mask.to(type);
        pass.threads = threads;
        pass.precision = precision;
        pass.stepRows = stepRows;
        const torch::Tensor y = copy->forward(input, pass);
        (y * weight.to(type)).sum().backward();
        Result result{y.detach().clone().to(torch::kFloat64), {input.grad().clone().to(torch::kFloat64)}};
        if (pass.second.defined()) result.gradients.push_back(pass.second.grad().clone().to(torch::kFloat64));
        for (const torch::Tensor& parameter : copy->parameters())
            result.gradients.push_back(parameter.grad().clone().to(torch::kFloat64));
        return result;
    }

    Sizes sizes;
    std::shared_ptr<LstmLayer> layer;
    torch::Tensor x, second, mask, weight;
    std::vector<std::int64_t> stepRows;
};

/// The largest difference, in units of the largest value (where all values are 0: itself).
double difference(const torch::Tensor& ours, const torch::Tensor& theirs) {
    const double largest = theirs.abs().max().item<double>();
    return (ours - theirs).abs().max().item<double>() / (largest > 0 ? largest : 1.0);
}

bool equal(const Result& one, const Result& two) {
    bool same = torch::equal(one.output, two.output);
    for (std::size_t i = 0; i < one.gradients.size(); ++i) same = same && torch::equal(one.gradients[i], two.gradients[i]);
    return same;
}

}  // namespace

class tst_LstmLayer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { limitKernels(ProcessorLevel::Avx512); }

    // Output and all gradients, with dropout, a second input and views, against torch's LSTM in double precision.
    void equalsTorch_data() {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("size");
        const char* names[] = {"baseline", "AVX2", "AVX-512"};
        for (int level = 0; level < 3; ++level)
            for (int size = 0; size < 8; ++size) QTest::addRow("%s, size %d", names[level], size) << level << size;
    }
    void equalsTorch() {
        QFETCH(int, level);
        QFETCH(int, size);
        limitKernels(static_cast<ProcessorLevel>(level));
        const Sizes sizes[] = {{7, 13, 79, 0, 20},  {5, 6, 30, 2, 16},  {9, 1, 3, 0, 1},          {1, 4, 5, 1, 33},
                               {6, 100, 17, 2, 50}, {3, 8, 70, 0, 130}, {4, 22, 79, 0, 20, true}, {3, 99, 40, 0, 84, true}};
        for (const bool strided : {false, true})
            for (const bool masked : {false, true}) {
                const Setup setup(sizes[size], strided, masked);
                const Result ours = setup.run(torch::kFloat32), theirs = setup.run(torch::kFloat64);
                QVERIFY2(difference(ours.output, theirs.output) < 1e-5, "output");
                for (std::size_t i = 0; i < theirs.gradients.size(); ++i)
                    QVERIFY2(difference(ours.gradients[i], theirs.gradients[i]) < 1e-4, qPrintable(QString::number(i)));
            }
    }

    void rowsThatLeaveEarlyEqualTorch_data() { equalsTorch_data(); }
    void rowsThatLeaveEarlyEqualTorch() {
        QFETCH(int, level);
        QFETCH(int, size);
        limitKernels(static_cast<ProcessorLevel>(level));
        const std::vector<std::int64_t> rows[] = {
            {7, 7, 7, 3, 3, 1, 1}, {6, 5, 4, 3, 2},  {1, 1, 1, 1}, {110, 110, 97, 97, 97, 5},
            {40, 2, 2, 2},         {13, 13, 13, 13}, {9, 9, 1},    {200, 101, 1}};
        const auto length = static_cast<std::int64_t>(rows[size].size());
        const Sizes sizes[] = {{length, 7, 79, 0, 20},       {length, 6, 30, 2, 16},        {length, 1, 3, 0, 3},
                               {length, 110, 4, 1, 33},      {length, 40, 17, 2, 50},       {length, 13, 70, 0, 130},
                               {length, 9, 79, 0, 20, true}, {length, 200, 40, 0, 84, true}};
        for (const bool masked : {false, true}) {
            Setup setup(sizes[size], false, masked);
            setup.pack(rows[size]);
            const Result theirs = setup.run(torch::kFloat64);
            for (const int threads : {1, 2}) {
                const Result ours = setup.run(torch::kFloat32, threads);
                QVERIFY2(difference(ours.output, theirs.output) < 1e-5, "output");
                for (std::size_t i = 0; i < theirs.gradients.size(); ++i)
                    QVERIFY2(difference(ours.gradients[i], theirs.gradients[i]) < 1e-4, qPrintable(QString::number(i)));
            }
        }
    }

    // Gate sums of hundreds, where sigmoid and tanh stand still; and what is not a number is seen.
    void largeSumsSaturate() {
        for (const ProcessorLevel level : {ProcessorLevel::Baseline, ProcessorLevel::Avx2, ProcessorLevel::Avx512}) {
            limitKernels(level);
            Setup setup({3, 7, 20, 0, 33});
            setup.x *= 300.0;
            const Result ours = setup.run(torch::kFloat32), theirs = setup.run(torch::kFloat64);
            QVERIFY(theirs.output.abs().max().item<double>() > 0.9);
            QVERIFY(difference(ours.output, theirs.output) < 1e-4);
            for (const torch::Tensor& gradient : ours.gradients) QVERIFY(torch::isfinite(gradient).all().item<bool>());
            setup.x[1][3][5] = std::numeric_limits<float>::quiet_NaN();
            QVERIFY(torch::isnan(setup.run(torch::kFloat32).output[1][3]).all().item<bool>());
        }
    }

    // Factors of 8 bits: sums of products differ by some tenths of a percent.
    void bfloat16IsNear() {
        limitKernels(ProcessorLevel::Avx512, true);
        if (!bfloat16Available()) QSKIP("this processor has no products of bfloat16");
        for (const Sizes& sizes : {Sizes{7, 13, 79, 0, 20}, Sizes{5, 6, 31, 2, 16}, Sizes{9, 1, 3, 0, 1},
                                   Sizes{6, 100, 17, 2, 50}, Sizes{4, 23, 79, 0, 20, true}, Sizes{3, 99, 40, 0, 84, true}})
            for (const bool packed : {false, true}) {
                Setup setup(sizes);
                if (packed) {
                    std::vector<std::int64_t> rows(static_cast<std::size_t>(sizes.length), sizes.rows);
                    rows.back() = 1;
                    setup.pack(rows);
                }
                const Result ours = setup.run(torch::kFloat32, 2, Precision::BFloat16), theirs = setup.run(torch::kFloat64);
                QVERIFY(difference(ours.output, theirs.output) < 0.02);
                for (std::size_t i = 0; i < theirs.gradients.size(); ++i)
                    QVERIFY2(difference(ours.gradients[i], theirs.gradients[i]) < 0.03, qPrintable(QString::number(i)));
            }
    }

    void theSameToTheBitOnAnyNumberOfThreads() {
        const Setup setup({12, 200, 40, 2, 24});
        const Result one = setup.run(torch::kFloat32, 1);
        for (const int threads : {1, 2, 3, 3, 3, 8}) QVERIFY(equal(setup.run(torch::kFloat32, threads), one));
        const Setup features({3, 50, 79, 0, 140, true});
        const Result alone = features.run(torch::kFloat32, 1);
        for (const int threads : {2, 5}) QVERIFY(equal(features.run(torch::kFloat32, threads), alone));
        // So many rows that their sums are made in several goes, and in other goes with another number of threads.
        const Setup large({60, 200, 250, 0, 250}, true);
        QVERIFY(equal(large.run(torch::kFloat32, 1), large.run(torch::kFloat32, 2)));
    }

    // A row's result is the same to the bit whatever stands beside it.
    void rowsDoNotSeeOneAnother() {
        const Setup setup({6, 37, 11, 2, 19}, false, false);
        const torch::NoGradGuard noGrad;
        LstmPass all;
        all.second = setup.second;
        const torch::Tensor together = setup.layer->forward(setup.x, all).clone();
        for (const int row : {0, 5, 17, 36}) {
            LstmPass alone;
            alone.second = setup.second.slice(1, row, row + 1).contiguous();
            const torch::Tensor one = setup.layer->forward(setup.x.slice(1, row, row + 1).contiguous(), alone);
            QVERIFY(torch::equal(one.select(1, 0), together.select(1, row)));
        }
    }

    void aCarriedStateJoinsTwoHalves() {
        const Setup setup({10, 9, 12, 0, 21}, false, false);
        const torch::NoGradGuard noGrad;
        const torch::Tensor whole = setup.layer->forward(setup.x).clone();
        LstmState state;
        LstmPass pass;
        pass.carried = &state;
        const torch::Tensor first = setup.layer->forward(setup.x.slice(0, 0, 4), pass).clone();
        const torch::Tensor rest = setup.layer->forward(setup.x.slice(0, 4), pass).clone();
        QVERIFY(torch::equal(torch::cat({first, rest}), whole));
        QCOMPARE(state.cell.sizes().vec(), (std::vector<std::int64_t>{1, 9, 21}));
    }

    void aStopLeavesAtOnce() {
        std::stop_source stop;
        stop.request_stop();
        const Setup setup({10, 9, 12, 0, 21});
        LstmPass pass;
        pass.task = Task(stop.get_token());
        QVERIFY_EXCEPTION_THROWN((void)setup.layer->forward(setup.x, pass), Stopped);
    }

    void theLimitIsKept() {
        limitKernels(ProcessorLevel::Baseline);
        QCOMPARE(QByteArray(kernels().name), QByteArray("baseline"));
    }
};

QTEST_APPLESS_MAIN(tst_LstmLayer)
#include "tst_LstmLayer.moc"
