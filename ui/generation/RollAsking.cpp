// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/RollAsking.h"

#include "ui/canvas/RollSurface.h"
#include "ui/generation/GeneratePanel.h"
#include "ui/generation/GivenCells.h"
#include "ui/services/Redrawing.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/BarBeat.h"
#include "ui/words/Words.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {
namespace {

int barsIn(const PianoRoll& roll) { return roll.steps() > 0 ? roll.bar(roll.steps() - 1) + 1 : 0; }

}  // namespace

RollAsking::RollAsking(RollSurface& roll, Stage& stage, WorkspaceStore& store, Redrawing& redrawing, GeneratePanel& form,
                       QObject* parent)
    : QObject(parent),
      roll_(roll),
      stage_(stage),
      store_(store),
      redrawing_(redrawing),
      form_(form),
      again_(add("drawAgain", &RollAsking::drawAgain)),
      goOn_(add("continueTake", &RollAsking::goOn)),
      keep_(add("keepNotes", &RollAsking::keepNotes)),
      silent_(add("keepSilent", &RollAsking::keepSilent)) {
    form_.setSelected([this]() -> std::optional<std::pair<int, int>> {
        const auto chosen = part();
        if (!chosen || !chosen->chosen) return std::nullopt;
        return std::pair(chosen->first, chosen->end);
    });
    connect(&roll_, &RollSurface::menuOpening, this, &RollAsking::fill);
    connect(&roll_, &RollSurface::selectionChanged, this, &RollAsking::update);
    connect(&stage_, &Stage::shownChanged, this, &RollAsking::update);
    update();
}

QAction* RollAsking::add(const char* name, void (RollAsking::*act)()) {
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, act);
    actions_.push_back(action);
    return action;
}

std::vector<RollNote> RollAsking::chosenNotes() const {
    std::vector<RollNote> notes;
    const RollContent& content = roll_.content();
    const int steps = stage_.shown().roll.steps();
    for (const NoteId id : content.selection.ids())
        if (const ShownNote* note = content.notes.find(id); note && note->kept) {
            const int start = std::max(0, static_cast<int>(std::lround(note->start)));
            const int end = std::min(steps, std::max(start + 1, static_cast<int>(std::lround(note->end))));
            if (start < end) notes.push_back({start, end - start, note->pitch});
        }
    return notes;
}

std::optional<RollAsking::Part> RollAsking::part() const {
    const PianoRoll& roll = stage_.shown().roll;
    const RollContent& content = roll_.content();
    if (roll.steps() == 0) return std::nullopt;
    Part part;
    part.chosen = true;
    if (const std::vector<RollNote> notes = chosenNotes(); !notes.empty()) {
        part.first = roll.steps();
        PitchRange pitches{127, 0};
        for (const RollNote& note : notes) {
            part.first = std::min(part.first, note.start);
            part.end = std::max(part.end, note.start + note.length);
            pitches = {std::min(pitches.lowest, note.pitch), std::max(pitches.highest, note.pitch)};
        }
        part.pitches = pitches;
    } else if (content.area) {
        part.first = content.area->from;
        part.end = content.area->to;
        part.pitches = content.area->pitches;
    } else if (content.loop) {
        part.first = content.loop->from;
        part.end = content.loop->to;
    } else {
        part.first = static_cast<int>(std::floor(roll_.playhead()));
        part.end = part.first + 1;
        part.chosen = false;
    }
    part.first = std::clamp(part.first, 0, roll.steps() - 1);
    part.end = std::clamp(part.end, part.first + 1, roll.steps());
    part.bar = roll.bar(part.first);
    part.bars = roll.bar(part.end - 1) - part.bar + 1;
    return part;
}

QString RollAsking::barsWords(const Part& part) const {
    const PianoRoll& roll = stage_.shown().roll;
    const int first = barNumber(roll, part.first), last = barNumber(roll, part.end - 1);
    return first == last ? tr("bar %1").arg(first) : tr("bars %1–%2").arg(first).arg(last);
}

