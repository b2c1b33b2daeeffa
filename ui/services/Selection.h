// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Stage.h"

#include <QObject>

#include <optional>
#include <utility>

namespace ricercar {

/// A cell of what is shown.
struct CellRef {
    int step = 0;
    int pitch = 0;
    friend bool operator==(const CellRef&, const CellRef&) = default;
};

/// The cell that roll, tensor and inspector have selected together; forgotten when something else is shown. The window's
/// thread.
class Selection : public QObject {
    Q_OBJECT

public:
    explicit Selection(Stage& stage, QObject* parent = nullptr);

    /// Nothing: none.
    void selectCell(std::optional<CellRef> cell);
    [[nodiscard]] const std::optional<CellRef>& selectedCell() const { return cell_; }

signals:
    void cellSelected();

private:
    Stage& stage_;
    std::optional<CellRef> cell_;
    std::pair<StageContent::Kind, std::int64_t> in_{};  ///< what was shown when it was selected
};

}  // namespace ricercar
