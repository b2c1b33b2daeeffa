// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Constraints.h"

#include <QObject>

#include <cstdint>
#include <vector>

namespace ricercar {

class GivenCells;
class RollSurface;
class Stage;
class WorkspaceStore;

/// Marks in the roll the cells that are fixed: those of the next take in the music they were marked in and while it is drawn,
/// those that a take was made with in the take. Also the place that is marked.
class GivenMarks : public QObject {
    Q_OBJECT

public:
    GivenMarks(RollSurface& roll, Stage& stage, WorkspaceStore& store, GivenCells& given, QObject* parent = nullptr);

    /// In what is shown.
    [[nodiscard]] const std::vector<ForcedCell>& cells() const { return cells_; }

private:
    void read();

    RollSurface& roll_;
    Stage& stage_;
    WorkspaceStore& store_;
    GivenCells& given_;
    std::vector<ForcedCell> cells_;
};

}  // namespace ricercar
