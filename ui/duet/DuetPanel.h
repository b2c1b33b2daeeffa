// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duet/DuetSettings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ricercar {

class ComputerKeys;
class Duetting;
class MutedLabel;
class WorkspaceStore;

/// Playing with a model: who plays when, how fast, and where the duet stands.
class DuetPanel : public QWidget {
    Q_OBJECT

public:
    DuetPanel(Duetting& duetting, WorkspaceStore& store, QWidget* parent = nullptr);

    /// The form as settings.
    [[nodiscard]] DuetSettings settings() const;

signals:
    /// A MIDI keyboard is to be chosen.
    void inputRequested();

private:
    QWidget* form();
    void makeFields();
    void fillModels();
    void showModel();
    void showKind();
    void showKeyboard();
    void showState();
    void pressed();

    Duetting& duetting_;
    WorkspaceStore& store_;
    ComputerKeys* keys_;
    QFormLayout* rows_ = nullptr;
    QComboBox* model_;
    QComboBox* kind_;
    QSpinBox* bars_;
    QComboBox* voices_;
    QComboBox* meter_;
    QSpinBox* tempo_;
    QSpinBox* temperature_;
    QCheckBox* metronome_;
    QLabel* keyboard_;
    QPushButton* choose_;
    QLabel* turn_;
    MutedLabel* figures_;
    QPushButton* start_;
};

}  // namespace ricercar
