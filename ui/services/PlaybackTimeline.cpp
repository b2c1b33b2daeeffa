// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/PlaybackTimeline.h"

#include "core/music/Quantizer.h"
#include "ui/services/Stage.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

/// Ticks of a step.
double stepTicks(const Score& score) {
    return std::max(score.division.ticksPerQuarter, 1) / static_cast<double>(stepsPerQuarter);
}

Score scoreOf(const StageContent& shown, bool freeNotes) {
    const bool noGrid = shown.roll.steps() == 0;
    if ((freeNotes || noGrid) && shown.score && !shown.score->division.smpte())
        return scoreFrom(*shown.score, std::llround(shown.firstStep * stepTicks(*shown.score)));
    const double tempo = shown.tempo > 0 ? shown.tempo : 120.0;
    if (!noGrid) return toScore(shown.roll, tempo);
    Score score;
    score.tempos.push_back({0, static_cast<std::uint32_t>(std::lround(60e6 / tempo))});
    return score;
}

/// Changes before `start` are replaced by the last of them, at the start.
template <class Changes>
void moveBack(Changes& changes, Tick start) {
    auto first = std::find_if(changes.begin(), changes.end(), [&](const auto& change) { return change.tick > start; });
    if (first != changes.begin()) changes.erase(changes.begin(), first - 1);
    for (auto& change : changes) change.tick = std::max<Tick>(change.tick - start, 0);
}

}  // namespace

Score scoreFrom(const Score& score, Tick start) {
    if (start <= 0) return score;
    Score moved = score;
    std::erase_if(moved.notes, [&](const Note& note) { return note.start + note.duration <= start; });
    for (Note& note : moved.notes) {
        const Tick end = note.start + note.duration - start;
        note.start = std::max<Tick>(note.start - start, 0);
        note.duration = end - note.start;
    }
    for (ChannelEvent& event : moved.events) event.tick = std::max<Tick>(event.tick - start, 0);
    for (TextEvent& text : moved.texts) text.tick = std::max<Tick>(text.tick - start, 0);
    for (SetupEvent& setup : moved.setups) setup.tick = std::max<Tick>(setup.tick - start, 0);
    moveBack(moved.tempos, start);
    moveBack(moved.meters, start);
    moveBack(moved.keys, start);
    moved.end = std::max<Tick>(moved.end - start, 0);
    return moved;
}

PlaybackTimeline::PlaybackTimeline(const StageContent& shown, bool freeNotes)
    : score_(scoreOf(shown, freeNotes)), tempo_(score_), ticksPerStep_(stepTicks(score_)) {}

double PlaybackTimeline::seconds(double step) const {
    // between two ticks the line goes on
    const double tick = std::max(step, 0.0) * ticksPerStep_;
    const double below = std::floor(tick);
    const double from = tempo_.seconds(static_cast<Tick>(below));
    return from + (tempo_.seconds(static_cast<Tick>(below) + 1) - from) * (tick - below);
}

double PlaybackTimeline::step(double seconds) const {
    Tick below = std::max<Tick>(tempo_.tickAtSeconds(std::max(seconds, 0.0)), 0);
    while (below > 0 && tempo_.seconds(below) > seconds) --below;
    const double from = tempo_.seconds(below);
    const double length = tempo_.seconds(below + 1) - from;
    const double part = length > 0 ? std::clamp((seconds - from) / length, 0.0, 1.0) : 0.0;
    return (static_cast<double>(below) + part) / ticksPerStep_;
}

}  // namespace ricercar
