// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/NoteEdits.h"
#include "ui/canvas/RollContent.h"

#include <QString>

namespace ricercar {

enum class EditMode { Select, Pencil, Eraser };

/// What gestures change the notes through. The notes are in ticks, whichever form is shown: those of the score, or the cells of
/// the grid. They are sorted by noteBefore; a note's name (NoteId) is its place among them.
class Editor {
public:
    virtual ~Editor() = default;

    /// Why nothing can be changed, in words; empty: it can.
    [[nodiscard]] virtual QString locked() const = 0;
    [[nodiscard]] virtual EditMode mode() const = 0;
    virtual void setMode(EditMode mode) = 0;
    [[nodiscard]] virtual const NoteList& notes() const = 0;
    [[nodiscard]] virtual NoteList chosen() const = 0;
    virtual void choose(const NoteList& notes) = 0;
    [[nodiscard]] virtual StepScale scale() const = 0;

    /// The nearest line of the snap grid; `free`: not snapped (in the grid's form: the nearest step).
    [[nodiscard]] virtual Tick nearest(double step, bool free) const = 0;
    /// The line at or before.
    [[nodiscard]] virtual Tick before(double step, bool free) const = 0;
    /// From line to line; a small step where snapping is off.
    [[nodiscard]] virtual Tick gridTicks() const = 0;
    /// What a drawn note is like: loudness, channel, track.
    [[nodiscard]] virtual Note pattern() const = 0;

    /// Shows the notes as the edit would leave them.
    virtual void preview(const NoteEdit& edit) = 0;
    /// What was previewed is taken back.
    virtual void cancel() = 0;
    /// As a step to undo. `kind` not 0: joins the last one, where that was of the same kind and left the same notes chosen.
    virtual void commit(const QString& name, const NoteEdit& edit, int kind = 0) = 0;
};

/// Kinds of edits that are repeated.
enum RepeatedEdit { NoRepeat, NudgeTime, NudgePitch, NudgeVelocity, NudgeLength };

}  // namespace ricercar
