// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Insight.h"

#include "ui/services/Generation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Selection.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <utility>

namespace ricercar {

Insight::Insight(Jobs& jobs, WorkspaceStore& store, Stage& stage, Selection& selection, Notices& notices,
                 Generation& generation, QObject* parent)
    : QObject(parent),
      jobs_(jobs),
      store_(store),
      stage_(stage),
      selection_(selection),
      notices_(notices),
      generation_(generation),
      reading_(jobs, stage, notices),
      other_(jobs, stage, notices) {
    connect(&selection_, &Selection::cellSelected, this, &Insight::askStory);
    connect(&reading_, &PieceReading::begun, this, &Insight::askStory);
}

void Insight::setMap(Map map) {
    if (std::exchange(map_, map) == map) return;
    wantReadings();
    emit mapChanged();
}

void Insight::setListsWanted(bool wanted) {
    lists_ = wanted;
    wantReadings();
}

void Insight::setMissesWanted(bool wanted) {
    misses_ = wanted;
    wantReadings();
}

void Insight::setPredictionsWanted(bool wanted) {
    predictions_ = wanted;
    wantReadings();
}

void Insight::wantReadings() {
    reading_.setWanted(lists_ || misses_ || predictions_ || map_ != Map::Off);
    other_.setWanted(map_ == Map::Difference);
}

void Insight::askStory() {
    jobs_.stop(std::exchange(storyJob_, 0));
    jobs_.stop(std::exchange(saliencyJob_, 0));
    const int asked = ++storyAsked_;
    story_.reset();
    notices_.withdraw(About::Insight);
    showPlace(std::nullopt);
    const auto cell = selection_.selectedCell();
    const auto& cache = reading_.cache();
    const bool there =
        cell && cache && cell->step >= 0 && cell->step < cache->roll().steps() && cache->roll().range().contains(cell->pitch);
    if (there) {
        StoryQuestion question{*cell, reading_.model(), cache, {}};
        if (stage_.shown().kind == StageContent::Kind::Take)
            if (const std::optional<Take> take = store_.take(stage_.shown().id)) question.origin = originOf(*take);
        storyJob_ = jobs_.ask(
            this, [question](const Task& task) { return storyOf(question, task); },
            [this, asked](std::optional<CellStory> story) {
                if (asked != storyAsked_) return;
                storyJob_ = 0;
                story_ = std::move(story);
                emit storyChanged();
                if (story_) askSaliency();
            },
            [this, asked](const Message& problem) {
                if (asked == storyAsked_) storyJob_ = 0;
                notices_.post(About::Insight, Severity::Error, text(problem));
            });
    }
    emit storyChanged();
}

void Insight::askSaliency() {
    saliencyJob_ = jobs_.ask(
        this,
        [model = reading_.model(), cache = reading_.cache(), cell = story_->cell](const Task& task) {
            return saliencyOf(model->checkpoint, cache->roll(), cell.step, cell.pitch, false, 32, task);
        },
        [this, asked = storyAsked_](Saliency saliency) {
            if (asked != storyAsked_ || !story_) return;
            saliencyJob_ = 0;
            story_->saliency = std::move(saliency);
            emit storyChanged();
        },
        [this](const Message& problem) { notices_.post(About::Insight, Severity::Error, text(problem)); });
}

void Insight::selectFeature(int feature) {
    if (std::exchange(feature_, feature) != feature) emit featureSelected(feature);
}

void Insight::showPlace(const std::optional<RememberedPlace>& place) {
    if (std::exchange(place_, place) != place) emit placeShown();
}

void Insight::askWhatIf(const WhatIf& question) {
    jobs_.stop(std::exchange(whatIfJob_, 0));
    const int asked = ++whatIfAsked_;
    notices_.withdraw(About::WhatIf);
    const auto& cache = reading_.cache();
    if (!cache) return;
    whatIfJob_ = jobs_.ask(
        this,
        [cache, question](const Task& task) {
            return stepExpectation(*cache, question.changed, question.firstChange, question.step, task);
        },
        [this, asked](StepExpectation answer) {
            if (asked != whatIfAsked_) return;
            whatIfJob_ = 0;
            whatIf_ = std::move(answer);
            emit whatIfAnswered();
        },
        [this](const Message& problem) { notices_.post(About::WhatIf, Severity::Error, text(problem)); });
}

bool Insight::canBranch() const {
    return story_ && story_->drawing && stage_.shown().kind == StageContent::Kind::Take && !generation_.running();
}

void Insight::branch(Cell cell) {
    if (!canBranch()) return;
    const std::optional<Take> take = store_.take(stage_.shown().id);
    const auto origin = take ? originOf(*take) : std::nullopt;
    if (!origin) return;
    generation_.start(branchOf(*take, *origin, {story_->cell.step, story_->cell.pitch, cell}, reading_.model()->path),
                      tr("%1, branch").arg(fromUtf8(take->name)));
}

}  // namespace ricercar
