// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/RollOptions.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace ricercar {

class ElidedLabel;
class FoldingRow;

/// The line over the roll: what is shown, in which form, and how. What has no room stands in a menu at its end.
class RollHeader : public QWidget {
    Q_OBJECT

public:
    explicit RollHeader(QWidget* parent = nullptr);

    /// What can be chosen for what is shown.
    struct Offer {
        QString title, facts;
        bool grid = false, free = false;                        ///< the forms there are
        Representation form = Representation::Grid;             ///< that is shown
        KeyEstimate key;                                        ///< correlation 0: none was found
        std::vector<std::pair<std::int64_t, QString>> takes{};  ///< that can lie beneath
    };
    void setOffer(const Offer& offer);
    void setFacts(const QString& facts);
    [[nodiscard]] const RollOptions& options() const { return options_; }
    void setOptions(const RollOptions& options);
    /// More of the tools that change notes, between the forms and what is seen.
    void addTool(QWidget* tool, int fold = 0);

signals:
    void optionsChanged();
    void zoomRequested(double factor);
    void fitRequested();
    void fitSelectionRequested();
    void fitLoopRequested();

private:
    void layOut();
    void connectChoices();
    void choose(const RollOptions& options);
    void sync();
    void fillBeneath();
    void fillScale();
    void fillView();

    RollOptions options_;
    Offer offer_;
    ElidedLabel *title_, *facts_;
    QToolButton *grid_, *free_, *beneath_, *scale_, *view_;
    QMenu *beneathMenu_, *scaleMenu_, *viewMenu_;
    FoldingRow* row_;
    QWidget* afterTools_;
};

}  // namespace ricercar
