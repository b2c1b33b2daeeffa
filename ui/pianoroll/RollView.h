// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollLayer.h"
#include "ui/pianoroll/RollInput.h"
#include "ui/pianoroll/RollNavigator.h"
#include "ui/pianoroll/tools/RollStage.h"

#include <QPixmap>
#include <QWidget>

#include <memory>
#include <vector>

namespace ricercar {

/// The piano roll: notes on bars and pitches, a keyboard, rulers, the velocities, all of it small, the playhead. It shows;
/// others decide what. Layers that rarely change are kept in a picture, so a moving playhead repaints a few columns.
class RollView : public QWidget, public RollStage {
    Q_OBJECT

public:
    explicit RollView(QWidget* parent = nullptr);
    ~RollView() override;

    /// What is shown; zoom and scroll stay, or everything comes into view (`fitted`). Loop and keys that are down stay, too.
    void setContent(RollContent content, bool fitted);
    /// A roll alone, fitted into the window. An empty one shows the hint instead.
    void setRoll(const PianoRoll& roll, int primerSteps);
    /// The same music with more steps: zoom and scroll stay, the new steps come into view.
    void growContent(RollContent content);
    void setHint(const QString& hint);
    [[nodiscard]] const QString& hint() const { return hint_; }
    void setPlayhead(double step);
    void setLoop(std::optional<RollContent::Loop> loop, bool on);
    void setScale(std::optional<Scale> scale);
    void setSnap(Snap snap);
    /// Keys that are down elsewhere: a MIDI keyboard's.
    void setKeyDown(int pitch, bool down);
    void setFollow(Follow follow) { navigator_.setFollow(follow); }
    /// Of the music that has velocities; else the lane is hidden.
    void setLaneShown(bool shown);
    [[nodiscard]] bool laneShown() const { return laneShown_; }

    /// What the music is changed through; nullptr: it cannot be. Outlives the view, or is taken back.
    void setEditor(Editor* editor) { editor_ = editor; }
    void setMainTool(std::unique_ptr<RollTool> tool);
    void addTool(std::unique_ptr<RollTool> tool) { input_->add(std::move(tool)); }
    /// Above the notes; an overlay below the playhead.
    void addLayer(std::unique_ptr<RollLayer> layer);

    [[nodiscard]] const RollContent& content() const override { return content_; }
    [[nodiscard]] const RollGeometry& geometryOfRoll() const override { return navigator_.geometry(); }
    [[nodiscard]] double playhead() const override { return playhead_; }
    RollNavigator& navigator() override { return navigator_; }
    Editor* editor() override { return editor_; }
    void select(const NoteSet& notes) override;
    void markArea(std::optional<RollContent::Area> area) override;
    void setCurrent(std::optional<NoteId> note) override;
    void pressKey(int pitch) override;
    void chooseLoop(int from, int to) override { emit loopDragged(from, to); }
    void chooseSeek(double step) override { emit seekRequested(step); }
    void setLaneHeight(int height) override;
    void refresh(const QRectF& area) override { update(area.toAlignedRect()); }

    void scrollTo(double x, double y) { navigator_.scrollTo(x, y); }
    /// Around the playhead where it is seen, else the middle.
    void zoomTime(double factor);
    void zoomPitch(double factor);
    void fit() { navigator_.fit(); }
    /// A note, bar and pitch in words; empty: nothing is there.
    [[nodiscard]] QString wordsAt(QPointF at) const;
    [[nodiscard]] QString wordsOf(const ShownNote& note) const;
    /// The kept layers and the others into a picture of the widget's size, as paintEvent does.
    void paintAll(QPainter& painter, double scale);

signals:
    void viewChanged();
    void contentChanged();
    void selectionChanged();
    void seekRequested(double step);
    void loopDragged(int from, int to);
    /// The left button went down on a cell of the notes.
    void cellPressed(int step, int pitch);
    void keyPressed(int pitch);
    void keyReleased(int pitch);
    /// Space was tapped.
    void playRequested();
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
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    void changed();
    /// A screen reader says what has the keyboard now.
    void tellValue();
    void showCursor();
    void takeContent(RollContent content);
    [[nodiscard]] int laneHeightNow() const { return laneShown_ && content_.hasVelocities() ? laneHeight_ : 0; }
    [[nodiscard]] RollPaint paintWith(QPainter& painter, double scale) const;
    void renderGround();

    RollContent content_;
    RollNavigator navigator_;
    Theme theme_;
    std::vector<std::unique_ptr<RollLayer>> layers_;
    std::size_t layersAboveNotes_ = 0;  ///< where further ones are put
    std::unique_ptr<RollInput> input_;
    Editor* editor_ = nullptr;
    QPixmap ground_;
    bool groundValid_ = false;
    std::uint64_t revision_ = 1;
    double playhead_ = 0.0;
    int pressedKey_ = -1;
    int laneHeight_ = 72;
    bool laneShown_ = true;
    QString hint_;
};

}  // namespace ricercar
