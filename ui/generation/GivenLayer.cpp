// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/GivenLayer.h"

#include "core/workbench/TakeOrigin.h"
#include "ui/canvas/RollSurface.h"
#include "ui/generation/GivenCells.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"

#include <QWidget>

#include <memory>

namespace ricercar {
namespace {

class GivenLayer final : public RollLayer {
public:
    explicit GivenLayer(const GivenMarks& marks) : marks_(marks) {}

    void paint(const RollPaint& p) override {
        const Clipped clip(p.painter, p.geometry.notes());
        const auto& cells = marks_.cells();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const ForcedCell& cell = cells[i];
            int end = cell.step + cell.steps;
            if (const bool held = i + 1 < cells.size() && isHeldOver(cell, cells[i + 1]); held) {
                end = cells[i + 1].step + cells[i + 1].steps;
                ++i;
            }
            const QRectF box = boxOf(p.geometry, cell.step, end, cell.pitch, cell.pitch + cell.pitches - 1);
            if (!box.intersects(p.geometry.notes())) continue;
            if (cell.cell == 0)
                paintSilence(p, box);
            else
                paintNote(p, box);
        }
        if (const auto& area = p.content.area) {
            p.painter.setBrush(Qt::NoBrush);
            p.painter.setPen(QPen(p.theme.accent, 1, Qt::DashLine));
            p.painter.drawRect(boxOf(p.geometry, area->from, area->to, area->pitches.lowest, area->pitches.highest));
        }
    }
    [[nodiscard]] bool overlay() const override { return true; }

private:
    /// A note's first cell and the others.
    static bool isHeldOver(const ForcedCell& first, const ForcedCell& others) {
        return first.cell == (playBit | articulateBit) && others.cell == playBit && others.pitch == first.pitch &&
               others.pitches == first.pitches && others.step == first.step + first.steps;
    }
    static QRectF boxOf(const RollGeometry& g, int from, int to, int lowest, int highest) {
        return {QPointF(g.xOf(from), g.yOf(highest)), QPointF(g.xOf(to), g.yOf(lowest) + g.rowHeight)};
    }
    static void paintSilence(const RollPaint& p, const QRectF& box) {
        p.painter.fillRect(box, QBrush(p.theme.mutedText, Qt::BDiagPattern));
    }
    static void paintNote(const RollPaint& p, const QRectF& box) {
        p.painter.setBrush(Qt::NoBrush);
        p.painter.setPen(QPen(p.theme.text, 1.5));
        p.painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    }

    const GivenMarks& marks_;
};

}  // namespace

GivenMarks::GivenMarks(RollSurface& roll, Stage& stage, WorkspaceStore& store, GivenCells& given, QObject* parent)
    : QObject(parent), roll_(roll), stage_(stage), store_(store), given_(given) {
    roll_.addLayer(std::make_unique<GivenLayer>(*this));
    connect(&stage_, &Stage::shownChanged, this, &GivenMarks::read);
    connect(&given_, &GivenCells::changed, this, &GivenMarks::read);
}

void GivenMarks::read() {
    const StageContent& shown = stage_.shown();
    cells_.clear();
    if (given_.isIn(shown)) {
        cells_ = given_.marked();
    } else if (shown.kind == StageContent::Kind::Draft) {
        cells_ = given_.cells(shown.primerSteps);
    } else if (shown.kind == StageContent::Kind::Take) {
        const auto take = store_.take(shown.id);
        const auto origin = take ? originOf(*take) : std::nullopt;
        // of bars drawn again nearly all is fixed: what is new is the exception there
        if (origin && origin->parent.empty()) cells_ = origin->settings.forced;
    }
    roll_.repaint();
}

}  // namespace ricercar
