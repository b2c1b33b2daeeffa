// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/Takes.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace ricercar {

class PrimerChooser;
class Stage;
class WorkspaceStore;

/// What is always asked: model, primer, bars, variations, seed, temperature.
class MusicForm : public QWidget {
    Q_OBJECT

public:
    MusicForm(WorkspaceStore& store, Stage& stage, QWidget* parent = nullptr);

    void show(const TakeRequest& request);
    void applyTo(TakeRequest& request) const;
    [[nodiscard]] PrimerChooser& primer() { return *primer_; }
    [[nodiscard]] const PrimerChooser& primer() const { return *primer_; }
    [[nodiscard]] QComboBox& model() { return *checkpoint_; }
    /// Any checkpoint's file; one that is not in the list joins it.
    void chooseModel(const std::filesystem::path& file);
    [[nodiscard]] int bars() const;
    void setBars(int bars);
    void setPrimerBars(int bars);
    [[nodiscard]] int variations() const;
    [[nodiscard]] double temperature() const;
    /// Where it still shows the one, it shows the other.
    void followTemperature(double before, double now);
    /// A curve stands in place of the number.
    void setCurved(bool curved);
    /// Another seed, where each take is to have its own and this one was used.
    void freshSeed();
    [[nodiscard]] int seed() const;
    void setNewSeeds(bool on);

signals:
    void changed();
    void primerChanged();
    void modelChanged();

private:
    void makeFields();
    void layOut();
    void fillModels();
    void showPrimer();

    WorkspaceStore& store_;
    QComboBox* checkpoint_;
    PrimerChooser* primer_;
    QSpinBox* primerBars_;
    QLabel* primerBarsLabel_;
    QSpinBox* bars_;
    QSpinBox* variations_;
    QSpinBox* seed_;
    QToolButton* dice_;
    QCheckBox* newSeed_;
    QDoubleSpinBox* temperature_;
    std::uint64_t wideSeed_ = 1;  ///< of what is shown, which may be longer than the field has room for
    std::optional<int> usedSeed_;
    std::filesystem::path otherModel_;  ///< that joined the list
};

}  // namespace ricercar
