// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "ui/services/Curve.h"
#include "ui/training/LossPlot.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace ricercar;

class tst_Curve : public QObject {
    Q_OBJECT

private slots:
    void smoothingIsTheWeightedLine() {
        // Independent: at each place the line of least squares through all values, weighted by beta^distance.
        Random random(3);
        std::vector<double> values(40);
        for (double& value : values) value = random.uniform() * 10;
        for (const double beta : {0.0, 0.5, 0.9, 0.99}) {
            const auto result = smoothed(values, beta);
            for (std::size_t n = 0; n < values.size(); ++n) {
                double w0 = 0, w1 = 0, w2 = 0, y0 = 0, y1 = 0;
                for (std::size_t i = 0; i < values.size(); ++i) {
                    const double d = static_cast<double>(i) - static_cast<double>(n), w = std::pow(beta, std::abs(d));
                    w0 += w;
                    w1 += w * d;
                    w2 += w * d * d;
                    y0 += w * values[i];
                    y1 += w * d * values[i];
                }
                const double spread = w0 * w2 - w1 * w1;
                const double wanted = spread > 1e-9 ? (w2 * y0 - w1 * y1) / spread : y0 / w0;
                QVERIFY(std::abs(result[n] - wanted) < 1e-6);
            }
        }
    }

    void smoothingOnGivesWhatSmoothingAllDoes() {
        std::vector<double> values;
        for (int i = 0; i < 3000; ++i) values.push_back(3.0 + std::sin(i * 0.7) + 1000.0 / (i + 100.0));
        for (const double beta : {0.0, 0.5, 0.95, 0.99}) {
            std::vector<double> smooth;
            for (const std::size_t count : {std::size_t{1}, std::size_t{40}, std::size_t{2500}, values.size()})
                (void)smoothOn(smooth, std::span(values).first(count), beta);
            const auto whole = smoothed(values, beta);
            QCOMPARE(smooth.size(), whole.size());
            for (std::size_t i = 0; i < whole.size(); ++i) QVERIFY(std::abs(smooth[i] - whole[i]) < 1e-5);
        }
        std::vector<double> smooth = smoothed(std::span(values).first(2900), 0.95);
        QVERIFY(smoothOn(smooth, values, 0.95) > 2000);  // the rest is left alone
    }

    /// A falling loss is smoothed to a curve that lies on it, not above it; gaps count for nothing.
    void whatFallsIsNotLiftedUp() {
        std::vector<double> values(200);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = 10.0 - 0.03 * static_cast<double>(i);
        values[50] = std::nan("");
        const auto result = smoothed(values, 0.97);
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(std::abs(result[i] - (10.0 - 0.03 * static_cast<double>(i))) < 1e-6);
    }

    void constantsStay() {
        const std::vector<double> values(10, 3.5);
        for (const double value : smoothed(values, 0.97)) QVERIFY(std::abs(value - 3.5) < 1e-9);
    }

    void outliersDoNotSetTheRange() {
        std::vector<double> values(1000);
        std::iota(values.begin(), values.end(), 0.0);
        values[500] = 1e9;
        values[501] = std::nan("");
        const ValueRange range = typicalRange(values);
        QVERIFY(range.high < 1000.0);
        QVERIFY(range.low >= 0.0);
        QVERIFY(range.high > 900.0);
    }

    void recordBecomesACurve() {
        Run run;
        run.id = 4;
        run.name = "folk";
        const std::vector<Metric> metrics{{"loss", 1, 0.5, 1.0, 9.0},        {"gradient_norm", 1, 0.5, 1.0, 2.0},
                                          {"loss", 2, 1.0, 2.0, 8.0},        {"epoch_loss", 2, 1.0, 2.0, 8.5},
                                          {"validation", 2, 1.0, 2.0, 8.25}, {"validation", 4, 2.0, 4.0, 8.5}};
        const Curve curve = curveOf(run, metrics);
        QCOMPARE(curve.loss, (std::vector<double>{9.0, 8.0}));
        QCOMPARE(curve.step, (std::vector<double>{1.0, 2.0}));
        QCOMPARE(curve.validation.size(), std::size_t{2});
        QCOMPARE(curve.best(), 0);
        QCOMPARE(QString::fromStdString(csvOf(curve)), QStringLiteral("series,step,epoch,seconds,value\n"
                                                                      "loss,1,0.5,1,9\nloss,2,1,2,8\nepoch_loss,2,1,2,8.5\n"
                                                                      "validation,2,1,2,8.25\nvalidation,4,2,4,8.5\n"));
    }

    void plotTakesEveryPoint() {
        Curve curve;
        for (int i = 1; i <= 20'000; ++i) curve.add(StepPoint{i, i / 1000.0, i / 50.0, 10.0 / i, 1.0, 1e-3});
        curve.add(EpochPoint{1000, 1, 20, 5.0, 4.0, true});
        LossPlot plot;
        plot.resize(640, 400);
        plot.show();
        plot.setCurve(curve);
        QCOMPARE(plot.trainPoints(), 20'000);
        QCOMPARE(plot.validationPoints(), 1);
        plot.setLogarithmic(true);
        plot.setAxis(LossPlot::Axis::Time);
        for (int i = 20'001; i <= 20'010; ++i) curve.add(StepPoint{i, i / 1000.0, i / 50.0, 10.0 / i, 1.0, 1e-3});
        curve.add(EpochPoint{20'010, 21, 400, 5.0, 3.0, true});
        plot.growCurve(curve);
        QCOMPARE(plot.trainPoints(), 20'010);
        QCOMPARE(plot.validationPoints(), 2);
        curve.cutAfter(5);  // the run went back
        plot.growCurve(curve);
        QCOMPARE(plot.trainPoints(), 5);
        plot.setSmoothing(0.9);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("plot.png"));
        QVERIFY(plot.savePng(file));
        QVERIFY(!QImage(file).isNull());
    }
};

QTEST_MAIN(tst_Curve)
#include "tst_Curve.moc"
