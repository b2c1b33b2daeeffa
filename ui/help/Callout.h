// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace ricercar {

/// A box with a few words that points at a part of a window, over everything else in it. A frame is drawn around the part.
class Callout : public QFrame {
    Q_OBJECT

public:
    explicit Callout(QWidget& window);
    ~Callout() override;

    void say(const QString& title, const QString& words, const QString& place, bool last);
    /// In the window's coordinates; empty: nothing is pointed at, and the box stands in the middle.
    void pointAt(const QRect& part);

signals:
    void nextPressed();
    void skipPressed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Marker;
    QWidget& window_;
    QPointer<QWidget> marker_;  ///< the window may have deleted it
    QLabel* title_;
    QLabel* words_;
    QLabel* place_;
    QPushButton* skip_;
    QPushButton* next_;
};

}  // namespace ricercar
