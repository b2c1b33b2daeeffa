// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/Editor.h"

#include <QObject>

#include <vector>

namespace ricercar {

class RollView;
class Changes;
class Editing;
class Stage;

/// Edits what a roll shows, in either form, through the workspace's Editing. One score lies beneath: what is changed on the
/// grid is changed in the notes that it was made of, which then stand exactly on it.
class RollEditor : public QObject, public Editor {
    Q_OBJECT

public:
    RollEditor(RollView& view, Stage& stage, Changes& changes, Editing& editing, QObject* parent = nullptr);

    /// The notes of what is shown now, with those selected that the last edit left so, in the form given: to be called before
    /// the view is given them.
    void refresh(Representation form);
    /// Of the notes as refresh left them.
    [[nodiscard]] NoteSet selection() const { return namesOf(chosen_); }
    /// Other music is shown: nothing is selected.
    void forget() { chosen_.clear(); }

    /// The shown score with other notes, to be copied.
    [[nodiscard]] Score scoreWith(const NoteList& notes) const;
    [[nodiscard]] int ticksPerQuarter() const;
    /// Notes from elsewhere as the music here can take them: those of a voice that it does not have go to the pattern's.
    [[nodiscard]] NoteList fitted(NoteList notes) const;

    [[nodiscard]] QString locked() const override;
    [[nodiscard]] EditMode mode() const override { return mode_; }
    void setMode(EditMode mode) override;
    [[nodiscard]] const NoteList& notes() const override { return notes_; }
    [[nodiscard]] NoteList chosen() const override;
    void choose(const NoteList& notes) override;
    [[nodiscard]] StepScale scale() const override;
    [[nodiscard]] Tick nearest(double step, bool free) const override;
    [[nodiscard]] Tick before(double step, bool free) const override;
    [[nodiscard]] Tick gridTicks() const override;
    [[nodiscard]] Note pattern() const override;
    void preview(const NoteEdit& edit) override;
    void cancel() override;
    void commit(const QString& name, const NoteEdit& edit, int kind = 0) override;

signals:
    void modeChanged();
    /// What can be done has changed: another selection, other music.
    void changed();

private:
    [[nodiscard]] bool onGrid() const { return form_ == Representation::Grid; }
    [[nodiscard]] NoteSet namesOf(const NoteList& some) const;
    /// An edit of the grid's cells as one of the score.
    [[nodiscard]] NoteChange inScore(const NoteEdit& edit) const;
    [[nodiscard]] NoteList cells() const;
    void show(const NoteList& notes, const NoteSet& selection);

    RollView& view_;
    Stage& stage_;
    Changes& changes_;
    Editing& editing_;
    EditMode mode_ = EditMode::Select;
    Representation form_ = Representation::Grid;
    NoteList notes_;
    NoteList chosen_;  ///< what is selected once the view is given the notes
    bool previewing_ = false;
    int kind_ = 0, merge_ = 0;  ///< of the last edit, where it may be joined
    NoteList joined_;           ///< what it left chosen
};

}  // namespace ricercar
