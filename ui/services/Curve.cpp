// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Curve.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ricercar {
namespace {

void appendNumber(std::string& text, double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

void appendRow(std::string& text, const char* series, double step, double epoch, double seconds, double value) {
    text += series;
    for (const double number : {step, epoch, seconds, value}) {
        text += ',';
        appendNumber(text, number);
    }
    text += '\n';
}

/// Of the values on one side of a place: sums of weights w = beta^d, of w d and w d^2, of w x and w d x, d the distance.
struct Moments {
    double weight = 0, distance = 0, square = 0, sum = 0, product = 0;

    /// A place further on, with its own value.
    [[nodiscard]] Moments next(double value, double beta) const {
        const bool counts = std::isfinite(value);
        return {beta * weight + (counts ? 1.0 : 0.0), beta * (distance + weight), beta * (square + 2.0 * distance + weight),
                beta * sum + (counts ? value : 0.0), beta * (product + sum)};
    }
};

}  // namespace

void Curve::add(const StepPoint& point) {
    step.push_back(static_cast<double>(point.step));
    epoch.push_back(point.epoch);
    seconds.push_back(point.seconds);
    loss.push_back(point.loss);
}

void Curve::add(const EpochPoint& point) {
    const auto at = static_cast<double>(point.step);
    epochLoss.push_back({at, point.epoch, point.seconds, point.trainLoss});
    if (point.validationLoss) validation.push_back({at, point.epoch, point.seconds, *point.validationLoss});
}

void Curve::cutAfter(std::int64_t last) {
    const auto from = std::find_if(step.begin(), step.end(), [last](double at) { return at > static_cast<double>(last); });
    const auto count = static_cast<std::size_t>(from - step.begin());
    for (auto* column : {&step, &epoch, &seconds, &loss}) column->resize(count);
    for (auto* marks : {&validation, &epochLoss})
        std::erase_if(*marks, [last](const Mark& mark) { return mark.step > static_cast<double>(last); });
}

int Curve::best() const {
    const auto at =
        std::min_element(validation.begin(), validation.end(), [](const Mark& a, const Mark& b) { return a.value < b.value; });
    return at == validation.end() ? -1 : static_cast<int>(at - validation.begin());
}

Curve curveOf(const Run& run, const std::vector<Metric>& metrics) {
    Curve curve;
    curve.run = run.id;
    curve.name = run.name;
    for (const Metric& m : metrics) {
        const auto at = static_cast<double>(m.step);
        if (m.series == "loss") {
            curve.step.push_back(at);
            curve.epoch.push_back(m.epoch);
            curve.seconds.push_back(m.seconds);
            curve.loss.push_back(m.value);
        } else if (m.series == "validation") {
            curve.validation.push_back({at, m.epoch, m.seconds, m.value});
        } else if (m.series == "epoch_loss") {
            curve.epochLoss.push_back({at, m.epoch, m.seconds, m.value});
        }
    }
    return curve;
}

std::vector<double> smoothed(std::span<const double> values, double beta) {
    std::vector<Moments> right(values.size());
    Moments moments;
    for (std::size_t i = values.size(); i-- > 0;) right[i] = moments = moments.next(values[i], beta);
    std::vector<double> result;
    result.reserve(values.size());
    moments = {};
    for (std::size_t i = 0; i < values.size(); ++i) {
        moments = moments.next(values[i], beta);  // of this value and those to its left
        const Moments own = Moments().next(values[i], beta), &l = moments, &r = right[i];
        const double weight = l.weight + r.weight - own.weight, distance = r.distance - l.distance;
        const double square = l.square + r.square, sum = l.sum + r.sum - own.sum, product = r.product - l.product;
        const double spread = weight * square - distance * distance;
        if (weight <= 0.0)
            result.push_back(values[i]);
        else
            result.push_back(spread > 1e-9 ? (square * sum - distance * product) / spread : sum / weight);
    }
    return result;
}

std::size_t smoothOn(std::vector<double>& smooth, std::span<const double> values, double beta) {
    constexpr double nothing = 1e-9;  // of a weight
    const auto reach = beta > 0.0 ? static_cast<std::size_t>(std::ceil(std::log(nothing) / std::log(beta))) : std::size_t{0};
    const std::size_t first = smooth.size() > reach ? smooth.size() - reach : 0;
    const std::size_t begin = first > reach ? first - reach : 0;
    const std::vector<double> end = smoothed(values.subspan(begin), beta);
    smooth.resize(first);
    smooth.insert(smooth.end(), end.begin() + static_cast<std::ptrdiff_t>(first - begin), end.end());
    return first;
}

ValueRange typicalRange(std::span<const double> values) {
    std::vector<double> finite;
    finite.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite), [](double v) { return std::isfinite(v); });
    if (finite.empty()) return {};
    const auto percentile = [&](double share) {
        const auto at = finite.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(finite.size() - 1));
        std::nth_element(finite.begin(), at, finite.end());
        return *at;
    };
    return {percentile(0.01), percentile(0.99)};
}

std::string csvOf(const Curve& curve) {
    std::string text = "series,step,epoch,seconds,value\n";
    for (std::size_t i = 0; i < curve.loss.size(); ++i)
        appendRow(text, "loss", curve.step[i], curve.epoch[i], curve.seconds[i], curve.loss[i]);
    for (const auto& m : curve.epochLoss) appendRow(text, "epoch_loss", m.step, m.epoch, m.seconds, m.value);
    for (const auto& m : curve.validation) appendRow(text, "validation", m.step, m.epoch, m.seconds, m.value);
    return text;
}

}  // namespace ricercar
