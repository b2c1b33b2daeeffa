// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/Raster.h"
#include "tests/support/TestData.h"
#include "ui/services/FeatureTensor.h"
#include "ui/tensor/GlProbe.h"
#include "ui/tensor/GlRenderer.h"
#include "ui/tensor/SceneInk.h"
#include "ui/tensor/SceneView.h"
#include "ui/tensor/TensorScene.h"

#include <QImage>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QOpenGLFunctions>
#include <QtTest>

using namespace ricercar;

/// Both back ends, side by side. A context is enough, so this runs on the offscreen platform, too, where there is a display.
class tst_GlRenderer : public QObject {
    Q_OBJECT

    static constexpr QSize size{800, 600};
    QOpenGLContext context_;
    QOffscreenSurface surface_;
    PianoRoll roll_ = test::randomRoll(5, 64, {48, 76}, 3.0);

    QImage byGl(const std::vector<PaintedCell>& cells, const Camera& camera, const SceneBox& box, Primitive primitive,
                bool ordered) {
        QOpenGLFramebufferObject target(size, QOpenGLFramebufferObject::CombinedDepthStencil);
        target.bind();
        QOpenGLFunctions* gl = context_.functions();
        gl->glViewport(0, 0, size.width(), size.height());
        gl->glClearColor(1, 1, 1, 1);
        gl->glClear(GL_COLOR_BUFFER_BIT);
        GlRenderer renderer;
        if (!renderer.create()) qFatal("%s", qPrintable(renderer.problem()));
        renderer.upload(cells);
        renderer.draw(camera, box, primitive, ordered, 1.0);
        const QImage image = target.toImage().convertToFormat(QImage::Format_RGB32);
        renderer.destroy();
        return image;
    }
    static QImage bySoftware(const std::vector<PaintedCell>& cells, const Camera& camera, const SceneBox& box,
                             Primitive primitive) {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        rasterCells({reinterpret_cast<std::uint32_t*>(image.bits()), image.width(), image.height(),
                     static_cast<int>(image.bytesPerLine() / 4)},
                    cells, CellFaces(camera, box), primitive);
        return image.convertToFormat(QImage::Format_RGB32);
    }
    /// Share of pixels that differ by more than 24 of 255 in some channel, among those that are not white in both.
    static double difference(const QImage& a, const QImage& b) {
        int painted = 0, other = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x) {
                const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
                if ((p & 0xFFFFFFU) == 0xFFFFFFU && (q & 0xFFFFFFU) == 0xFFFFFFU) continue;
                ++painted;
                const int most =
                    std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
                if (most > 24) ++other;
            }
        return painted > 5000 ? static_cast<double>(other) / painted : 1.0;
    }

private slots:
    void initTestCase() {
        context_.setFormat(glFormat());
        surface_.setFormat(glFormat());
        surface_.create();
        if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
            QSKIP("No display, so no OpenGL context");
        if (!context_.create() || !context_.makeCurrent(&surface_)) QSKIP("No OpenGL context can be made here");
        if (std::pair(context_.format().majorVersion(), context_.format().minorVersion()) < std::pair(3, 3))
            QSKIP("OpenGL is older than 3.3 here");
    }

    void bothBackEndsDrawTheSame_data() {
        QTest::addColumn<CameraPreset>("preset");
        QTest::addColumn<bool>("points");
        QTest::addColumn<double>("opacity");
        QTest::newRow("home") << CameraPreset::Home << false << 1.0;
        QTest::newRow("home, points") << CameraPreset::Home << true << 1.0;
        QTest::newRow("home, translucent") << CameraPreset::Home << false << 0.4;
        QTest::newRow("time x note") << CameraPreset::TimeNote << false << 1.0;
        QTest::newRow("time x feature") << CameraPreset::TimeFeature << false << 1.0;
        QTest::newRow("note x feature") << CameraPreset::NoteFeature << false << 1.0;
    }
    void bothBackEndsDrawTheSame() {
        QFETCH(const CameraPreset, preset);
        QFETCH(const bool, points);
        QFETCH(const double, opacity);
        const auto scene = tensorScene(featureTensor(roll_, 0, 48), roll_);
        SceneLook look;
        for (const QColor& color : layerColors(Theme(Theme::lightPalette()), 6))
            look.layers.push_back({true, toSceneColor(color), false, opacity});
        look.slices.axis[2] = {true, 0, 50};
        const SceneBox& box = scene->cells.box();
        Camera camera;
        camera.setViewport(size.width(), size.height());
        camera.setPose(presetPose(preset, box, size.width(), size.height(), 20));
        std::vector<PaintedCell> cells;
        drawList(scene->cells, look, eyeCell(camera, box), points, cells);
        QVERIFY(!cells.empty());
        const Primitive primitive = points ? Primitive::Points : Primitive::Cubes;
        const QImage gl = byGl(cells, camera, box, primitive, opacity < 1.0);
        const QImage software = bySoftware(cells, camera, box, primitive);
        const double share = difference(gl, software);
        if (share >= 0.02) {
            gl.save(QDir::tempPath() + "/tst_GlRenderer-gl.png");
            software.save(QDir::tempPath() + "/tst_GlRenderer-software.png");
        }
        QVERIFY2(share < (points ? 0.10 : 0.02), qPrintable(QString::number(share)));
    }

    /// The widget itself, in a window that comes and goes; only where one can be shown.
    void theWidgetSurvivesOtherWindows() {
        if (!glFacts().usable) QSKIP(qPrintable(glFacts().why));
        qputenv("RICERCAR_3D", "gl");
        QWidget first, second;
        first.resize(500, 400);
        second.resize(500, 400);
        auto* view = new SceneView(&first);
        view->resize(400, 300);
        view->setScene(tensorScene(featureTensor(roll_, 0, 48), roll_));
        SceneLook look;
        for (const QColor& color : layerColors(Theme::current(), 6))
            look.layers.push_back({true, toSceneColor(color), false, 1.0});
        view->setLook(look);
        const auto painted = [&] {
            const QImage image = view->grab().toImage();
            QSet<QRgb> colors;
            for (int y = 0; y < image.height(); y += 2)
                for (int x = 0; x < image.width(); x += 2) colors << image.pixel(x, y);
            return colors.size() > 20;
        };
        first.show();
        QVERIFY(QTest::qWaitForWindowExposed(&first));
        QVERIFY(view->canvas()->renderer().startsWith(QLatin1String("OpenGL")));
        QVERIFY(QTest::qWaitFor(painted, 5'000));
        for (QWidget* home : {&second, static_cast<QWidget*>(nullptr), &first}) {
            view->setParent(home);
            if (home) home->show();
            view->show();
            QVERIFY(QTest::qWaitForWindowExposed(view->window()));
            QVERIFY(QTest::qWaitFor(painted, 5'000));
        }
    }
};

QTEST_MAIN(tst_GlRenderer)
#include "tst_GlRenderer.moc"
