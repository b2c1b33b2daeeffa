#pragma once

#include "core/music/NoteEdits.h"

#include <QString>

#include <vector>

namespace ricercar {

/// What gestures change the music through. What is shown follows at once, by RollView::setContent; ids of free notes are their
/// places in notes().
class Editor {
public:
    Editor() = default;
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;
    virtual ~Editor() = default;

    /// Why nothing can be changed, in words; empty: it can.
    [[nodiscard]] virtual QString locked() const = 0;
    /// The music that edits begin with: without a draft.
    [[nodiscard]] virtual const std::vector<Note>& notes() const = 0;
    /// While a drag goes on: shown and heard in place of the draft before, and always an edit of notes().
    virtual void draft(const QString& name, const NoteEdit& edit) = 0;
    /// The draft is a step to undo.
    virtual void keep() = 0;
    /// Without the draft.
    virtual void drop() = 0;
};

}  // namespace ricercar
