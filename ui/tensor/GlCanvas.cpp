// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/CellList.h"
#include "ui/tensor/GlProbe.h"
#include "ui/tensor/GlRenderer.h"
#include "ui/tensor/SceneCanvas.h"
#include "ui/tensor/SceneInk.h"

#include <QOpenGLContext>
#include <QOpenGLWidget>
#include <QPainter>
#include <QSurfaceFormat>

namespace ricercar {
namespace {

constexpr CellList::Budget onProcessor{60'000, 12'000};
constexpr CellList::Budget onCard{1'500'000, 400'000};

/// The back end with OpenGL. Its context goes and comes again when the panel moves to another window.
class GlCanvas : public QOpenGLWidget, public SceneCanvas {
public:
    explicit GlCanvas(QWidget* parent) : QOpenGLWidget(parent) { setFormat(glFormat()); }
    ~GlCanvas() override {
        disconnect(leaving_);
        if (context()) drop();
    }

    QWidget& widget() override { return *this; }
    void setFrame(const SceneFrame* frame) override { frame_ = frame; }
    QString renderer() const override { return QStringLiteral("OpenGL %1, %2").arg(glFacts().version, glFacts().renderer); }
    Primitive primitive() const override { return list_.primitive(); }
    bool failed() const override { return failed_; }

protected:
    void initializeGL() override {
        leaving_ = connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { drop(); });
        failed_ = !gl_.create();
        if (failed_) qWarning("The shaders of the tensor view do not compile: %s", qPrintable(gl_.problem()));
        fresh_ = true;
    }

    void paintGL() override {
        if (!frame_ || failed_) return;
        const bool other = list_.update(*frame_, glFacts().software ? onProcessor : onCard, false);
        QPainter painter(this);
        paintGround(painter, *frame_);
        if (frame_->scene) {
            painter.beginNativePainting();
            if (other || fresh_) gl_.upload(list_.cells());
            fresh_ = false;
            gl_.draw(frame_->camera, frame_->scene->cells.box(), list_.primitive(), frame_->look.translucent(),
                     devicePixelRatioF());
            painter.endNativePainting();
        }
        paintOverlay(painter, *frame_);
    }

private:
    void drop() {
        makeCurrent();
        gl_.destroy();
        doneCurrent();
    }

    const SceneFrame* frame_ = nullptr;
    CellList list_;
    GlRenderer gl_;
    QMetaObject::Connection leaving_;
    bool fresh_ = true;
    bool failed_ = false;
};

}  // namespace

std::unique_ptr<SceneCanvas> makeGlCanvas(QWidget* parent) { return std::make_unique<GlCanvas>(parent); }

}  // namespace ricercar
