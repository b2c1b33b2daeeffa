// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/NoteTool.h"

namespace ricercar {

/// with Alt over a note, makes it louder or softer.
class VelocityTool final : public NoteTool {
public:
    using NoteTool::NoteTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void release(const RollPointer& pointer) override;
    void cancel() override;
    bool wheel(const RollPointer& pointer, QPoint turn) override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;
    [[nodiscard]] QString help(const RollPointer& pointer) const override;
    void paint(const RollPaint& paint) override;

private:
    /// The notes that begin around there, the selected ones where any are.
    [[nodiscard]] NoteList around(double fromX, double toX) const;
    [[nodiscard]] NoteEdit edit() const;

    bool active_ = false, line_ = false;
    QPointF from_, to_;
    NoteList touched_;  ///< with their new velocities
    NoteList before_;   ///< the same, as they were
    NoteList chosen_;   ///< the selection, as it was
};

}  // namespace ricercar
