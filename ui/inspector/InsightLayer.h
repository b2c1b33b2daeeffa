// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"
#include "ui/services/Insight.h"

#include <QImage>

#include <optional>
#include <vector>

namespace ricercar {

/// Over the notes: a map of what the model expected, notes that were all but there, the selected cell, and a place that the
/// model has in mind for it.
class InsightLayer final : public RollLayer {
public:
    void paint(const RollPaint& paint) override;
    [[nodiscard]] bool overlay() const override { return true; }

    /// A pixel a cell, the highest pitch on top; null: no map.
    void setMap(QImage map, PitchRange range);
    void setMisses(std::vector<NotedCell> misses) { misses_ = std::move(misses); }
    void setSelected(std::optional<CellRef> cell) { selected_ = cell; }
    void setPlace(std::optional<RememberedPlace> place) { place_ = place; }
    [[nodiscard]] const QImage& map() const { return map_; }

private:
    void paintPlace(const RollPaint& paint) const;

    QImage map_;
    PitchRange range_{};
    std::vector<NotedCell> misses_;
    std::optional<CellRef> selected_;
    std::optional<RememberedPlace> place_;
};

}  // namespace ricercar
