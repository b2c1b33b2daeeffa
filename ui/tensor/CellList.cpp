// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/CellList.h"

namespace ricercar {

bool CellList::update(const SceneFrame& frame, const Budget& budget, bool ordered) {
    if (!frame.scene) {
        const bool had = !cells_.empty();
        cells_.clear();
        state_ = ~std::uint64_t{0};
        return had;
    }
    const SceneCells& all = frame.scene->cells;
    const EyeCell eye = eyeCell(frame.camera, all.box());
    const bool other = state_ != frame.cellsState;
    const bool turned = eye != eye_ && (ordered || frame.look.translucent());
    if (other) {
        count_ = 0;
        for (const SceneCell& cell : all.all())
            if (frame.look.seen(cell, all.box())) ++count_;
    }
    const Primitive primitive = primitiveFor(count_, frame.moving ? budget.moving : budget.still);
    if (!other && !turned && primitive == primitive_) return false;
    state_ = frame.cellsState;
    eye_ = eye;
    primitive_ = primitive;
    drawList(all, frame.look, eye, primitive == Primitive::Points, cells_);
    return true;
}

}  // namespace ricercar
