// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace ricercar {

class FoldingRow;
class IconLabel;
class LevelMeter;
class Playback;
class Stage;

/// What moves the playhead, always on the screen: where it is narrow, what is needed less stands in a menu at its end. The same
/// actions stand in the menu bar.
class TransportBar : public QToolBar {
    Q_OBJECT

public:
    TransportBar(Stage& stage, Playback& playback, QWidget* parent = nullptr);

    [[nodiscard]] QList<QAction*> transportActions() const { return {play_, stop_, start_, end_, loop_}; }
    [[nodiscard]] QAction* listenAction() const { return listen_; }
    [[nodiscard]] QAction* recordAction() const { return record_; }
    [[nodiscard]] QAction* metronomeAction() const { return metronome_; }
    /// Bars before playing begins: none, one, two, four.
    [[nodiscard]] QMenu* countInMenu() const { return countIn_; }
    [[nodiscard]] QAction* panicAction() const { return panic_; }
    [[nodiscard]] QAction* settingsAction() const { return settings_; }
    /// Puts a button for a panel's own action beside the outputs.
    void addPanelAction(QAction* action);

signals:
    void settingsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateState();
    void updatePosition();
    void updateOutputs();
    void outputChosen(int index);
    void makeActions();
    void makeSoundActions();
    void layOut();
    void connectPlayback();
    QToolButton* button(QAction* action) const;

    Stage& stage_;
    Playback& playback_;
    FoldingRow* row_;
    QAction *start_, *play_, *stop_, *end_, *loop_, *listen_;
    QAction *record_ = nullptr, *metronome_, *panic_, *settings_;
    QMenu* countIn_;
    QWidget* beforeOutput_;
    LevelMeter* level_;
    QLabel* position_;
    QDoubleSpinBox* tempo_;
    QComboBox* output_;
    IconLabel* outputSign_;
    QSlider* volume_;
};

}  // namespace ricercar
