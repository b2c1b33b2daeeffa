// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace ricercar {

/// Controls in a line. Where it is too narrow, those that may fold leave it for a menu at its end, in the order asked for.
class FoldingRow : public QWidget {
    Q_OBJECT

public:
    explicit FoldingRow(QWidget* parent = nullptr);

    /// `fold` 0: stays always; else the lowest leaves first. Buttons, boxes of choices and labels may fold; labels vanish.
    void add(QWidget* control, int fold = 0, int stretch = 0);
    void insert(QWidget* before, QWidget* control, int fold = 0);
    /// Space between groups.
    void addGap(int width);
    /// From here on to the right.
    void addStretch();
    void setMargins(int left, int top, int right, int bottom);
    void setSpacing(int pixels);
    [[nodiscard]] bool isFolded(const QWidget* control) const;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Entry {
        QWidget* control;
        int fold;
        bool folded = false;
    };
    [[nodiscard]] int widthOf(const Entry& entry) const;
    [[nodiscard]] int needed(int foldsUpTo) const;
    void fold();
    void fillMenu();

    QHBoxLayout* row_;
    QToolButton* more_;
    QMenu* menu_;
    std::vector<Entry> entries_;
    bool folding_ = false;
};

}  // namespace ricercar
