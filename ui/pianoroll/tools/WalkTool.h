// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/tools/RollTool.h"

namespace ricercar {

/// Alt and the arrow keys go from note to note: to the next and the one before in time, or to the nearest above and below.
/// The note is selected, with Shift added. Without a note the walk begins at what is seen first. Esc lets go of all.
class WalkTool final : public RollTool {
public:
    using RollTool::RollTool;
    bool key(QKeyEvent& event) override;

private:
    [[nodiscard]] const ShownNote* next(const ShownNote& from, int key) const;
    [[nodiscard]] const ShownNote* firstSeen() const;
};

}  // namespace ricercar
