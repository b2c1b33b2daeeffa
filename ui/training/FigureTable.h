// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/BenchmarkRecord.h"

#include <QTreeWidget>

namespace ricercar {

/// What was published for a set, the best first, and the workspace's own runs among it.
class FigureTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit FigureTable(QWidget* parent = nullptr);

    /// Figures of `set` (nothing: none were published) and of the scored records on a file of that name.
    void setFigures(std::optional<PublicSet> set, const std::string& name, const std::vector<BenchmarkRecord>& records);

protected:
    void changeEvent(QEvent* event) override;

private:
    void tint();
};

}  // namespace ricercar
