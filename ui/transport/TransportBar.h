#pragma once

#include <QToolBar>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace ricercar {

class Playback;
class Session;

/// What moves the playhead. The same actions stand in the menu.
class TransportBar : public QToolBar {
    Q_OBJECT

public:
    TransportBar(Session& session, Playback& playback, QWidget* parent = nullptr);

    [[nodiscard]] QList<QAction*> transportActions() const { return {play_, stop_, start_, end_, loop_}; }
    [[nodiscard]] QAction* listenAction() const { return listen_; }

private:
    void updateState();
    void updatePosition();
    void updateOutputs();
    void outputChosen(int index);

    Session& session_;
    Playback& playback_;
    QAction *start_, *play_, *stop_, *end_, *loop_, *listen_;
    QLabel* position_;
    QDoubleSpinBox* tempo_;
    QComboBox* output_;
    QLabel* outputSign_;
    QAction* signAction_;
    QSlider* volume_;
};

}  // namespace ricercar
