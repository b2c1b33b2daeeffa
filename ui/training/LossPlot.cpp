// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/LossPlot.h"

#include "ui/kit/Theme.h"

#include <qcustomplot.h>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

QVector<double> toQt(const std::vector<double>& values) { return {values.begin(), values.end()}; }

}  // namespace

LossPlot::LossPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot) {
    setObjectName(QStringLiteral("lossPlot"));
    setAccessibleName(tr("Loss over time"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_);
    plot_->setLocale(QLocale());  // its own leaves the thousands ungrouped
    setMinimumSize(160, 120);

    raw_ = plot_->addGraph();
    smooth_ = plot_->addGraph();
    validation_ = plot_->addGraph();
    best_ = plot_->addGraph();
    raw_->setName(tr("Training, each batch"));
    smooth_->setName(tr("Training, smoothed"));
    validation_->setName(tr("Validation"));
    best_->setName(tr("Best checkpoint"));
    for (QCPGraph* graph : {raw_, smooth_}) graph->setAdaptiveSampling(true);
    best_->setLineStyle(QCPGraph::lsNone);
    plot_->yAxis->setLabel(tr("Loss, nats per step"));
    plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot_->legend->setVisible(true);
    plot_->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, &LossPlot::redraw);
    applyTheme();
    redraw();
}

void LossPlot::setCurve(const Curve& curve) {
    curve_ = curve;
    redraw();
}

void LossPlot::setAxis(Axis axis) {
    axis_ = axis;
    redraw();
}

void LossPlot::setLogarithmic(bool on) {
    logarithmic_ = on;
    redraw();
}

void LossPlot::setSmoothing(double beta) {
    beta_ = std::clamp(beta, 0.0, 0.999);
    redraw();
}

int LossPlot::trainPoints() const { return raw_->dataCount(); }

int LossPlot::validationPoints() const { return validation_->dataCount(); }

bool LossPlot::savePng(const QString& path) { return plot_->savePng(path, 0, 0, 2.0); }

const std::vector<double>& LossPlot::keys() const {
    return axis_ == Axis::Step ? curve_.step : axis_ == Axis::Epoch ? curve_.epoch : curve_.seconds;
}

double LossPlot::key(const Curve::Mark& mark) const {
    return axis_ == Axis::Step ? mark.step : axis_ == Axis::Epoch ? mark.epoch : mark.seconds;
}

