// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelCard.h"
#include "core/music/PianoRoll.h"
#include "core/workbench/TakeOrigin.h"
#include "core/workbench/Takes.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace ricercar {

class Generation;
class Jobs;
class Notices;
class Stage;
class WorkspaceStore;

/// What to generate with: checkpoint, primer, length, seed, temperature, guards; and the button.
class GeneratePanel : public QWidget {
    Q_OBJECT

public:
    GeneratePanel(WorkspaceStore& store, Stage& stage, Notices& notices, Generation& generation, Jobs& jobs,
                  QWidget* parent = nullptr);

    /// The form as a request.
    [[nodiscard]] TakeRequest request() const;
    /// Chooses the best checkpoint of a run.
    void chooseRun(std::int64_t run);
    /// Chooses one of the workspace's checkpoints by its file.
    void chooseFile(const std::filesystem::path& file);
    /// What the roll shows becomes the primer, as soon as it is there.
    void useShownAsPrimer();
    void usePieceAsPrimer(std::int64_t piece);
    void useFileAsPrimer(const std::filesystem::path& file);
    void clearPrimer();
    /// The form shows how a take was made, its model and its primer as well: pressed, the button makes it again.
    void useSetupOf(const Take& take);

signals:
    void primerFileRequested();
    /// All of useSetupOf is in the form.
    void setupShown();

private:
    QWidget* form();
    void makeMusicFields();
    void makeDrawFields();
    void fillCheckpoints();
    void fillPrimerMenu();
    /// Where the form still shows what the last model wanted, it shows what this one wants.
    void showModel();
    void showSetup(const Take& take, const TakeOrigin& origin);
    void setPrimer(PianoRoll roll, double tempo, const QString& title);
    void generatePressed();
    void update();

    WorkspaceStore& store_;
    Stage& stage_;
    Notices& notices_;
    Generation& generation_;
    Jobs& jobs_;
    QComboBox* checkpoint_;
    QToolButton* primer_;
    QSpinBox* primerBars_;
    QLabel* primerBarsLabel_;
    QSpinBox* bars_;
    QSpinBox* variations_;
    QSpinBox* seed_;
    QToolButton* dice_;
    QCheckBox* newSeed_;
    QDoubleSpinBox* temperature_;
    QDoubleSpinBox* conservativity_;
    QDoubleSpinBox* floor_;
    QCheckBox* density_;
    QCheckBox* silence_;
    QPushButton* generate_;
    QProgressBar* progress_;

    SampleSettings usual_;    ///< the way of the model that is chosen
    QString usualOf_;         ///< its file
    SampleSettings unshown_;  ///< what the form does not show: the model's way, or that of the take whose setup is shown
    std::optional<PianoRoll> primerRoll_;
    double primerTempo_ = 0;
    QString primerTitle_;
    std::int64_t primerAwaited_ = 0;
    std::optional<int> usedSeed_;
    std::int64_t wantedRun_ = 0;
};

}  // namespace ricercar
