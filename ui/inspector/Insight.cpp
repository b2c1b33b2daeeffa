#include "ui/inspector/Insight.h"

#include "ui/Words.h"
#include "ui/generation/Generation.h"
#include "ui/jobs/Jobs.h"

#include <utility>

namespace ricercar {

Insight::Insight(Jobs& jobs, Session& session, Generation& generation, QObject* parent)
    : QObject(parent), jobs_(jobs), session_(session), generation_(generation), reading_(jobs, session), other_(jobs, session) {
    connect(&session_, &Session::cellSelected, this, &Insight::askStory);
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
    showPlace(std::nullopt);
    const auto cell = session_.selectedCell();
    const auto& trail = reading_.trail();
    const bool there =
        cell && trail && cell->step >= 0 && cell->step < trail->roll().steps() && trail->roll().range().contains(cell->pitch);
    if (there) {
        StoryQuestion question{*cell, reading_.model(), trail, {}};
        if (session_.shown().kind == Shown::Kind::Take)
            if (const Take* take = session_.take(session_.shown().id)) question.origin = originOf(*take);
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
                session_.say(Severity::Error, text(problem));
            });
    }
    emit storyChanged();
}

void Insight::askSaliency() {
    saliencyJob_ = jobs_.ask(
        this,
        [model = reading_.model(), trail = reading_.trail(), cell = story_->cell](const Task& task) {
            return saliencyOf(model->checkpoint, trail->roll(), cell.step, cell.pitch, false, 32, task);
        },
        [this, asked = storyAsked_](Saliency saliency) {
            if (asked != storyAsked_ || !story_) return;
            saliencyJob_ = 0;
            story_->saliency = std::move(saliency);
            emit storyChanged();
        },
        [this](const Message& problem) { session_.say(Severity::Error, text(problem)); });
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
    const auto& trail = reading_.trail();
    if (!trail) return;
    whatIfJob_ = jobs_.ask(
        this,
        [trail, question](const Task& task) {
            return stepExpectation(*trail, question.changed, question.firstChange, question.step, task);
        },
        [this, asked](StepExpectation answer) {
            if (asked != whatIfAsked_) return;
            whatIfJob_ = 0;
            whatIf_ = std::move(answer);
            emit whatIfAnswered();
        },
        [this](const Message& problem) { session_.say(Severity::Error, text(problem)); });
}

bool Insight::canBranch() const {
    return story_ && story_->drawing && session_.shown().kind == Shown::Kind::Take && !generation_.running();
}

void Insight::branch(Cell cell) {
    if (!canBranch()) return;
    const Take* take = session_.take(session_.shown().id);
    const auto origin = take ? originOf(*take) : std::nullopt;
    if (!origin) return;
    generation_.start(branchOf(*take, *origin, {story_->cell.step, story_->cell.pitch, cell}, reading_.model()->path),
                      tr("%1, branch").arg(fromUtf8(take->name)));
}

}  // namespace ricercar
