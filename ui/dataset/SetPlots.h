// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/DatasetPlan.h"
#include "ui/dataset/BarPlot.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;

namespace ricercar {

class Curation;
class Jobs;
class Notices;
class WorkspaceStore;

/// The current dataset as a whole: totals by subset, and eight histograms. Read on a worker, while it is seen.
class SetPlots : public QWidget {
    Q_OBJECT

public:
    SetPlots(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Plot { Pitches, Classes, Polyphony, Lengths, Bars, Meters, Keys, GridErrors, PlotCount };
    void outdated();
    void read();
    void showColumns();
    void showSummary(const DatasetSummary& summary);
    void showHistograms(const RollHistograms& sum);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Curation& curation_;
    std::array<QLabel*, 5> heads_{};
    std::array<std::array<QLabel*, 5>, 5> totals_{};  ///< by subset and all; pieces, bars, steps, notes, hours
    std::array<BarPlot*, PlotCount> plots_{};
    QGridLayout* grid_;
    int nameWidth_ = 0;  ///< of the widest name of a row
    int columns_ = 0;
    QTimer calm_;
    bool outdated_ = true;
    int asked_ = 0;
};

}  // namespace ricercar
