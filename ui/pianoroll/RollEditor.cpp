// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollEditor.h"

#include "core/music/DrumParts.h"
#include "core/music/MeterSections.h"
#include "core/music/ScoreOrder.h"
#include "ui/pianoroll/RollView.h"
#include "ui/services/Changes.h"
#include "ui/services/Editing.h"
#include "ui/services/Stage.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace ricercar {
namespace {

constexpr std::uint8_t plainVelocity = 80;
constexpr double freeStep = 0.25;  // of nudges and new notes where snapping is off

/// Where the grid has the notes of a score that it shows: step and pitch, and the notes by their places.
std::multimap<std::pair<std::int64_t, int>, std::size_t> placesOf(const StageContent& shown) {
    std::multimap<std::pair<std::int64_t, int>, std::size_t> places;
    const Grid grid(*shown.score);
    const NoteList& notes = shown.score->notes;
    const DrumParts isDrum(*shown.score);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if ((!shown.keepDrums && isDrum(notes[i])) || !shown.roll.range().contains(notes[i].pitch)) continue;
        const std::int64_t step = std::max<std::int64_t>(grid.step(notes[i].start, 0) - shown.firstStep, 0);
        places.emplace(std::pair(step, notes[i].pitch), i);
    }
    return places;
}

DrumParts drumsOf(const StageContent& shown) {
    static const Score none;
    return DrumParts(shown.score ? *shown.score : none);
}

}  // namespace

RollEditor::RollEditor(RollView& view, Stage& stage, Changes& changes, Editing& editing, QObject* parent)
    : QObject(parent), view_(view), stage_(stage), changes_(changes), editing_(editing) {
    connect(&view_, &RollView::selectionChanged, this, [this] {
        if (!previewing_) emit changed();
    });
    connect(&editing_, &Editing::stepped, this, [this](const NoteList& came) {
        merge_ = 0;
        if (onGrid()) return;  // cells are known by their places, which stay
        choose(came);
    });
}

void RollEditor::setMode(EditMode mode) {
    if (mode == mode_) return;
    mode_ = mode;
    emit modeChanged();
}

QString RollEditor::locked() const { return editing_.locked(); }

NoteList RollEditor::cells() const {
    const StageContent& shown = stage_.shown();
    NoteList cells;
    const double unit = scale().ticksPerStep;
    const auto places = shown.score ? placesOf(shown) : decltype(placesOf(shown))();
    for (const RollNote& note : notesOf(shown.roll)) {
        Note cell{scale().tick(note.start),
                  static_cast<Tick>(std::llround(note.length * unit)),
                  static_cast<std::uint8_t>(note.pitch),
                  plainVelocity,
                  0,
                  0};
        const auto of = places.find({note.start, note.pitch});
        if (of != places.end()) {
            const Note& played = shown.score->notes[of->second];
            cell.velocity = played.velocity;
            cell.channel = played.channel;
            cell.track = played.track;
        }
        cells.push_back(cell);
    }
    return cells;
}

void RollEditor::refresh(Representation form) {
    const StageContent& shown = stage_.shown();
    if (form != form_) chosen_.clear();
    form_ = form;
    previewing_ = false;
    if (onGrid())
        notes_ = cells();
    else
        notes_ = shown.score ? shown.score->notes : NoteList();
}

NoteSet RollEditor::namesOf(const NoteList& some) const {
    NoteSet names;
    const auto sameCell = [this](const Note& a, const Note& b) {
        return onGrid() ? a.start == b.start && a.pitch == b.pitch : a == b;
    };
    auto place = notes_.begin();
    for (const Note& note : some) {  // both are sorted; equal notes take the places one after the other
        const Note key{note.start,
                       onGrid() ? 0 : note.duration,
                       note.pitch,
                       onGrid() ? std::uint8_t{0} : note.velocity,
                       onGrid() ? std::uint8_t{0} : note.channel,
                       onGrid() ? std::uint16_t{0} : note.track};
        place = std::lower_bound(place, notes_.end(), key, noteBefore);
        if (place == notes_.end()) break;
        if (sameCell(*place, note)) names.insert(static_cast<NoteId>(place++ - notes_.begin()));
    }
    return names;
}

NoteList RollEditor::chosen() const {
    if (previewing_) return chosen_;
    NoteList some;
    for (const NoteId id : view_.content().selection.ids())
        if (id < notes_.size()) some.push_back(notes_[id]);
    return some;
}

void RollEditor::choose(const NoteList& notes) {
    chosen_ = notes;
    view_.select(namesOf(notes));
}

StepScale RollEditor::scale() const {
    const StageContent& shown = stage_.shown();
    return shown.score ? StepScale::of(*shown.score, shown.firstStep) : StepScale();
}

Tick RollEditor::nearest(double step, bool free) const {
    const RollContent& content = view_.content();
    const double line = free ? step : content.snap.nearest(step, content.bars);
    return scale().tick(onGrid() ? std::round(line) : line);
}

Tick RollEditor::before(double step, bool free) const {
    const RollContent& content = view_.content();
    const double line = free ? step : content.snap.before(step, content.bars);
    return scale().tick(onGrid() ? std::floor(line + 1e-6) : line);
}

