// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTimer;

namespace ricercar {

class Curation;
class LossPlot;
class WorkspaceStore;
class TrainForm;
class Training;

/// Train, watch, go on: the form on the left, figures and curves on the right.
class TrainingPanel : public QWidget {
    Q_OBJECT

public:
    TrainingPanel(WorkspaceStore& store, Training& training, Curation& curation, QWidget* parent = nullptr);

    /// The run that "Go on" and "Fine-tune" are about; 0: none.
    void setSelectedRun(std::int64_t run);
    /// As soon as it is known what that means.
    void resume(std::int64_t run);
    void fineTune(std::int64_t run);
    /// Another page beside that of the pieces.
    void addSection(QWidget* page, const QString& title);
    /// The pieces' (nothing), or one that was added.
    void showSection(QWidget* page = nullptr);
    [[nodiscard]] LossPlot& plot() { return *plot_; }

signals:
    void exportCsvRequested();
    void exportPngRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* formColumn();
    QWidget* plotColumn();
    void trainPressed();
    void updateButtons();
    void updateRunButtons(bool music);
    /// Who trains the shown run, or what going on with it means.
    [[nodiscard]] QString noteWords() const;
    void prospectCame();
    void goOn();
    /// What training on the set with the form's settings means; the last sentence follows from the run in training.
    void updateEstimate();
    void showEstimate();
    void updateCurve();
    void growCurve();
    void updateFigures();
    /// Of the current dataset.
    [[nodiscard]] std::int64_t trainSteps() const;
    /// What is learnt from and what the rules took out, in words.
    [[nodiscard]] QString setWords() const;
    [[nodiscard]] std::optional<PitchRange> sounding() const;

    WorkspaceStore& store_;
    Training& training_;
    Curation& curation_;
    QTabWidget* sections_;
    TrainForm* form_;
    QPushButton* train_;
    QPushButton* resume_;
    QPushButton* fineTune_;
    QLabel* note_;
    QTimer* ask_;  ///< what going on means, a while after the set has changed
    QLabel* figures_[6];
    QStackedWidget* pages_;
    QLabel* runName_;
    LossPlot* plot_;
    QString estimate_;
    std::int64_t selectedRun_ = 0;
    std::int64_t wanted_ = 0;  ///< to go on with once it is known what that means
};

}  // namespace ricercar
