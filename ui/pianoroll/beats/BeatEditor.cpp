// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/beats/BeatEditor.h"

#include "core/music/TempoMap.h"
#include "ui/services/Curation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/RemedyWords.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

/// The beats' places in the roll that the recipe makes: the score is laid on them so that it sounds as before, so their seconds
/// are found again in it, counted from its first note.
std::vector<double> beatPlacesOf(const PieceSource& source, const Recipe& recipe, const BeatTrack& track, const Task& task) {
    const auto found = std::find_if(recipe.begin(), recipe.end(),
                                    [](const Remedy& remedy) { return std::holds_alternative<FindBeat>(remedy); });
    const Score before = remedied(source.score, source.part, Recipe(recipe.begin(), found), {}, task).score;
    const Score laid = remedied(source.score, source.part, Recipe(recipe.begin(), found + 1), {}, task).score;
    const Remedied now = remedied(source.score, source.part, recipe, {}, task);
    if (before.notes.empty() || laid.notes.empty() || track.beats.size() < 2) return {};
    const double begin =
        TempoMap(before).seconds(before.notes.front().start) - TempoMap(laid).seconds(laid.notes.front().start);
    const TempoMap map(now.score);
    const double perBeat = (track.compound ? 1.5 : 1.0) * stepsPerQuarter;
    const double gap = track.beats[1].seconds - track.beats[0].seconds;
    std::vector<double> steps;
    for (const Beat& beat : track.beats) {
        const double seconds = beat.seconds - begin;
        const double step =
            seconds >= 0.0 ? map.quarters(map.tickAtSeconds(seconds)) * stepsPerQuarter : seconds / gap * perBeat;
        steps.push_back(step - now.firstStep);
    }
    return steps;
}

}  // namespace

BeatEditor::BeatEditor(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Curation& curation, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), stage_(stage), notices_(notices), curation_(curation) {
    connect(&stage_, &Stage::shownChanged, this, &BeatEditor::read);
}

void BeatEditor::read() {
    const int asked = ++asked_;
    const StageContent& shown = stage_.shown();
    const Piece* piece = shown.kind == StageContent::Kind::Piece ? store_.piece(shown.id) : nullptr;
    std::optional<BeatTrack> track;
    Recipe recipe;
    if (piece) recipe = recipeOf(piece->recipe);
    for (const Remedy& remedy : recipe)
        if (const auto* found = std::get_if<FindBeat>(&remedy); found && found->track.beats.size() >= 2) track = found->track;
    if (!track) {
        const bool had = track_.has_value();
        track_.reset();
        steps_.clear();
        piece_ = 0;
        if (had) emit changed();
        return;
    }
    jobs_.ask(
        this,
        [path = store_.path(), piece = *piece, recipe, track = *track](const Task& task) {
            const Workspace workspace = Workspace::existing(path);
            return beatPlacesOf(sourceOf(workspace, piece), recipe, track, task);
        },
        [this, asked, track, id = piece->id](std::vector<double> steps) {
            if (asked != asked_ || steps.size() != track->beats.size()) return;
            notices_.withdraw(About::Beats);
            track_ = track;
            steps_ = std::move(steps);
            piece_ = id;
            emit changed();
        },
        [this](const Message& problem) { notices_.post(About::Beats, Severity::Error, text(problem)); });
}

bool BeatEditor::isDownbeat(std::size_t beat) const {
    const int bar = std::max(track_->beatsPerBar, 1);
    return ((static_cast<int>(beat) - track_->firstDownbeat) % bar + bar) % bar == 0;
}

std::optional<std::size_t> BeatEditor::beatAt(double step, double reach) const {
    if (!visible() || steps_.empty()) return std::nullopt;
    const auto after = static_cast<std::size_t>(std::lower_bound(steps_.begin(), steps_.end(), step) - steps_.begin());
    std::optional<std::size_t> nearest;
    for (const std::size_t beat : {after == 0 ? after : after - 1, std::min(after, steps_.size() - 1)})
        if (std::abs(steps_[beat] - step) <= (nearest ? std::abs(steps_[*nearest] - step) : reach)) nearest = beat;
    return nearest;
}

double BeatEditor::secondsAt(double step) const {
    const std::size_t last = steps_.size() - 1;
    auto right = static_cast<std::size_t>(std::upper_bound(steps_.begin(), steps_.end(), step) - steps_.begin());
    right = std::clamp<std::size_t>(right, 1, last);
    const double from = steps_[right - 1], to = steps_[right];
    const double start = track_->beats[right - 1].seconds, end = track_->beats[right].seconds;
    return to > from ? start + (step - from) / (to - from) * (end - start) : start;
}

void BeatEditor::setVisible(bool on) {
    if (visible_ == on) return;
    visible_ = on;
    emit changed();
}

void BeatEditor::move(std::size_t beat, double step) {
    if (track_) change(movedBeat(*track_, beat, secondsAt(step)), tr("Move a beat"));
}

void BeatEditor::insert(double step) {
    if (track_) change(insertedBeat(*track_, secondsAt(step)), tr("Insert a beat"));
}

void BeatEditor::remove(std::size_t beat) {
    if (track_) change(removedBeat(*track_, beat), tr("Remove a beat"));
}

void BeatEditor::change(const BeatTrack& track, const QString& name) {
    if (!track_ || track == *track_ || track.beats.size() < 2) return;
    curation_.change(curation_.newSeries({piece_}), name,
                     [track](Recipe recipe) { return withRemedy(std::move(recipe), FindBeat{track}); });
}

}  // namespace ricercar
