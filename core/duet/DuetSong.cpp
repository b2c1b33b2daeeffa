// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duet/DuetSong.h"

#include "core/base/Error.h"
#include "core/learning/Song.h"

#include <algorithm>

namespace ricercar {
namespace {

bool plays(Cell cell) { return (cell & playBit) != 0; }

}  // namespace

DuetSong::DuetSong(const Checkpoint& checkpoint, const DuetSettings& settings)
    : settings_((validate(settings), settings)),
      engine_(checkpoint),
      state_(engine_.start(*settings.meter.barSteps())),
      guards_(settings.draw, checkpoint.facts.medianPolyphony),
      barSteps_(*settings.meter.barSteps()) {
    validate(settings.draw, checkpoint.config.model);
    const auto pitches = static_cast<std::size_t>(range().size());
    before_.assign(pitches, 0);
    drawn_.assign(pitches, 0);
    highestOpen_ = range().size() - 1;
    engine_.advance(state_, before_, barSteps_ - 1);
}

bool DuetSong::modelPlays(int step) const {
    return settings_.kind == DuetKind::Accompany || step / (settings_.bars * barSteps_) % 2 == 1;
}

/// The model keeps to its side of the last notes that were held, also when they are let go.
void DuetSong::placeVoices(std::span<const Cell> held) {
    if (settings_.kind != DuetKind::Accompany || settings_.voices == DuetVoices::Around) return;
    const auto first = std::find_if(held.begin(), held.end(), plays);
    if (first == held.end()) return;
    const auto last = std::find_if(held.rbegin(), held.rend(), plays);
    if (settings_.voices == DuetVoices::Below) highestOpen_ = static_cast<int>(first - held.begin()) - 1;
    if (settings_.voices == DuetVoices::Above) lowestOpen_ = static_cast<int>(held.rend() - last);
}

Outcomes DuetSong::open(int pitch, int voices) const {
    const Constraints& constraints = settings_.draw.constraints;
    if (pitch < lowestOpen_ || pitch > highestOpen_) return offOutcome;
    if (!constraints.allows(range().lowest + pitch)) return offOutcome;
    if (constraints.voices > 0 && voices >= constraints.voices) return offOutcome;
    return allOutcomes;
}

std::span<const Cell> DuetSong::draw(std::span<const Cell> held) {
    std::ranges::fill(drawn_, Cell{0});
    if (!modelPlays(step_)) return drawn_;
    const bool along = settings_.kind == DuetKind::Accompany;
    placeVoices(held);
    guards_.reach(static_cast<double>(step_) / barSteps_);
    Random random = stepRandom(settings_.draw.seed, step_);
    bool sounding = notesIn(before_) > 0;
    int voices = along ? notesIn(held) : 0;
    Cell below = 0;
    for (int pitch = 0; pitch < range().size(); ++pitch) {
        const auto index = static_cast<std::size_t>(pitch);
        const StepEngine::Logits logits = engine_.next(state_, below);
        const CellDraws draws = cellDraws(random);
        const bool played = plays(before_[index]);
        const bool theirs = along && plays(held[index]);
        if (theirs) {
            below = held[index];
        } else {
            const CellContext context{played, sounding, engine_.config().articulation};
            const DrawRule rule = inKey(guards_.rule(), settings_.draw.keyFloor, key_, range().lowest + pitch, played);
            below = drawn_[index] = drawnCell(logits, rule, draws, context, open(pitch, voices));
            voices += plays(below) ? 1 : 0;
        }
        sounding = sounding || plays(below);
    }
    return drawn_;
}

void DuetSong::hear(std::span<const Cell> yours) {
    const bool answering = settings_.kind == DuetKind::Answer && modelPlays(step_);
    for (std::size_t i = 0; i < before_.size(); ++i) {
        const Cell theirs = answering ? Cell{0} : yours[i];
        Cell cell = plays(theirs) ? theirs : drawn_[i];
        if (plays(cell) && !plays(before_[i])) cell = playBit | articulateBit;
        before_[i] = cell;
    }
    if (modelPlays(step_)) guards_.stepSounded(notesIn(before_));
    key_.hear(before_, range().lowest);
    engine_.advance(state_, before_, step_ % barSteps_);
    ++step_;
}

}  // namespace ricercar
