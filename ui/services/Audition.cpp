// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Audition.h"

#include "ui/services/Playback.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

constexpr double mostOfIt = 0.7;
constexpr qint64 longestGap = 500;  // ms between two looks at the playhead that count as listening

}  // namespace

Audition::Audition(WorkspaceStore& store, Stage& stage, Playback& playback, QObject* parent)
    : QObject(parent), store_(store), stage_(stage), playback_(playback) {
    connect(&stage_, &Stage::shownChanged, this, &Audition::shown);
    connect(&playback_, &Playback::positionChanged, this, &Audition::listen);
    connect(&playback_, &Playback::stateChanged, this, &Audition::listen);
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        recent_ = {};
        listened_ = 0;
        emit changed();
    });
    connect(&store_, &WorkspaceStore::takeSaved, this, [this](std::int64_t before, std::int64_t now) {
        std::replace(recent_.begin(), recent_.end(), before, now);
        if (listened_ == before) listened_ = now;
    });
}

void Audition::play(std::int64_t take) {
    const StageContent& shown = stage_.shown();
    const bool there = shown.kind == StageContent::Kind::Take && shown.id == take;
    if (there && playback_.playing())
        playback_.pause();
    else if (there)
        playback_.playFrom(0.0);
    else
        show({take});
}

std::int64_t Audition::other() const {
    const StageContent& shown = stage_.shown();
    const bool first = shown.kind == StageContent::Kind::Take && shown.id == recent_[0];
    return first ? recent_[1] : recent_[0];
}

bool Audition::canSwap() const { return other() != 0 && store_.takeRow(other()); }

void Audition::swap() {
    if (!canSwap()) return;
    show({other(), playback_.position(), playback_.playing(), playback_.loop(), playback_.looping()});
}

void Audition::show(const Wanted& wanted) {
    wanted_ = wanted;
    stage_.showTake(wanted.take);
}

void Audition::shown() {
    const StageContent& shown = stage_.shown();
    if (wanted_ && shown.kind == StageContent::Kind::Take && shown.id == wanted_->take) {
        const Wanted wanted = *std::exchange(wanted_, std::nullopt);
        if (wanted.loop) {
            playback_.setLoop(wanted.loop->first, wanted.loop->second);
            playback_.setLooping(wanted.looping);
        }
        const double step = std::min(wanted.step, static_cast<double>(std::max(0, shown.roll.steps() - 1)));
        if (wanted.playing)
            playback_.playFrom(step);
        else
            playback_.seek(step);
    }
    emit changed();
}

void Audition::listen() {
    const StageContent& shown = stage_.shown();
    if (!playback_.playing() || shown.kind != StageContent::Kind::Take) {
        sinceLast_.invalidate();
        return;
    }
    if (std::exchange(listened_, shown.id) != shown.id) {
        heardFor_ = 0;
        sinceLast_.invalidate();
    }
    if (recent_[0] != shown.id) {
        recent_ = {shown.id, recent_[0]};
        emit changed();
    }
    if (sinceLast_.isValid()) heardFor_ += std::min(longestGap, sinceLast_.elapsed());
    sinceLast_.start();
    const double seconds = shown.roll.steps() / (shown.tempo / 60.0 * stepsPerQuarter);
    if (static_cast<double>(heardFor_) < std::min<double>(heardAfter_, seconds * 1000.0 * mostOfIt)) return;
    const TakeRow* row = store_.takeRow(shown.id);
    if (row && !row->marks.heard) store_.markTakes({shown.id}, [](TakeMarks& marks) { marks.heard = true; });
}

}  // namespace ricercar
