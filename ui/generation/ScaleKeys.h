// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <cstdint>

namespace ricercar {

/// An octave of keys that are on or off: the pitch classes of a scale. A click or Space turns one, arrows go from key to key.
class ScaleKeys : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString remembered READ remembered WRITE remember)

public:
    explicit ScaleKeys(QWidget* parent = nullptr);

    /// Bit 0: C ... bit 11: B, as Constraints::pitchClasses; one at least.
    [[nodiscard]] std::uint16_t pitchClasses() const { return classes_; }
    void setPitchClasses(std::uint16_t classes);

    [[nodiscard]] QString remembered() const { return QString::number(classes_); }
    void remember(const QString& classes);

    /// Where the key is.
    [[nodiscard]] QRect keyRect(int pitchClass) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A person turned a key.
    void edited();
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int keyAt(QPoint at) const;
    void turn(int pitchClass);
    void paintKey(QPainter& painter, int pitchClass) const;

    std::uint16_t classes_;
    int current_ = 0;  ///< the key that the keyboard is at
};

}  // namespace ricercar
