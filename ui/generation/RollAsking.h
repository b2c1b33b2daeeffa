// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/TakeOrigin.h"

#include <QObject>

#include <optional>
#include <vector>

class QAction;
class QMenu;

namespace ricercar {

class GeneratePanel;
class Redrawing;
class RollSurface;
class Stage;
class WorkspaceStore;

/// What can be asked of a model about the part of the roll that is selected: drawn again, gone on from, harmonised, kept
/// silent. The actions stand in the roll's context menu, in the row beneath it and in the window's menu; one that cannot be
/// done says why in its tooltip.
class RollAsking : public QObject {
    Q_OBJECT

public:
    RollAsking(RollSurface& roll, Stage& stage, WorkspaceStore& store, Redrawing& redrawing, GeneratePanel& form,
               QObject* parent = nullptr);

    /// Steps, bars and pitches: of the selected notes or the marked place, else of the loop, else the playhead's bar.
    struct Part {
        int first = 0, end = 0;  ///< steps
        int bar = 0, bars = 1;   ///< from 0
        std::optional<PitchRange> pitches{};
        bool chosen = false;  ///< by a person; else the playhead's bar
    };
    [[nodiscard]] std::optional<Part> part() const;
    [[nodiscard]] const std::vector<QAction*>& actions() const { return actions_; }

    void setPlayhead(double step);

signals:
    /// Something was put into the form, which is to be seen.
    void formRequested();

private:
    QAction* add(const char* name, void (RollAsking::*act)());
    void fill(QMenu* menu);
    void update();
    void drawAgain();
    void goOn();
    void keepNotes();
    void keepSilent();
    [[nodiscard]] std::vector<RollNote> chosenNotes() const;
    /// Where new music begins: at the selection, else after the take's last bar.
    [[nodiscard]] int barToGoOnFrom() const;
    [[nodiscard]] QString barsWords(const Part& part) const;

    RollSurface& roll_;
    Stage& stage_;
    WorkspaceStore& store_;
    Redrawing& redrawing_;
    GeneratePanel& form_;
    std::vector<QAction*> actions_;  ///< before those that join it
    QAction *again_, *goOn_, *keep_, *silent_;
    int playheadBar_ = 0;
};

}  // namespace ricercar
