// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/training/LossPlot.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QSpinBox>

using namespace ricercar;

/// How long the window's event loop is away while a model trains at full load. Printed, not judged: machines differ.
class tst_Responsiveness : public QObject {
    Q_OBJECT

private slots:
    void heartbeatWhileTraining() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(8, 512));
        w.find<QSpinBox>("epochs")->setValue(10'000);
        QTRY_VERIFY(w.find<QPushButton>("train")->isEnabled());  // the dataset's plan is there
        QTest::mouseClick(w.find<QPushButton>("train"), Qt::LeftButton);
        auto* plot = w.find<LossPlot>("lossPlot");
        QTRY_VERIFY_WITH_TIMEOUT(plot->trainPoints() >= 2, 120'000);

        std::vector<qint64> gaps;
        QElapsedTimer clock;
        clock.start();
        QTimer heart;
        heart.setTimerType(Qt::PreciseTimer);
        heart.setInterval(10);
        connect(&heart, &QTimer::timeout, this, [&] { gaps.push_back(clock.restart()); });
        heart.start();
        QTRY_VERIFY_WITH_TIMEOUT(gaps.size() >= 500, 60'000);
        heart.stop();
        const int points = plot->trainPoints();
        w.services->training.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->training.running(), 30'000);
        std::sort(gaps.begin(), gaps.end());
        qInfo("heartbeat of 10 ms while training: longest gap %lld ms, 99 %% below %lld ms, median %lld ms, %d batches drawn",
              static_cast<long long>(gaps.back()), static_cast<long long>(gaps[gaps.size() * 99 / 100]),
              static_cast<long long>(gaps[gaps.size() / 2]), points);
    }
};

QTEST_MAIN(tst_Responsiveness)
#include "tst_Responsiveness.moc"
