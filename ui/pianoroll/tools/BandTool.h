// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/NoteTool.h"

namespace ricercar {

/// Left drag on the ground selects what it touches; Shift adds, Ctrl toggles. In the ruler, with Ctrl, all in the time range.
/// Where it touches none it marks the place. Esc goes back to this tool.
class BandTool final : public NoteTool {
public:
    using NoteTool::NoteTool;
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void release(const RollPointer& pointer) override;
    void cancel() override;
    void paint(const RollPaint& paint) override;
    bool key(QKeyEvent& event) override;

private:
    [[nodiscard]] QRectF band() const;
    /// What the band marks where it touches no note.
    [[nodiscard]] std::optional<RollContent::Area> emptyArea() const;

    bool active_ = false, inRuler_ = false;
    double fromStep_ = 0.0, toStep_ = 0.0;
    double fromRow_ = 0.0, toRow_ = 0.0;  ///< pixels of the content, from the highest pitch down
    NoteSet before_;
};

}  // namespace ricercar
