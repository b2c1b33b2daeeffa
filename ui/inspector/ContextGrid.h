// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"
#include "ui/services/Selection.h"

#include <QWidget>

namespace ricercar {

/// The steps right before a step, an octave around a pitch: a click, or Return at the cursor, toggles a cell.
class ContextGrid : public QWidget {
    Q_OBJECT

public:
    static constexpr int shownSteps = 8;
    static constexpr int reach = 12;

    explicit ContextGrid(QWidget* parent = nullptr);

    /// `changed` against `original`; the context is that of `cell`.
    void setMusic(const PianoRoll& original, const PianoRoll& changed, const CellRef& cell);
    [[nodiscard]] QSize sizeHint() const override { return {220, rows * 8}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, rows * 6}; }
    /// Where a cell is painted; empty where it is not.
    [[nodiscard]] QRectF rectOf(int step, int pitch) const;

signals:
    void toggled(int step, int pitch);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int rows = 2 * reach + 1;
    [[nodiscard]] int firstStep() const { return cell_.step - shownSteps; }

    PianoRoll original_, changed_;
    CellRef cell_;
    CellRef cursor_;
};

}  // namespace ricercar
