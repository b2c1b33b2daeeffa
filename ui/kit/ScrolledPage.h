// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ricercar {

/// A form or page that scrolls where it is too low for what is in it: never narrower than that, and no higher than it needs.
class ScrolledPage : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrolledPage(QWidget* page, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace ricercar
