// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/Remedies.h"

#include "core/base/Error.h"
#include "core/music/BeatFinder.h"
#include "core/music/BeatScore.h"
#include "core/music/DrumParts.h"
#include "core/music/MusicEnd.h"
#include "core/music/ScoreOrder.h"
#include "core/music/SectionScores.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

namespace ricercar {
namespace {

constexpr double farthestShift = 4096.0;  // steps
constexpr std::uint32_t longestQuarter = 0xFFFFFF;

template <class Action>
void forEachList(Score& score, Action&& action) {
    action(score.tempos);
    action(score.meters);
    action(score.keys);
    action(score.events);
    action(score.texts);
    action(score.setups);
}

void doubleTicks(Score& score) {
    for (Note& note : score.notes) {
        note.start *= 2;
        note.duration *= 2;
    }
    forEachList(score, [](auto& events) {
        for (auto& event : events) event.tick *= 2;
    });
    score.end *= 2;
}

/// A score on its way through a recipe: of one meter, in ticks per quarter.
class Kitchen {
public:
    /// `cooked`: there is a recipe; else the score is put on the grid as it is.
    Kitchen(SectionScore movement, bool cooked, const QuantizeOptions& options, const Task& task)
        : task_(task), options_(options), score_(std::move(movement.score)), remarks_(std::move(movement.remarks)) {
        if (cooked) {
            score_ = inQuarters(score_);
            takeMeter();
        }
        options_.detectPickup = options_.detectPickup && movement.first;
        options_.fixedEnd = !movement.last;
    }

