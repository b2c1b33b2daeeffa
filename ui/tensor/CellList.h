// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/DrawList.h"
#include "ui/tensor/SceneFrame.h"

#include <vector>

namespace ricercar {

/// The draw list of a frame, kept until something changes that matters for it.
class CellList {
public:
    struct Budget {
        std::size_t still = 0;   ///< most cells drawn as cubes
        std::size_t moving = 0;  ///< while the camera moves
    };
    /// `ordered`: from far to near, whatever the camera; else only where cells can be seen through. True: the list is another.
    bool update(const SceneFrame& frame, const Budget& budget, bool ordered);
    [[nodiscard]] const std::vector<PaintedCell>& cells() const { return cells_; }
    [[nodiscard]] Primitive primitive() const { return primitive_; }

private:
    std::vector<PaintedCell> cells_;
    std::size_t count_ = 0;  ///< of the slabs and cells that are seen
    std::uint64_t state_ = ~std::uint64_t{0};
    EyeCell eye_{};
    Primitive primitive_ = Primitive::Cubes;
};

}  // namespace ricercar
