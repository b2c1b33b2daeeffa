// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Workspace.h"
#include "core/sound/Metronome.h"
#include "core/workbench/RecordedTake.h"
#include "ui/services/Changes.h"
#include "ui/services/Notices.h"
#include "ui/services/Playback.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QDateTime>

#include <algorithm>
#include <memory>

// What Playback does to record.

namespace ricercar {
namespace {

constexpr double longest = 3600.0;  // seconds

/// The score, so long that playing does not come to its end.
Score endless(Score score, const PlaybackTimeline& heard) {
    score.end = std::max(score.end, heard.tick(longest));
    return score;
}

double barBefore(const Score& score, double seconds) {
    double found = 0.0;
    for (const Click& click : clicks(score)) {
        if (click.seconds > seconds + 1e-6) break;
        if (click.accent) found = click.seconds;
    }
    return found;
}

}  // namespace

SoundEvents Playback::recordingEvents() const {
    SoundEvents events = hasMusic() ? soundEvents(heardScore()) : SoundEvents();
    const Score frame = endless(heard_->score(), *heard_);
    if (metronome() || !hasMusic()) addClicks(events, frame);
    if (clock_) addClock(events, frame);
    events.seconds = longest;
    return events;
}

void Playback::startRecording() {
    if (recording_) return;
    const double from = hasMusic() ? barBefore(heard_->score(), player_.position()) : 0.0;
    player_.pause();
    recording_ = true;
    recordedFrom_ = from;
    applyLoop();
    player_.replace(recordingEvents());
    player_.seek(from);
    keyboard_.recorder().begin();
    const int bars = std::max(output_.preferences().countInBars, 1);
    player_.play(countIn(heard_->score(), heard_->tick(from), bars, tempo_ / pieceTempo_));
    state_ = player_.state();
    emit stateChanged();
    poll();
}

void Playback::stopRecording() {
    if (!recording_) return;
    recording_ = false;
    const double now = player_.position();
    const Score played = keyboard_.recorder().end(now, heard_->score());
    player_.pause();
    player_.replace(hasMusic() ? events() : SoundEvents());
    player_.seek(recordedFrom_);
    applyLoop();
    state_ = player_.state();
    emit stateChanged();
    keep(played, recordedFrom_);
}

void Playback::keep(const Score& played, double from) {
    if (played.notes.empty()) {
        notices_.post(Severity::Info, output_.preferences().input.isEmpty()
                                          ? tr("Nothing was played. Choose a MIDI input in the sound settings to record.")
                                          : tr("Nothing was played, so no take was kept."));
        return;
    }
    const QString name =
        tr("Played %1").arg(QLocale().toString(QDateTime::currentDateTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    const Take take = recordedTake(scoreFrom(played, heard_->tick(from)), toUtf8(name));
    const auto kept = std::make_shared<Take>(take);
    changes_.write([kept](Workspace& workspace) { kept->id = workspace.takes().add(*kept); },
                   [this, kept, opening = store_.openings()] {
                       if (opening != store_.openings()) return;
                       store_.putTake(*kept);
                       stage_.showTake(kept->id);
                   });
}

}  // namespace ricercar