    void operator()(FindBeat& remedy) {
        if (remedy.track.beats.empty()) remedy.track = findBeats(score_, {}, task_);
        if (remedy.track.beats.size() < 2) {
            fail({MessageId::PieceNoBeat, {}});
            return;
        }
        score_ = onBeats(score_, remedy.track);
        options_.pickup = 0;  // unless the beats say otherwise
        takeMeter();
    }
    void operator()(JoinMeters&) {}  // before all others
    void operator()(const PlaceBarLine& remedy) { options_.pickup = remedy.pickupSteps; }
    void operator()(const ShiftNotes& remedy) {
        if (score_.notes.empty() || !std::isfinite(remedy.steps)) return;
        const double shift = std::clamp(remedy.steps, -farthestShift, farthestShift) * unit();
        auto ticks = static_cast<Tick>(std::llround(shift));
        const auto bar = static_cast<Tick>(score_.meters.front().meter.barSteps().value_or(stepsPerQuarter) * unit());
        while (bar > 0 && static_cast<double>(score_.notes.front().start + ticks) < -unit() / 2) ticks += bar;
        for (Note& note : score_.notes) {
            note.duration = std::max<Tick>(note.duration + std::min<Tick>(note.start + ticks, 0), 0);
            note.start = std::max<Tick>(note.start + ticks, 0);
        }
        for (ChannelEvent& event : score_.events) event.tick = std::max<Tick>(event.tick + ticks, 0);
        std::sort(score_.notes.begin(), score_.notes.end(), noteBefore);
        for (const Note& note : score_.notes) score_.end = std::max(score_.end, note.start + note.duration);
    }
    void operator()(const ScaleTempo& remedy) {
        if (remedy.twice) {
            doubleTicks(score_);
            if (score_.tempos.empty()) score_.tempos = {{0, 500'000}};
            for (TempoChange& tempo : score_.tempos)
                tempo.microsecondsPerQuarter = std::max(tempo.microsecondsPerQuarter / 2, 1U);
        } else {
            score_.division.ticksPerQuarter *= 2;
            if (score_.tempos.empty()) score_.tempos = {{0, 500'000}};
            for (TempoChange& tempo : score_.tempos)
                tempo.microsecondsPerQuarter = std::min(tempo.microsecondsPerQuarter * 2, longestQuarter);
        }
        if (options_.pickup) options_.pickup = remedy.twice ? *options_.pickup * 2 : *options_.pickup / 2;
    }
    void operator()(const ChooseVoices& remedy) {
        const std::size_t before = score_.notes.size();
        std::erase_if(score_.notes, [&](const Note& note) {
            return std::find(remedy.voices.begin(), remedy.voices.end(), Voice{note.track, note.channel}) ==
                   remedy.voices.end();
        });
        if (score_.notes.empty() && before > 0) fail({MessageId::PieceNoVoices, {before}});
    }
    void operator()(const Drums& remedy) { options_.keepDrums = remedy.keep; }
    void operator()(const SustainPedal& remedy) { options_.sustainPedal = remedy.fold; }
    void operator()(const TrimSilence&) { options_.trimSilence = true; }
    void operator()(const KeepSilence& remedy) {
        options_.trimSilence = false;
        firstStep_ = std::max(remedy.firstStep, 0);
    }
    void operator()(const SetAside&) { setAside_ = true; }

    Remedied serve(Recipe recipe) {
        Remedied result;
        result.part = quantize(score_, options_).front();
        if (failure_) {
            result.part.roll = {};
            result.part.rejection = failure_;
        }
        result.setAside = setAside_;
        result.recipe = std::move(recipe);
        result.part.remarks.insert(result.part.remarks.begin(), remarks_.begin(), remarks_.end());
        if (!result.part.rejection && !options_.trimSilence) startAt(result.part);
        result.firstStep = result.part.firstStep;
        if (!result.part.rejection && options_.trimSilence && !score_.division.smpte())
            cutBehind(score_, static_cast<Tick>(std::llround((result.firstStep + result.part.roll.steps()) * unit())));
        result.score = std::move(score_);
        return result;
    }

    /// One meter from the start on; a first, shorter one is its pick-up.
    void takeMeter() {
        if (score_.meters.empty()) score_.meters = {{}};
        if (score_.meters.size() > 1)
            options_.pickup = static_cast<int>(std::llround(static_cast<double>(score_.meters.back().tick) / unit()));
        score_.meters = {{0, score_.meters.back().meter}};
    }

private:
    /// Ticks of a step.
    [[nodiscard]] double unit() const {
        return static_cast<double>(std::max(score_.division.ticksPerQuarter, 1)) / stepsPerQuarter;
    }
    void fail(Message reason) {
        if (!failure_) failure_ = std::move(reason);
    }
    /// Silence that was trimmed before, and is none of the music now.
    void startAt(QuantizedPart& part) const {
        const int first = std::min(firstStep_, part.roll.steps() - 1);
        for (int step = 0; step < first; ++step) {
            const auto row = part.roll.row(step);
            if (std::any_of(row.begin(), row.end(), [](Cell cell) { return cell != 0; })) return;
        }
        if (first <= 0) return;
        part.roll = part.roll.slice(first, part.roll.steps() - first);
        part.firstStep = first;
    }

    const Task& task_;
    QuantizeOptions options_;
    Score score_;
    std::vector<Message> remarks_;
    std::optional<Message> failure_;
    int firstStep_ = 0;  ///< with silence kept
    bool setAside_ = false;
};

/// The whole score in the meter that holds for most of its ticks.
Score joined(const Score& score) {
    std::map<std::pair<int, int>, Tick> held;
    std::pair<int, int> longest{4, 4};
    for (std::size_t i = 0; i < score.meters.size(); ++i) {
        const Meter& meter = score.meters[i].meter;
        const Tick end = i + 1 < score.meters.size() ? score.meters[i + 1].tick : std::max(score.end, score.meters[i].tick + 1);
        Tick& ticks = held[{meter.numerator, meter.denominator}];
        ticks += end - score.meters[i].tick;
        if (i == 0 || (meter.barSteps() && ticks > held[longest])) longest = {meter.numerator, meter.denominator};
    }
    Score result = score;
    result.meters = {{0, {longest.first, longest.second}}};
    return result;
}

}  // namespace

Recipe withRemedy(Recipe recipe, const Remedy& remedy) {
    if (std::holds_alternative<TrimSilence>(remedy)) recipe = withoutRemedy(std::move(recipe), KeepSilence{});
    if (std::holds_alternative<KeepSilence>(remedy)) recipe = withoutRemedy(std::move(recipe), TrimSilence{});
    const auto same = std::find_if(recipe.begin(), recipe.end(), [&](const Remedy& r) { return r.index() == remedy.index(); });
    if (same == recipe.end()) {
        recipe.push_back(remedy);
    } else if (const auto* shift = std::get_if<ShiftNotes>(&remedy)) {
        double& steps = std::get<ShiftNotes>(*same).steps;
        steps += shift->steps;
        if (steps == 0.0) recipe.erase(same);
    } else if (const auto* scale = std::get_if<ScaleTempo>(&remedy)) {
        const auto opposite = std::find(recipe.begin(), recipe.end(), Remedy(ScaleTempo{!scale->twice}));
        if (opposite != recipe.end())
            recipe.erase(opposite);
        else
            recipe.push_back(remedy);
    } else {
        *same = remedy;
    }
    return recipe;
}

Recipe withoutRemedy(Recipe recipe, const Remedy& kind) {
    std::erase_if(recipe, [&](const Remedy& remedy) { return remedy.index() == kind.index(); });
    return recipe;
}

Remedied remedied(const Score& source, std::size_t part, const Recipe& recipe, const QuantizeOptions& options,
                  const Task& task) {
    const bool join =
        std::any_of(recipe.begin(), recipe.end(), [](const Remedy& r) { return std::holds_alternative<JoinMeters>(r); });
    std::vector<SectionScore> movements = sectionScoresOf(source);
    if (part >= movements.size())
        throw Error(ErrorKind::NotFound,
                    {MessageId::Internal, {"a part " + std::to_string(part + 1) + " of " + std::to_string(movements.size())}});
    Remedied result;
    result.recipe = recipe;
    if (join && part > 0) {
        result.part.rejection = Message{MessageId::PieceJoined, {}};
        result.score = std::move(movements[part].score);
        return result;
    }
    SectionScore& movement = movements[part];

    if (join) movement = {joined(source)};
    Kitchen kitchen(std::move(movement), !recipe.empty(), options, task);
    for (Remedy& remedy : result.recipe) std::visit([&](auto& one) { kitchen(one); }, remedy);
    return kitchen.serve(std::move(result.recipe));
}

std::vector<ExactNote> exactNotes(const Remedied& remedied, const QuantizeOptions& options) {
    bool drums = options.keepDrums;
    for (const Remedy& remedy : remedied.recipe)
        if (const auto* choice = std::get_if<Drums>(&remedy)) drums = choice->keep;
    const Score score = inQuarters(remedied.score);
    const double unit = static_cast<double>(std::max(score.division.ticksPerQuarter, 1)) / stepsPerQuarter;
    const DrumParts isDrum(score);
    std::vector<ExactNote> notes;
    notes.reserve(score.notes.size());
    for (const Note& note : score.notes)
        notes.push_back({static_cast<double>(note.start) / unit - remedied.firstStep,
                         static_cast<double>(note.start + note.duration) / unit - remedied.firstStep, note.pitch, note.velocity,
                         (drums || !isDrum(note)) && options.range.contains(note.pitch)});
    return notes;
}

std::vector<VoiceFacts> voicesOf(const Score& score) {
    std::map<std::pair<int, int>, VoiceFacts> found;
    const DrumParts isDrum(score);
    for (const Note& note : score.notes) {
        const auto [at, added] = found.try_emplace({note.track, note.channel});
        VoiceFacts& facts = at->second;
        if (added) facts = {{note.track, note.channel}, {}, 0, 0, note.pitch, note.pitch, isDrum(note)};
        ++facts.notes;
        facts.lowestPitch = std::min<int>(facts.lowestPitch, note.pitch);
        facts.highestPitch = std::max<int>(facts.highestPitch, note.pitch);
    }
    std::vector<VoiceFacts> voices;
    for (auto& [key, facts] : found) {
        for (const TextEvent& text : score.texts)
            if (text.type == TextEvent::trackName && text.track == facts.voice.track) {
                facts.name = text.text;
                break;
            }
        for (const ChannelEvent& event : score.events)
            if (event.status == (0xC0 | facts.voice.channel)) {
                facts.program = event.data1;
                break;
            }
        voices.push_back(std::move(facts));
    }
    return voices;
}

double bestShift(const Score& score) {
    const Score quarters = inQuarters(score);
    const double unit = static_cast<double>(std::max(quarters.division.ticksPerQuarter, 1)) / stepsPerQuarter;
    double cosines = 0.0, sines = 0.0;
    for (const Note& note : quarters.notes) {
        const double angle = 2.0 * std::numbers::pi * std::fmod(static_cast<double>(note.start) / unit, 1.0);
        cosines += std::cos(angle);
        sines += std::sin(angle);
    }
    if (quarters.notes.empty() || std::hypot(cosines, sines) < 1e-9) return 0.0;
    const double late = std::atan2(sines, cosines) / (2.0 * std::numbers::pi);
    return -late;
}

}  // namespace ricercar