void LossPlot::growCurve(const Curve& curve) {
    const std::size_t before = curve_.loss.size();
    if (curve.run != curve_.run || curve.loss.size() < before || smoothed_.size() != before) {
        setCurve(curve);
        return;
    }
    const auto append = [](auto& to, const auto& from) {
        to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(std::min(to.size(), from.size())), from.end());
    };
    append(curve_.step, curve.step);
    append(curve_.epoch, curve.epoch);
    append(curve_.seconds, curve.seconds);
    append(curve_.loss, curve.loss);
    append(curve_.validation, curve.validation);
    append(curve_.epochLoss, curve.epochLoss);
    const std::size_t first = smoothOn(smoothed_, curve_.loss, beta_);
    const std::vector<double>& x = keys();
    for (std::size_t i = first; i < before; ++i)
        (smooth_->data()->begin() + static_cast<std::ptrdiff_t>(i))->value = smoothed_[i];
    for (std::size_t i = before; i < x.size(); ++i) {
        raw_->addData(x[i], curve_.loss[i]);
        smooth_->addData(x[i], smoothed_[i]);
    }
    drawValidation();
    fitAxes();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossPlot::redraw() {
    smoothed_ = smoothed(curve_.loss, beta_);
    raw_->setData(toQt(keys()), toQt(curve_.loss));
    smooth_->setData(toQt(keys()), toQt(smoothed_));
    drawValidation();
    showAxes();
    fitAxes();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossPlot::drawValidation() {
    QVector<double> x, y;
    for (const auto& mark : curve_.validation) {
        x << key(mark);
        y << mark.value;
    }
    validation_->setData(x, y);
    const int best = curve_.best();
    best_->setData(best < 0 ? QVector<double>() : QVector<double>{x[best]},
                   best < 0 ? QVector<double>() : QVector<double>{y[best]});
    validation_->setVisible(!x.isEmpty());
    best_->setVisible(best >= 0);
    for (QCPGraph* graph : {validation_, best_}) {
        const bool listed = plot_->legend->hasItemWithPlottable(graph);
        if (graph->visible() && !listed) graph->addToLegend();
        if (!graph->visible() && listed) graph->removeFromLegend();
    }
}

void LossPlot::showAxes() {
    plot_->xAxis->setLabel(axis_ == Axis::Step    ? tr("Step (batch)")
                           : axis_ == Axis::Epoch ? tr("Epoch")
                                                  : tr("Training time, minutes and seconds"));
    if (axis_ == Axis::Time) {
        auto ticker = QSharedPointer<QCPAxisTickerTime>::create();
        ticker->setTimeFormat(QStringLiteral("%m:%s"));
        plot_->xAxis->setTicker(ticker);
    } else {
        auto ticker = QSharedPointer<QCPAxisTicker>::create();
        ticker->setTickCount(6);
        plot_->xAxis->setTicker(ticker);
    }
    if (logarithmic_) {
        plot_->yAxis->setScaleType(QCPAxis::stLogarithmic);
        plot_->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        plot_->yAxis->setNumberFormat(QStringLiteral("gb"));
        plot_->yAxis->setNumberPrecision(3);
    } else {
        plot_->yAxis->setScaleType(QCPAxis::stLinear);
        plot_->yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        plot_->yAxis->setNumberFormat(QStringLiteral("g"));
        plot_->yAxis->setNumberPrecision(4);
    }
}

void LossPlot::fitAxes() {
    const std::vector<double>& x = keys();
    plot_->xAxis->setRange(x.empty() ? 0.0 : std::min(0.0, x.front()), x.empty() ? 1.0 : std::max(x.back() * 1.02, 1e-9));
    ValueRange range = typicalRange(curve_.loss);
    if (!smoothed_.empty()) {
        const ValueRange calm = typicalRange(smoothed_);
        range = {std::min(range.low, calm.low), std::max(range.high, calm.high)};
    }
    for (const auto& mark : curve_.validation) range = {std::min(range.low, mark.value), std::max(range.high, mark.value)};
    if (logarithmic_) {
        plot_->yAxis->setRange(std::max(range.low, 1e-6) * 0.9, std::max(range.high, 1e-5) * 1.1);
    } else {
        const double margin = std::max(1e-9, range.high - range.low) * 0.06;
        plot_->yAxis->setRange(std::max(0.0, range.low - margin), range.high + margin);
    }
}

void LossPlot::applyTheme() {
    const Theme theme = Theme::current();
    plot_->setBackground(theme.surface);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setBasePen(QPen(theme.barLine, 0));
        axis->setTickPen(QPen(theme.barLine, 0));
        axis->setSubTickPen(QPen(theme.beatLine, 0));
        axis->setTickLabelColor(theme.mutedText);
        axis->setLabelColor(theme.text);
        axis->setLabelFont(font());
        axis->setTickLabelFont(font());
        axis->grid()->setPen(QPen(theme.stepLine, 0));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    plot_->legend->setBrush(mixed(theme.surface, theme.window, 0.5));
    plot_->legend->setBorderPen(QPen(theme.beatLine, 0));
    plot_->legend->setTextColor(theme.text);
    plot_->legend->setFont(font());
    raw_->setPen(QPen(theme.trainFaint, 0));
    smooth_->setPen(QPen(theme.train, 1));
    validation_->setPen(QPen(theme.validation, 1));
    validation_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.validation, theme.validation, 6));
    best_->setPen(QPen(theme.best, 1));
    best_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme.text, 1), theme.best, 12));
}

void LossPlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyTheme();
        plot_->replot(QCustomPlot::rpQueuedReplot);
    }
    QWidget::changeEvent(event);
}

}  // namespace ricercar
