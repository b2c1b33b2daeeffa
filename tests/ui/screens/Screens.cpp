// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Resources.h"
#include "tests/ui/Window.h"
#include "ui/kit/Theme.h"
#include "ui/kit/WorkbenchStyle.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/services/Insight.h"
#include "ui/shell/Translation.h"
#include "ui/tensor/GlProbe.h"
#include "ui/words/Words.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

#include <cstdio>

using namespace ricercar;

namespace {

struct Size {
    int width, height;
};
constexpr Size sizes[]{{1024, 600}, {1366, 768}, {2560, 1440}};

/// The window with the demo dataset, a short run and two takes in it.
class Gallery {
public:
    explicit Gallery(QString folder, QString language) : folder_(std::move(folder)), language_(std::move(language)) {}

    bool fill() {
        if (!w_.ready()) return false;
        QSignalSpy imported(&w_.services->importing, &Importing::finished);
        w_.services->importing.startDemo();
        if (!imported.wait(120'000) || w_.train(40) == 0) return false;
        auto* model = w_.find<QComboBox>("checkpoint");
        model->setCurrentIndex(model->findData(fromPath(demoCheckpoint())));
        for (int take = 0; take < 3; ++take) {
            w_.find<QSpinBox>("bars")->setValue(8);
            QSignalSpy finished(&w_.services->generation, &Generation::finished);
            w_.find<QPushButton>("generate")->click();
            if (!finished.wait(120'000)) return false;
        }
        w_.services->stage.showPiece(w_.services->store.pieces().front().id);
        auto* asked = w_.find<QComboBox>("askedModel");
        asked->setCurrentIndex(asked->count() - 1);
        return QTest::qWaitFor([&] { return w_.services->jobs.idle(); }, 120'000);
    }

    void walk(const QString& theme) {
        QApplication::setPalette(theme == QLatin1String("dark") ? Theme::darkPalette() : Theme::lightPalette());
        for (const Size size : sizes) {
            w_.window->resize(size.width, size.height);
            w_.window->resetLayout();
            w_.window->resize(size.width, size.height);
            if (w_.window->size() != QSize(size.width, size.height))
                std::fprintf(stderr, "%d x %d became %d x %d\n", size.width, size.height, w_.window->width(),
                             w_.window->height());
            const auto grab = [&](const QString& page) {
                settle();
                const QString name = QStringLiteral("%1/%2-%3-%4x%5-%6.png")
                                         .arg(folder_, page, language_)
                                         .arg(size.width)
                                         .arg(size.height)
                                         .arg(theme);
                if (!w_.window->grab().save(name)) std::fprintf(stderr, "%s was not written\n", qPrintable(name));
            };
            pages(grab);
        }
    }

    /// The pictures of the handbook, in the size that the window is designed for.
    void handbook() {
        QApplication::setPalette(Theme::lightPalette());
        w_.window->resize(1366, 768);
        w_.window->resetLayout();
        w_.window->resize(1366, 768);
        auto* stage = w_.find<QTabWidget>("stage");
        auto* sections = w_.find<QTabWidget>("trainingSections");
        auto* map = w_.find<QComboBox>("map");
        w_.find<QDockWidget>("generateDock")->raise();
        stage->setCurrentIndex(0);
        picture("workbench", *w_.window);
        picture("roll", *stage);
        picture("generate", *w_.find<QWidget>("generatePanel"));
        picture("pieces", *w_.find<QWidget>("datasetPanel"));
        picture("models", *w_.find<QWidget>("runsPanel"));
        picture("takes", *w_.find<QWidget>("takesPanel"));
        picture("transport", *w_.find<QWidget>("transport"));
        w_.find<QDockWidget>("inspectorDock")->raise();
        map->setCurrentIndex(1);
        picture("inspector", *w_.window);
        map->setCurrentIndex(0);
        stage->setCurrentIndex(1);
        picture("tensor", *stage);
        stage->setCurrentIndex(2);
        sections->setCurrentIndex(0);
        picture("training", *stage);
        sections->setCurrentIndex(1);
        picture("benchmark", *stage);
        sections->setCurrentIndex(0);
        stage->setCurrentIndex(3);
        picture("set", *stage);
    }

    /// Of a workspace without anything in it.
    void start() {
        QApplication::setPalette(Theme::lightPalette());
        picture("start", *w_.window);
    }

private:
    void picture(const char* name, QWidget& of) {
        settle();
        const QImage image = of.grab().toImage().convertToFormat(QImage::Format_RGB888);
        if (!image.save(QStringLiteral("%1/%2.png").arg(folder_, QLatin1String(name)), nullptr, 0))
            std::fprintf(stderr, "%s was not written\n", name);
    }

    void settle() {
        (void)QTest::qWaitFor([&] { return w_.services->jobs.idle(); }, 60'000);
        QTest::qWait(150);  // what is calm first and asks then, as plots do
        (void)QTest::qWaitFor([&] { return w_.services->jobs.idle(); }, 60'000);
        QCoreApplication::processEvents();
    }

    template <class Grab>
    void pages(const Grab& grab) {
        auto* stage = w_.find<QTabWidget>("stage");
        auto* map = w_.find<QComboBox>("map");
        auto* sections = w_.find<QTabWidget>("trainingSections");
        stage->setCurrentIndex(0);
        grab(QStringLiteral("roll"));
        const std::int64_t piece = w_.services->stage.shown().id;
        w_.services->stage.showTake(w_.services->store.takes().front().id);
        w_.find<QDockWidget>("takesDock")->raise();
        grab(QStringLiteral("takes"));
        w_.find<QDockWidget>("datasetDock")->raise();
        w_.services->stage.showPiece(piece);
        w_.find<QDockWidget>("inspectorDock")->raise();
        map->setCurrentIndex(1);
        grab(QStringLiteral("surprise"));
        map->setCurrentIndex(0);
        stage->setCurrentIndex(1);
        grab(QStringLiteral("tensor"));
        w_.find<QDockWidget>("generateDock")->raise();
        stage->setCurrentIndex(2);
        sections->setCurrentIndex(0);
        grab(QStringLiteral("training"));
        sections->setCurrentIndex(1);
        grab(QStringLiteral("benchmark"));
        sections->setCurrentIndex(0);
        stage->setCurrentIndex(3);
        grab(QStringLiteral("set"));
    }

    test::Window w_;
    QString folder_, language_;
};

}  // namespace

/// screens FOLDER LANGUAGE, or for the pictures of the handbook: screens FOLDER LANGUAGE handbook
int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc != 3 && argc != 4) return 2;
    forbidGl();
    translate(application, QString::fromLocal8Bit(argv[2]));
    QApplication::setStyle(new WorkbenchStyle);
    Gallery gallery(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
    if (argc == 4) gallery.start();
    if (!gallery.fill()) {
        std::fputs("The window could not be filled.\n", stderr);
        return 1;
    }
    if (argc == 4) {
        gallery.handbook();
        return 0;
    }
    for (const char* theme : {"light", "dark"}) gallery.walk(QString::fromLatin1(theme));
    return 0;
}
