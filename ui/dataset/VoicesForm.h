// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Remedies.h"

#include <QDialog>

#include <cstdint>
#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace ricercar {

class Curation;
class Jobs;
class WorkspaceStore;

/// A checklist of the tracks and channels of some pieces: those that are checked are kept. Deletes itself when closed.
class VoicesForm : public QDialog {
    Q_OBJECT

public:
    VoicesForm(Jobs& jobs, WorkspaceStore& store, Curation& curation, std::vector<std::int64_t> pieces, QWidget* parent);

private:
    void fill(const std::vector<VoiceFacts>& voices);
    void refresh();
    void apply();
    [[nodiscard]] std::vector<Voice> checked() const;

    Curation& curation_;
    std::vector<std::int64_t> pieces_;
    std::vector<Voice> chosen_;  ///< by the recipe of the first piece; empty: all
    QLabel* about_;
    QTreeWidget* list_;
    QPushButton* apply_;
};

}  // namespace ricercar
