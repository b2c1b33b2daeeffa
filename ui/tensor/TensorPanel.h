// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Jobs.h"
#include "ui/services/TensorSurface.h"
#include "ui/tensor/SceneView.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace ricercar {

class FoldingRow;
class LayerList;
class ScaleLegend;
class Notices;
class Selection;
class Stage;
class SliceRows;

/// The tensor of what the stage shows: time x notes x features, or another source's units, for a window of steps that moves
/// with the playhead or by hand. Tensors are computed on workers, and only while the panel is seen.
class TensorPanel : public QWidget {
    Q_OBJECT

public:
    TensorPanel(Stage& stage, Selection& selection, Notices& notices, Jobs& jobs, QWidget* parent = nullptr);
    ~TensorPanel() override;

    /// For what other panels show in it.
    [[nodiscard]] TensorSurface& surface() { return *surface_; }

    /// What else can be shown than the features: activations, gradients. Replaces what was given before; the choice stays where
    /// its name does.
    void setSources(std::vector<TensorSource> sources);
    /// The name of the chosen source; empty: the features.
    [[nodiscard]] QString source() const;
    /// A control that stands beside the choice of the source.
    void addControl(QWidget* control);
    /// Whether the units are the features, so that a selected cell was predicted from the column before it.
    [[nodiscard]] bool ofFeatures() const;
    /// Units of the scene that are features; they come first.
    [[nodiscard]] int featureUnits() const;
    /// The feature that is looked at in that column; -1: all of it.
    void setSeenUnit(int unit);
    /// P(play) for what is shown; forgotten when something else is shown. Nothing: there are none.
    void setPredictions(std::optional<Predictions> predictions);
    /// In steps of the piece.
    void setPlayhead(double step);
    /// The window in steps; the panel keeps it within the piece.
    void showSteps(int first, int steps);
    /// Leaves for a window of its own, or comes back; whoever holds the panel does it.
    void setFloating(bool floating);

    [[nodiscard]] SceneView& view() { return *view_; }
    [[nodiscard]] const TensorScene* scene() const { return view_->frame().scene.get(); }
    [[nodiscard]] int first() const { return first_; }
    [[nodiscard]] int steps() const { return steps_; }
    /// Nothing is being computed, and nothing waits for it.
    [[nodiscard]] bool settled() const { return !job_ && !stale_; }
    /// The unit that was clicked last; -1: none.
    [[nodiscard]] int selectedUnit() const { return selectedUnit_; }

signals:
    /// A cell was clicked: step and pitch of the piece, unit of the tensor.
    void cellClicked(int step, int pitch, int unit);
    void seekRequested(double step);
    void floatRequested(bool floating);
    void sourceChosen();
    /// The panel is seen now, or no longer.
    void seen(bool seen);
    /// What is shown in the window changed.
    void sceneChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    class Surface;
    void makeHead();
    QWidget* makeSide();
    void connectView();
    void shownChanged();
    void takeRoll();
    void load();
    void arrived(std::shared_ptr<const TensorScene> scene);
    void look();
    void moveWindow(int first);
    void syncWindow();
    void showPlayhead();
    /// Moves the window to the selected cell; the playhead may move it on.
    void goToSelection();
    void syncSelection();
    void say(int x, int y, int z);
    [[nodiscard]] QString axisWords(int axis, int at) const;

    Stage& stage_;
    Selection& selection_;
    Notices& notices_;
    Jobs& jobs_;
    TensorSurface* surface_;
    SceneView* view_;
    LayerList* layers_;
    SliceRows* slices_;
    ScaleLegend* legend_;
    QComboBox* source_;
    FoldingRow* head_;
    QToolButton* home_;  ///< what panels add stands before it
    QComboBox* size_;
    QSlider* start_;
    QSlider* threshold_;
    QCheckBox* follow_;
    QLabel* title_;
    QLabel* words_;
    QLabel* windowWords_;
    QToolButton* flat_;
    QToolButton* float_;
    std::vector<TensorSource> sources_;
    std::map<QString, int> thresholds_;    ///< of the sources that were shown
    std::optional<QString> thresholdsOf_;  ///< the source that the slider is about
    std::shared_ptr<const PianoRoll> roll_;
    std::shared_ptr<const std::optional<Predictions>> predictions_;
    std::pair<int, std::int64_t> of_{-1, -1};  ///< kind and id of what is shown
    std::optional<Jobs::Id> job_;
    bool stale_ = true;
    int first_ = 0;
    int steps_ = 128;
    double playhead_ = 0;
    int selectedUnit_ = -1;
    int seenUnit_ = -1;
    bool clicking_ = false;
    bool rollSlice_ = false;  ///< the slice of features was switched on to show the roll
};

}  // namespace ricercar
