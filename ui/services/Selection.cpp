// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Selection.h"

#include "ui/services/Stage.h"
namespace ricercar {

Selection::Selection(Stage& stage, QObject* parent) : QObject(parent), stage_(stage) {
    connect(&stage_, &Stage::shownChanged, this, [this] {
        if (in_ != std::pair(stage_.shown().kind, stage_.shown().id)) selectCell(std::nullopt);
    });
}

void Selection::selectCell(std::optional<CellRef> cell) {
    if (cell == cell_) return;
    cell_ = cell;
    in_ = {stage_.shown().kind, stage_.shown().id};
    emit cellSelected();
}

}  // namespace ricercar
