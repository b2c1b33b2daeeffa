// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/RollTool.h"

#include <cstddef>

namespace ricercar {

class BeatEditor;

/// Beats as handles in the lower ruler, with lines down through the notes: dragged, inserted with a double click, removed with
/// the right button. Downbeats are stronger, unsure ones fainter.
class BeatTool final : public RollTool {
public:
    /// The editor outlives it.
    BeatTool(RollStage& stage, BeatEditor& editor) : RollTool(stage), editor_(editor) {}
    bool press(const RollPointer& pointer) override;
    void move(const RollPointer& pointer) override;
    void release(const RollPointer& pointer) override;
    void cancel() override;
    bool doubleClick(const RollPointer& pointer) override;
    std::optional<Qt::CursorShape> cursor(const RollPointer& pointer) override;
    void paint(const RollPaint& paint) override;
    [[nodiscard]] QString help(const RollPointer& pointer) const override;

private:
    [[nodiscard]] std::optional<std::size_t> beatAt(const RollPointer& pointer) const;
    void refresh();

    BeatEditor& editor_;
    std::optional<std::size_t> dragged_;
    double place_ = 0.0;  ///< of the dragged one, in steps
    bool moved_ = false;
};

}  // namespace ricercar
