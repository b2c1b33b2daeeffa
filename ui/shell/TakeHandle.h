// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class QMimeData;

namespace ricercar {

class ExportDialogs;
class Exporting;

/// Dragged out of the window it is what the roll shows, as a .mid file; a click exports it.
class TakeHandle : public QToolButton {
    Q_OBJECT

public:
    TakeHandle(Exporting& exporting, ExportDialogs& dialogs, QWidget* parent = nullptr);
    /// What a drag carries; null: nothing is shown. The caller owns it.
    [[nodiscard]] QMimeData* dragData() const;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    Exporting& exporting_;
    ExportDialogs& dialogs_;
    QPoint pressed_;
};

}  // namespace ricercar
