// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/Raster.h"
#include "ui/tensor/CellList.h"
#include "ui/tensor/SceneCanvas.h"
#include "ui/tensor/SceneInk.h"

#include <QImage>
#include <QPainter>

namespace ricercar {
namespace {

// Cubes that take about 20 ms and 100 ms on one core.
constexpr CellList::Budget budget{80'000, 12'000};

/// The back end without OpenGL: pixels by Raster, the rest by QPainter. The picture is kept below what moves over it.
class PainterCanvas : public QWidget, public SceneCanvas {
public:
    explicit PainterCanvas(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_OpaquePaintEvent); }

    QWidget& widget() override { return *this; }
    void setFrame(const SceneFrame* frame) override { frame_ = frame; }
    QString renderer() const override { return QStringLiteral("software"); }
    Primitive primitive() const override { return list_.primitive(); }

protected:
    void paintEvent(QPaintEvent*) override {
        if (!frame_) return;
        const qreal scale = devicePixelRatioF();
        const QSize pixels = size() * scale;
        const bool other = list_.update(*frame_, budget, true);
        if (other || picture_.size() != pixels || viewState_ != frame_->viewState || cellsState_ != frame_->cellsState) {
            draw(pixels, scale);
            viewState_ = frame_->viewState;
            cellsState_ = frame_->cellsState;
        }
        QPainter painter(this);
        painter.drawImage(0, 0, picture_);
        paintOverlay(painter, *frame_);
    }

private:
    void draw(QSize pixels, qreal scale) {
        if (picture_.size() != pixels) picture_ = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
        picture_.setDevicePixelRatio(scale);
        {
            QPainter painter(&picture_);
            paintGround(painter, *frame_);
        }
        if (!frame_->scene) return;
        const PixelView view{reinterpret_cast<std::uint32_t*>(picture_.bits()), picture_.width(), picture_.height(),
                             static_cast<int>(picture_.bytesPerLine() / 4)};
        rasterCells(view, list_.cells(), CellFaces(frame_->camera, frame_->scene->cells.box(), scale), list_.primitive());
    }

    const SceneFrame* frame_ = nullptr;
    CellList list_;
    QImage picture_;
    std::uint64_t viewState_ = 0, cellsState_ = 0;
};

}  // namespace

std::unique_ptr<SceneCanvas> makePainterCanvas(QWidget* parent) { return std::make_unique<PainterCanvas>(parent); }

}  // namespace ricercar
