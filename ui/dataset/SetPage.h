// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ricercar {

class Curation;
class Jobs;
class Notices;
class WorkspaceStore;

/// On the stage: rules and split of the current dataset on the left, the set as a whole on the right. What is tried out is
/// shown at once and becomes so when it is applied.
class SetPage : public QWidget {
    Q_OBJECT

public:
    SetPage(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, QWidget* parent = nullptr);

private:
    void refresh();
    /// A warning where one piece weighs too much; empty: none does.
    [[nodiscard]] QString lopsidedWords() const;

    Curation& curation_;
    QLabel* name_;
    QLabel* effect_;
    QPushButton* apply_;
    QPushButton* discard_;
};

}  // namespace ricercar
