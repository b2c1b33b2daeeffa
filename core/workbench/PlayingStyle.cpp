// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/PlayingStyle.h"

#include "core/base/Error.h"
#include "core/music/Quantizer.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ricercar {
namespace {

/// Ticks of a bar that swings: pairs of eighths from each bar line on; an eighth without a second one is even.
class SwungTime {
public:
    SwungTime(int ticksPerQuarter, double swing, int barSteps, int barOffset)
        : quarter_(ticksPerQuarter),
          swing_(swing),
          bar_(double{1} * barSteps * ticksPerQuarter / stepsPerQuarter),
          offset_(double{1} * barOffset * ticksPerQuarter / stepsPerQuarter) {}

    [[nodiscard]] double played(double tick) const { return moved(tick, 0.5, swing_); }
    [[nodiscard]] double written(double tick) const { return moved(tick, swing_, 0.5); }

private:
    [[nodiscard]] double moved(double tick, double from, double to) const {
        const double inBar = std::fmod(tick + offset_, bar_);
        const double begun = std::floor(inBar / quarter_) * quarter_;
        if (begun + quarter_ > bar_) return tick;
        const double share = (inBar - begun) / quarter_;
        const double other = share < from ? share / from * to : to + (share - from) / (1 - from) * (1 - to);
        return tick - inBar + begun + other * quarter_;
    }

    double quarter_, swing_, bar_, offset_;
};

void inside(const char* name, double value, double lowest, double highest, const Argument& allowed) {
    if (!(value >= lowest && value <= highest)) rejectSetting(name, std::to_string(value), allowed);
}

}  // namespace

void validate(const PlayingStyle& style) {
    const auto range = [](Argument low, Argument high) {
        return Message{MessageId::ValueRange, {std::move(low), std::move(high)}};
    };
    inside("program", style.program, 0, 127, range(0, 127));
    inside("velocity", style.velocity, 1, 127, range(1, 127));
    inside("accent", style.accent, 0, 127, range(0, 127));
    inside("swing", style.swing, 0.5, 0.75, range("0.5", "0.75"));
    inside("legato", style.legato, 0.1, 1.0, range("0.1", 1));
    for (const int velocity : style.profile) inside("velocities", velocity, 1, 127, range(1, 127));
    if (style.profile.size() > 4096) rejectSetting("velocities", style.profile.size(), Message{MessageId::ValueAtMost, {4096}});
}

int velocityAt(const PlayingStyle& style, int stepInBar) {
    int velocity = style.velocity;
    if (style.velocities == Velocities::Profile && !style.profile.empty())
        velocity = style.profile[static_cast<std::size_t>(stepInBar) % style.profile.size()];
    else if (style.velocities == Velocities::Accent && stepInBar == 0)
        velocity += style.accent;
    else if (style.velocities == Velocities::Accent && stepInBar % stepsPerQuarter == 0)
        velocity += style.accent / 2;
    else if (style.velocities == Velocities::Accent && stepInBar % 2 != 0)
        velocity -= style.accent / 2;
    return std::clamp(velocity, 1, 127);
}

Score styledScore(const PianoRoll& roll, double tempo, const PlayingStyle& style) {
    Score score = toScore(roll, tempo, style.program, style.velocity);
    const int ticksPerQuarter = score.division.ticksPerQuarter;
    const Tick step = ticksPerQuarter / stepsPerQuarter;
    const SwungTime time(ticksPerQuarter, style.swing, roll.barSteps(), roll.barOffset());
    for (Note& note : score.notes) {
        note.velocity = static_cast<std::uint8_t>(velocityAt(style, roll.stepInBar(static_cast<int>(note.start / step))));
        if (style.swing == 0.5 && style.legato == 1.0) continue;
        const double start = std::round(time.played(static_cast<double>(note.start)));
        const double end = time.played(static_cast<double>(note.start + note.duration));
        note.start = static_cast<Tick>(start);
        note.duration = std::max<Tick>(1, static_cast<Tick>(std::lround((end - start) * style.legato)));
    }
    return score;
}

void makeEven(Score& score, const PlayingStyle& style, int barSteps, int barOffset) {
    if (style.swing == 0.5 && style.legato == 1.0) return;
    const SwungTime time(score.division.ticksPerQuarter, style.swing, barSteps, barOffset);
    for (Note& note : score.notes) {
        const auto start = static_cast<double>(note.start);
        const double end = start + static_cast<double>(note.duration) / style.legato;
        note.start = std::lround(time.written(start));
        note.duration = std::max<Tick>(1, std::lround(time.written(end)) - note.start);
        score.end = std::max(score.end, note.start + note.duration);
    }
}

std::vector<int> meanVelocities(const std::vector<Score>& scores, int barSteps) {
    std::vector<double> sums(static_cast<std::size_t>(barSteps), 0), counts(static_cast<std::size_t>(barSteps), 0);
    double sum = 0, count = 0;
    for (const Score& score : scores)
        for (const Note& note : score.notes) {
            const double step = static_cast<double>(note.start) * stepsPerQuarter / score.division.ticksPerQuarter;
            const auto place = static_cast<std::size_t>(std::llround(step) % barSteps);
            sums[place] += note.velocity;
            ++counts[place];
            sum += note.velocity;
            ++count;
        }
    std::vector<int> means;
    for (std::size_t i = 0; count > 0 && i < sums.size(); ++i)
        means.push_back(std::clamp(static_cast<int>(std::lround(counts[i] > 0 ? sums[i] / counts[i] : sum / count)), 1, 127));
    return means;
}

}  // namespace ricercar
