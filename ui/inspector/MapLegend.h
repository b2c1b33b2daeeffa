// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Insight.h"

#include <QWidget>

namespace ricercar {

/// The colours of a map with the values at their ends.
class MapLegend : public QWidget {
    Q_OBJECT

public:
    explicit MapLegend(QWidget* parent = nullptr);
    void setMap(Map map);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Map map_ = Map::Off;
};

}  // namespace ricercar