Tick RollEditor::gridTicks() const {
    double width = view_.content().snap.width();
    if (width <= 0.0) width = freeStep;
    if (onGrid()) width = std::max(1.0, std::round(width));
    return std::max<Tick>(1, static_cast<Tick>(std::llround(width * scale().ticksPerStep)));
}

Note RollEditor::pattern() const {
    Note note{0, 0, 60, plainVelocity, 0, 0};
    const NoteList some = chosen();
    const Note* like = !some.empty() ? &some.front() : nullptr;
    const DrumParts isDrum = drumsOf(stage_.shown());
    if (!like)
        for (const Note& one : notes_)
            if (!isDrum(one)) {
                like = &one;
                break;
            }
    if (!like) return note;
    note.velocity = like->velocity;
    note.channel = like->channel;
    note.track = like->track;
    note.port = like->port;
    return note;
}

Score RollEditor::scoreWith(const NoteList& notes) const {
    Score score = stage_.shown().score ? *stage_.shown().score : Score();
    score.notes = notes;
    return score;
}

int RollEditor::ticksPerQuarter() const {
    return stage_.shown().score ? stage_.shown().score->division.ticksPerQuarter : Division().ticksPerQuarter;
}

NoteList RollEditor::fitted(NoteList notes) const {
    std::set<std::pair<int, int>> voices;
    for (const Note& note : notes_) voices.emplace(note.track, note.channel);
    const Note like = pattern();
    const double unit = scale().ticksPerStep;
    const auto onStep = [&](Tick tick) { return scale().tick(std::round(scale().step(tick))); };
    for (Note& note : notes) {
        if (!voices.contains({note.track, note.channel})) {
            note.track = like.track;
            note.channel = like.channel;
            note.port = like.port;
        }
        if (!onGrid()) continue;
        const Tick end = onStep(note.start + note.duration);
        note.start = onStep(note.start);
        note.duration = std::max<Tick>(end - note.start, std::llround(unit));
    }
    std::sort(notes.begin(), notes.end(), noteBefore);
    return notes;
}

void RollEditor::show(const NoteList& notes, const NoteSet& selection) {
    const StageContent& shown = stage_.shown();
    const StepScale at = scale();
    const DrumParts isDrum = drumsOf(shown);
    std::vector<ShownNote> list;
    list.reserve(notes.size());
    for (const Note& note : notes) {
        const bool kept = onGrid() || ((shown.keepDrums || !isDrum(note)) &&
                                       (shown.roll.steps() == 0 || shown.roll.range().contains(note.pitch)));
        list.push_back({at.step(note.start), at.step(note.start + note.duration), static_cast<NoteId>(list.size()), note.track,
                        note.pitch, onGrid() ? std::uint8_t{0} : note.velocity, note.channel, kept});
    }
    RollContent content = view_.content();
    content.notes = NoteIndex(std::move(list));
    content.range = widened(content.range, content.notes);
    for (const ShownNote& note : content.notes.notes()) content.steps = std::max(content.steps, std::ceil(note.end));
    content.selection = selection;
    content.current.reset();
    view_.setContent(std::move(content), false);
}

void RollEditor::preview(const NoteEdit& edit) {
    if (!std::exchange(previewing_, true)) {
        NoteList some;
        for (const NoteId id : view_.content().selection.ids())
            if (id < notes_.size()) some.push_back(notes_[id]);
        chosen_ = std::move(some);
    }
    const NoteList before = std::exchange(notes_, ricercar::changed(notes_, edit.change));
    const NoteSet selection = namesOf(edit.chosen);
    show(notes_, selection);
    notes_ = before;
}

void RollEditor::cancel() {
    if (!previewing_) return;
    show(notes_, namesOf(chosen_));
    previewing_ = false;
    emit changed();
}

NoteChange RollEditor::inScore(const NoteEdit& edit) const {
    const StageContent& shown = stage_.shown();
    const auto places = placesOf(shown);
    const StepScale at = scale();
    NoteList taken;
    for (const Note& cell : edit.change.removed) {
        const auto step = static_cast<std::int64_t>(std::llround(at.step(cell.start)));
        const auto [first, last] = places.equal_range({step, cell.pitch});
        for (auto place = first; place != last; ++place) taken.push_back(shown.score->notes[place->second]);
    }
    std::sort(taken.begin(), taken.end(), noteBefore);
    return replaceNotes(shown.score->notes, taken, edit.change.added).change;
}

void RollEditor::commit(const QString& name, const NoteEdit& edit, int kind) {
    if (!locked().isEmpty() || edit.change.empty()) {
        cancel();
        emit changed();
        return;
    }
    const NoteList before = chosen();
    if (kind == 0 || kind != kind_ || merge_ == 0 || joined_ != before) merge_ = kind == 0 ? 0 : changes_.newNumber();
    kind_ = kind;
    joined_ = edit.chosen;
    chosen_ = edit.chosen;
    const NoteChange change = onGrid() ? inScore(edit) : edit.change;
    if (change.empty()) {
        cancel();
        return;
    }
    editing_.push(name, change, merge_);
    if (previewing_) cancel();  // it could not be made
}

}  // namespace ricercar