int RollAsking::barToGoOnFrom() const {
    const auto chosen = part();
    const PianoRoll& roll = stage_.shown().roll;
    if (chosen && (chosen->chosen || chosen->bar > 0)) return chosen->bar;
    const bool whole = roll.steps() > 0 && roll.stepInBar(roll.steps()) == 0;
    return whole ? barsIn(roll) : std::max(0, barsIn(roll) - 1);
}

void RollAsking::update() {
    const StageContent& shown = stage_.shown();
    const auto chosen = part();
    const bool take = shown.kind == StageContent::Kind::Take && chosen;
    const bool music = chosen && shown.kind != StageContent::Kind::Draft;
    const auto set = [](QAction* action, const QString& words, const QString& reason, const QString& tip) {
        action->setText(words);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason.isEmpty() ? tip : reason);
    };
    const QString noTake = take ? QString() : tr("Show a take first.");
    QString what = chosen ? barsWords(*chosen) : tr("bars");
    if (chosen && chosen->pitches)
        what += QStringLiteral(", %1–%2").arg(pitchName(chosen->pitches->lowest), pitchName(chosen->pitches->highest));
    set(again_, tr("Draw %1 again").arg(what), noTake,
        tr("Another take: the model draws these bars anew, so that they fit what comes before and after. Select notes, mark a "
           "place or drag in the ruler to say which"));
    const int bar = barToGoOnFrom();
    const PianoRoll& roll = shown.roll;
    const int number =
        take ? barNumber(roll, std::min(roll.steps(), std::max(0, bar * roll.barSteps() - roll.barOffset()))) : 1;
    set(goOn_, take && bar >= barsIn(roll) ? tr("Continue after its end") : tr("Continue from bar %1").arg(number), noTake,
        tr("Another take: as this one up to there, then new bars, as many as the form says"));
    const std::vector<RollNote> notes = chosenNotes();
    set(keep_, tr("Harmonise these notes"),
        !music          ? tr("There are no notes.")
        : notes.empty() ? tr("Select notes first.")
                        : QString(),
        tr("The next take keeps these notes and puts others around them"));
    const bool place = music && (roll_.content().area || roll_.content().loop);
    set(silent_, tr("Keep silent here"),
        place ? QString() : tr("Drag over a place without notes, or set a loop in the ruler, first."),
        tr("In the next take nothing sounds there"));
}

void RollAsking::setPlayhead(double step) {
    const PianoRoll& roll = stage_.shown().roll;
    const int bar = roll.steps() > 0 ? roll.bar(std::clamp(static_cast<int>(step), 0, roll.steps() - 1)) : 0;
    if (std::exchange(playheadBar_, bar) != bar) update();
}

void RollAsking::fill(QMenu* menu) {
    update();
    QAction* before = menu->actions().value(0);
    menu->insertActions(before, {actions_.begin(), actions_.end()});
    menu->insertSeparator(before);
}

void RollAsking::drawAgain() {
    const auto chosen = part();
    const auto take = store_.take(stage_.shown().id);
    if (!chosen || !take || stage_.shown().kind != StageContent::Kind::Take) return;
    redrawing_.again(*take, {chosen->bar, chosen->bars, chosen->pitches}, form_.variations(),
                     tr("%1, %2 again").arg(fromUtf8(take->name), barsWords(*chosen)));
}

void RollAsking::goOn() {
    const auto take = store_.take(stage_.shown().id);
    if (!take || stage_.shown().kind != StageContent::Kind::Take) return;
    redrawing_.goOn(*take, barToGoOnFrom(), form_.bars(), form_.variations(), tr("%1, continued").arg(fromUtf8(take->name)));
}

void RollAsking::keepNotes() {
    form_.given().keepNotes(stage_.shown(), chosenNotes());
    roll_.repaint();
    emit formRequested();
}

void RollAsking::keepSilent() {
    const RollContent& content = roll_.content();
    if (content.area)
        form_.given().keepSilent(stage_.shown(), content.area->from, content.area->to, content.area->pitches);
    else if (content.loop)
        form_.given().keepSilent(stage_.shown(), content.loop->from, content.loop->to, fullRange);
    roll_.repaint();
    emit formRequested();
}

}  // namespace ricercar
