// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollPicture.h"

#include "ui/pianoroll/RollView.h"
#include "ui/pianoroll/ShownContent.h"
#include "ui/services/Stage.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace ricercar {
namespace {

constexpr double stepWidth = 6.0;
constexpr double rowHeight = 10.0;
constexpr int leastWidth = 800, mostWidth = 12'000;  // points
constexpr int scale = 2;

}  // namespace

Bytes rollPicture(const StageContent& shown, Representation form, bool svg) {
    RollContent content = contentOf(shown, form, false);
    RollView view;
    const int around = view.geometryOfRoll().mapHeight + RollGeometry::rulerHeight + (content.hasVelocities() ? 80 : 0);
    view.resize(std::clamp(static_cast<int>(content.steps * stepWidth) + RollGeometry::keyboardWidth, leastWidth, mostWidth),
                static_cast<int>(content.range.size() * rowHeight) + around);
    view.navigator().resize(view.size());  // it is never shown, so nobody tells it
    view.setContent(std::move(content), true);

    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (svg) {
        QSvgGenerator drawing;
        drawing.setOutputDevice(&buffer);
        drawing.setSize(view.size());
        drawing.setViewBox(view.rect());
        drawing.setTitle(shown.title);
        QPainter painter(&drawing);
        view.paintAll(painter, 1.0);
    } else {
        QImage image(view.size() * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::white);
        QPainter painter(&image);
        view.paintAll(painter, scale);
        painter.end();
        image.save(&buffer, "PNG");
    }
    buffer.close();
    return {buffer.data().begin(), buffer.data().end()};
}

}  // namespace ricercar
