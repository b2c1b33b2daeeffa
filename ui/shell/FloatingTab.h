// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QObject>
#include <QString>

class QTabWidget;
class QWidget;

namespace ricercar {

/// A page of the stage that can leave for a window of its own, on the screen; the stage then shows what it did before. Closing
/// that window brings it back.
class FloatingTab : public QObject {
    Q_OBJECT

public:
    /// The page is a tab of `tabs`, which lives as long.
    FloatingTab(QTabWidget& tabs, QWidget& page);

    void setFloating(bool floating);
    [[nodiscard]] bool floating() const { return floating_; }
    /// To the front, wherever it is.
    void bring();

signals:
    void changed(bool floating);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTabWidget& tabs_;
    QWidget& page_;
    int index_;
    QWidget* before_ = nullptr;  ///< the page that was seen before it
    QWidget* seen_ = nullptr;
    QIcon icon_;
    QString title_;
    bool floating_ = false;
};

}  // namespace ricercar
