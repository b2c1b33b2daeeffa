// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Curation.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace ricercar {

/// Where the first bar line stands and how far the notes are shifted, applied while it is changed; all of it is one step.
/// Deletes itself when closed.
class GridForm : public QDialog {
    Q_OBJECT

public:
    GridForm(Jobs& jobs, WorkspaceStore& store, Notices& notices, Changes& changes, Curation& curation,
             std::vector<std::int64_t> pieces, QWidget* parent);

private:
    /// What the first piece has now.
    void read();
    void edited();
    void apply();
    void findShift();

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Changes& changes_;
    Curation& curation_;
    std::vector<std::int64_t> pieces_;
    std::shared_ptr<Curation::Series> series_;
    QCheckBox* byHand_;
    QSpinBox* pickup_;
    QDoubleSpinBox* shift_;
    QLabel* found_;
    QTimer calm_;  ///< runs while it is changed
    bool reading_ = false;
};

}  // namespace ricercar
