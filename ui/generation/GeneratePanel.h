// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/ModelCard.h"
#include "core/music/PianoRoll.h"
#include "core/workbench/TakeOrigin.h"
#include "core/workbench/Takes.h"
#include "ui/services/Newest.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ricercar {

class Curation;
class Generation;
class GivenCells;
class Jobs;
class Notices;
class RequestForm;
class Stage;
class WorkspaceStore;

/// What to generate with: the request as a form, what is wrong with it, and the button.
class GeneratePanel : public QWidget {
    Q_OBJECT

public:
    GeneratePanel(WorkspaceStore& store, Stage& stage, Notices& notices, Generation& generation, Curation& curation, Jobs& jobs,
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
    /// The request as a file, for this form and the command line, and back.
    void saveRequest(const std::filesystem::path& file);
    void openRequest(const std::filesystem::path& file);
    /// Steps of what the roll shows that are selected there.
    void setSelected(std::function<std::optional<std::pair<int, int>>()> selected);
    /// Cells that the next take keeps; marked in the roll.
    [[nodiscard]] GivenCells& given() { return *given_; }
    [[nodiscard]] int variations() const;
    [[nodiscard]] int bars() const;

signals:
    void primerFileRequested();
    void saveRequested();
    void openRequested();
    /// All of useSetupOf or openRequest is in the form.
    void setupShown();

private:
    QWidget* makeFoot();
    /// Where the form still shows what the last model wanted, it shows what this one wants.
    void showModel();
    void modelsChanged();
    void generatePressed();
    void update();
    void check();
    void tellProblem(const QString& problem, const std::vector<Message>& remarks);
    void askVelocities();
    void tell(const Message& problem);

    WorkspaceStore& store_;
    Stage& stage_;
    Notices& notices_;
    Generation& generation_;
    Curation& curation_;
    Jobs& jobs_;
    GivenCells* given_;
    RequestForm* form_;
    QLabel* problem_ = nullptr;
    QPushButton* generate_ = nullptr;
    QProgressBar* progress_ = nullptr;

    std::shared_ptr<const Checkpoint> header_;  ///< of the model that is chosen; null: it cannot be read
    QTimer calm_;                               ///< until nothing changes any more, before the request is checked
    Newest checks_;
    QString refused_;  ///< why the request cannot be drawn
    bool velocitiesAwaited_ = false;
    std::int64_t primerAwaited_ = 0;
    std::int64_t wantedRun_ = 0;
};

}  // namespace ricercar
