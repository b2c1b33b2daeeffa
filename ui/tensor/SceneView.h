// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tensor/SceneCanvas.h"
#include "ui/tensor/SceneFrame.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <memory>
#include <optional>

namespace ricercar {

/// The 3D view: camera, pointer and keys over one of the back ends. Grid coordinates are steps from the first one shown, notes
/// from the lowest, units. Draws when something changed, never by itself.
class SceneView : public QWidget {
    Q_OBJECT

public:
    explicit SceneView(QWidget* parent = nullptr);
    ~SceneView() override;

    /// Another scene; the camera stays where the box has the same shape and someone has moved it.
    void setScene(std::shared_ptr<const TensorScene> scene);
    void setLook(const SceneLook& look);
    /// What is said where there is nothing to show.
    void setHint(const QString& hint);
    void setPlayhead(std::optional<double> step);
    /// unit -1: the column.
    void setSelected(std::optional<std::array<int, 3>> cell);
    /// What the selected cell was predicted from, in the same way.
    void setSeen(std::optional<std::array<int, 3>> cell);
    void clearBox();

    void showPreset(CameraPreset preset);
    /// Flat views are parallel and are moved, not turned.
    void setFlat(bool flat);
    [[nodiscard]] bool flat() const { return flat_; }
    void zoomBy(double factor);
    void setPose(const CameraPose& pose);

    [[nodiscard]] const SceneFrame& frame() const { return frame_; }
    /// The pose the camera has, or is on its way to.
    [[nodiscard]] const CameraPose& destination() const { return destination_; }
    [[nodiscard]] bool moving() const { return frame_.moving; }
    /// Made when the view is first seen.
    [[nodiscard]] SceneCanvas* canvas() { return canvas_.get(); }

    QSize minimumSizeHint() const override { return {240, 160}; }

signals:
    /// A cell of the grid, or nothing; then -1 everywhere.
    void hovered(int x, int y, int z);
    void clicked(int x, int y, int z);
    void boxChanged(const ricercar::BoxSelection& selection);
    /// By keys or wheel: the slice that was touched last moves by so many cells, or grows.
    void sliceMoved(int cells);
    void sliceGrown(int cells);
    void flatChanged(bool flat);
    /// Somebody asked for it.
    void presetShown(ricercar::CameraPreset preset);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { None, Click, Orbit, Pan, Band };

    void takeCanvas();
    void redraw();
    void cameraMoved();
    void travel(const CameraPose& to);
    void hoverAt(QPointF at);
    [[nodiscard]] std::optional<Picked> pickAt(QPointF at) const;
    [[nodiscard]] CameraPose poseOf(CameraPreset preset) const;
    void endBand();

    SceneFrame frame_;
    std::unique_ptr<SceneCanvas> canvas_;
    QString hint_;
    CameraPose destination_, departure_;
    std::optional<CameraPreset> preset_ =
        CameraPreset::Home;  ///< the pose is still this one: fitted again when the size changes
    bool flat_ = false;
    Drag drag_ = Drag::None;
    Drag wanted_ = Drag::None;  ///< what a press becomes once the pointer moves
    QPointF pressed_, last_;
    QTimer rest_;
    QVariantAnimation journey_;
};

}  // namespace ricercar
