#pragma once

#include "ui/pianoroll/RollLayers.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace ricercar {

class RollGesture;

/// The piano roll: notes on bars and pitches, a keyboard, a ruler, the playhead. It shows; others decide what.
/// The layers below the playhead are kept in a pixmap, so a moving playhead repaints a few columns.
class RollView : public QWidget {
    Q_OBJECT

public:
    explicit RollView(QWidget* parent = nullptr);
    ~RollView() override;

    /// Another roll, fitted into the window. An empty one shows `hint` instead.
    void setRoll(const PianoRoll& roll, int primerSteps);
    /// The same roll with more steps: zoom and scroll stay, the new steps come into view.
    void growRoll(const PianoRoll& roll);
    void setHint(const QString& hint);
    void setPlayhead(double step);
    void setLoop(std::optional<RollContent::Loop> loop, bool on);
    void setFollow(bool follow) { follow_ = follow; }

    [[nodiscard]] const RollContent& content() const { return content_; }
    [[nodiscard]] const RollGeometry& geometryOfRoll() const { return geometry_; }
    [[nodiscard]] double playhead() const { return playhead_; }

    void scrollTo(double x, double y);
    void zoomTime(double factor);
    void zoomPitch(double factor);
    void fit();
    /// -1: none.
    void pressKey(int pitch);

signals:
    void viewChanged();
    void seekWanted(double step);
    void loopDragged(int from, int to);
    void keyPressed(int pitch);
    void keyReleased(int pitch);
    /// What is under the pointer, in words; empty: nothing.
    void hovered(const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void changed();
    void renderGround();
    [[nodiscard]] QString wordsAt(QPointF at) const;
    [[nodiscard]] QRect playheadRect(double step) const;

    RollContent content_;
    RollGeometry geometry_;
    Theme theme_;
    QPixmap ground_;
    bool groundValid_ = false;
    bool fitted_ = false;  ///< everything is shown, and nobody has zoomed or scrolled since: stays so when the size changes
    bool follow_ = true;
    double playhead_ = 0.0;
    QString hint_;
    std::unique_ptr<RollGesture> gesture_;
};

}  // namespace ricercar
