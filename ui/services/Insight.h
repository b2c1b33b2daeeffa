// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/CellStory.h"
#include "ui/services/PieceReading.h"

#include <QObject>

namespace ricercar {

class Generation;
class Jobs;
class Notices;
class Selection;
class Stage;
class WorkspaceStore;

/// What is painted over the roll.
enum class Map { Off, Surprise, Play, Difference };

/// What a model makes of what is shown, and of the cell that is selected in it. Asked here, computed on workers, told by
/// signals. Window's thread.
class Insight : public QObject {
    Q_OBJECT

public:
    Insight(Jobs& jobs, WorkspaceStore& store, Stage& stage, Selection& selection, Notices& notices, Generation& generation,
            QObject* parent = nullptr);

    /// The model that is asked, and one beside it.
    [[nodiscard]] PieceReading& reading() { return reading_; }
    [[nodiscard]] PieceReading& other() { return other_; }

    void setMap(Map map);
    [[nodiscard]] Map map() const { return map_; }
    /// Lists of the whole piece are looked at.
    void setListsWanted(bool wanted);
    void setMissesWanted(bool wanted);
    /// P(play) of all cells is looked at.
    void setPredictionsWanted(bool wanted);

    /// Of the selected cell; nothing yet, or none.
    [[nodiscard]] const std::optional<CellStory>& story() const { return story_; }
    [[nodiscard]] bool storyAwaited() const { return storyJob_ != 0; }

    /// Which of the features is looked at, of those that the selected cell was predicted from; -1: none.
    void selectFeature(int feature);

    /// A place that the model has in mind for the selected cell, to be seen in the roll; forgotten with the story.
    void showPlace(const std::optional<RememberedPlace>& place);
    [[nodiscard]] const std::optional<RememberedPlace>& place() const { return place_; }

    /// The music with other notes or bars: how that changes what is expected of a step. Answered by whatIfAnswered.
    struct WhatIf {
        PianoRoll changed;
        int firstChange = 0;
        int step = 0;
    };
    void askWhatIf(const WhatIf& question);
    [[nodiscard]] const StepExpectation& whatIf() const { return whatIf_; }

    /// The shown take, drawn anew from the selected cell on, which is set to `cell`: another take. Only where its model is
    /// asked.
    void branch(Cell cell);
    [[nodiscard]] bool canBranch() const;

signals:
    void mapChanged();
    void storyChanged();
    void featureSelected(int feature);
    void placeShown();
    void whatIfAnswered();

private:
    void askStory();
    void askSaliency();
    void wantReadings();

    Jobs& jobs_;
    WorkspaceStore& store_;
    Stage& stage_;
    Selection& selection_;
    Notices& notices_;
    Generation& generation_;
    PieceReading reading_;
    PieceReading other_;
    Map map_ = Map::Off;
    bool lists_ = false, misses_ = false, predictions_ = false;
    std::optional<CellStory> story_;
    StepExpectation whatIf_;
    std::optional<RememberedPlace> place_;
    int feature_ = -1;
    int storyJob_ = 0, saliencyJob_ = 0, whatIfJob_ = 0;
    int storyAsked_ = 0, whatIfAsked_ = 0;
};

}  // namespace ricercar
