// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

#include <cstdint>
#include <functional>
#include <vector>

class QMenu;

namespace ricercar {

/// The table of pieces: columns can be sorted, moved, hidden and made wider from its header. The title comes first, takes the
/// room the others leave, and stays in sight when the table is scrolled sideways.
class PieceTable : public QTreeView {
    Q_OBJECT

public:
    explicit PieceTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Order, widths and which are shown, to be kept between sessions: "bars:44", "-meter:60" for a hidden one; then the
    /// column it is sorted by, "<bars" or ">bars".
    [[nodiscard]] QStringList layoutWords() const;
    /// Columns it does not name are as they are at first.
    void restoreLayout(const QStringList& words);
    void showColumns(const std::function<bool(int)>& which);
    /// An entry a column, checked where it is shown.
    void fillColumnMenu(QMenu* menu);
    [[nodiscard]] std::vector<std::int64_t> selectedIds() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void showHeaderMenu(const QPoint& at);
    /// The title takes what is left.
    void fitTitle();
    void setWidth(int column, int width);
    /// The title's copy at the left edge, there while the table is scrolled sideways.
    void placeFrozen();

    QTreeView* frozen_;
    int titleWidth_ = 0;       ///< at least
    std::vector<int> widths_;  ///< by column, also where it is hidden
    bool fitting_ = false;
};

}  // namespace ricercar
