// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ricercar {

/// A label that ends in "…" where it has no room; the tooltip then has the whole text. Its words never ask for width.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;

    /// Facts between " · ": those at the end drop out one by one.
    void setDropping(bool on) { dropping_ = on; }
    /// In the quieter text colour.
    void setMuted(bool on) { muted_ = on; }
    /// As it is painted.
    [[nodiscard]] QString shown() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool dropping_ = false;
    bool muted_ = false;
};

/// As much of the text as there is room for: of facts between " · " those at the end drop out, the first one ends in "…".
QString droppedTo(int width, const QString& facts, const QFontMetrics& metrics);

}  // namespace ricercar
