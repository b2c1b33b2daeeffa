// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/TensorExportMenu.h"

#include "ui/kit/LastFolder.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/tensor/SceneView.h"
#include "ui/tensor/TensorExport.h"
#include "ui/words/Words.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

class TensorExporter : public QObject {
    Q_OBJECT

public:
    TensorExporter(SceneView& view, Notices& notices, Jobs& jobs, QMenu* menu)
        : QObject(menu), view_(view), notices_(notices), jobs_(jobs) {
        const auto add = [&](const QString& text, const char* name, auto&& call) {
            menu->addAction(text, this, call)->setObjectName(QLatin1String(name));
        };
        add(tr("Picture (PNG) …"), "tensorPng", [this] { exportPicture(false); });
        add(tr("Drawing (SVG) …"), "tensorSvg", [this] { exportPicture(true); });
        menu->addSeparator();
        add(tr("Slice as a table (CSV) …"), "tensorCsv", [this] { exportSlice(false); });
        add(tr("Slice for NumPy (.npy) …"), "tensorNpy", [this] { exportSlice(true); });
    }

private:
    void write(const QString& path, std::function<Bytes()> make) {
        jobs_.ask(
            this,
            [path, make = std::move(make)](const Task&) {
                writeFile(toPath(path), make());
                return path;
            },
            [this](const QString& written) {
                notices_.withdraw(About::Export);
                notices_.post(Severity::Info, tr("Written: %1").arg(written));
            },
            [this](const Message& problem) { notices_.post(About::Export, Severity::Error, text(problem)); });
    }

    void exportPicture(bool vector) {
        if (!view_.frame().scene) return;
        auto* dialog = new QFileDialog(&view_, vector ? tr("Export a drawing") : tr("Export a picture"));
        startInLastFolder(*dialog);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(vector ? QStringLiteral("svg") : QStringLiteral("png"));
        dialog->setNameFilter(vector ? tr("Drawings (*.svg)") : tr("Pictures (*.png)"));
        connect(dialog, &QFileDialog::fileSelected, this, [this, vector](const QString& path) {
            const SceneFrame frame = view_.frame();
            if (vector) {
                write(path, [frame] { return sceneSvg(frame, {frame.camera.width(), frame.camera.height()}); });
                return;
            }
            auto* ask = new QInputDialog(&view_);
            ask->setAttribute(Qt::WA_DeleteOnClose);
            ask->setWindowTitle(tr("Export a picture"));
            ask->setLabelText(tr("Width in pixels:"));
            ask->setInputMode(QInputDialog::IntInput);
            ask->setIntRange(64, 16384);
            ask->setIntValue(static_cast<int>(frame.camera.width() * 2));
            connect(ask, &QInputDialog::intValueSelected, this, [this, frame, path](int width) {
                const int height =
                    std::max(1, static_cast<int>(std::lround(width * frame.camera.height() / frame.camera.width())));
                write(path, [frame, width, height] { return scenePng(frame, {width, height}); });
            });
            ask->open();
        });
        dialog->open();
    }

    void exportSlice(bool numpy) {
        if (!view_.frame().scene) return;
        auto* dialog = new QFileDialog(&view_, tr("Export the slice"));
        startInLastFolder(*dialog);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(numpy ? QStringLiteral("npy") : QStringLiteral("csv"));
        dialog->setNameFilter(numpy ? tr("NumPy arrays (*.npy)") : tr("Tables (*.csv)"));
        connect(dialog, &QFileDialog::fileSelected, this, [this, numpy](const QString& path) {
            write(path, [scene = view_.frame().scene, slices = view_.frame().look.slices, numpy] {
                if (numpy) return sliceNumpy(*scene, slices);
                const std::string csv = sliceCsv(*scene, slices);
                return Bytes(csv.begin(), csv.end());
            });
        });
        dialog->open();
    }

    SceneView& view_;
    Notices& notices_;
    Jobs& jobs_;
};

}  // namespace

QMenu* tensorExportMenu(SceneView& view, Notices& notices, Jobs& jobs, QWidget* parent) {
    auto* menu = new QMenu(parent);
    new TensorExporter(view, notices, jobs, menu);
    return menu;
}

}  // namespace ricercar

#include "TensorExportMenu.moc"
