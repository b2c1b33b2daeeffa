// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/TensorExport.h"

#include "core/base/Error.h"
#include "core/base/Numpy.h"
#include "ui/tensor/SceneInk.h"
#include "ui/words/Words.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ricercar {
namespace {

void paint(QPainter& painter, const SceneFrame& given, QSizeF size) {
    SceneFrame frame = given;
    frame.hovered.reset();
    frame.band = {};
    const double scale = std::min(size.width() / frame.camera.width(), size.height() / frame.camera.height());
    painter.fillRect(QRectF({0, 0}, size), frame.theme.surface);
    painter.translate((size.width() - frame.camera.width() * scale) / 2, (size.height() - frame.camera.height() * scale) / 2);
    painter.scale(scale, scale);
    paintGround(painter, frame);
    paintCells(painter, frame);
    paintOverlay(painter, frame);
}

Bytes bytesOf(const QByteArray& data) { return {data.begin(), data.end()}; }

struct Part {
    std::array<std::pair<int, int>, sceneAxes> range;

    Part(const TensorScene& scene, const Slices& slices) {
        const std::array<int, sceneAxes> sizes{scene.tensor.steps, scene.tensor.range.size(), scene.tensor.units()};
        for (std::size_t axis = 0; axis < sceneAxes; ++axis) range[axis] = slices.range(static_cast<int>(axis), sizes[axis]);
        if (scene.tensor.steps == 0) range[0] = {0, 0};
    }
    [[nodiscard]] std::size_t size(std::size_t axis) const {
        return static_cast<std::size_t>(range[axis].second - range[axis].first);
    }
};

void append(std::string& text, float value) {
    std::array<char, 32> number{};
    const auto end = std::to_chars(number.data(), number.data() + number.size(), value).ptr;
    text.append(number.data(), end);
}

}  // namespace

Bytes scenePng(const SceneFrame& frame, QSize size) {
    QImage picture(size, QImage::Format_RGB32);
    if (picture.isNull())
        throw Error(ErrorKind::Internal, {MessageId::Internal, {"a picture of this size does not fit into memory"}});
    {
        QPainter painter(&picture);
        paint(painter, frame, size);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytesOf(buffer.data());
}

Bytes sceneSvg(const SceneFrame& frame, QSizeF size) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(96);  // a pixel of ours is one of the web's
    svg.setSize(size.toSize());
    svg.setViewBox(QRectF({0, 0}, size));
    svg.setTitle(frame.scene ? frame.scene->tensor.unitAxis : QString());
    {
        QPainter painter(&svg);
        paint(painter, frame, size);
    }
    return bytesOf(buffer.data());
}

std::string sliceCsv(const TensorScene& scene, const Slices& slices) {
    const Tensor& tensor = scene.tensor;
    const Part part(scene, slices);
    std::string csv = "step,pitch";
    for (int z = part.range[2].first; z < part.range[2].second; ++z) {
        QString name = tensor.unitNames.value(z, QString::number(z + 1));
        csv += ",\"" + toUtf8(name.replace(QLatin1Char('"'), QLatin1String("\"\""))) + "\"";
    }
    csv += "\r\n";
    for (int x = part.range[0].first; x < part.range[0].second; ++x)
        for (int y = part.range[1].first; y < part.range[1].second; ++y) {
            const int step = tensor.first + x, pitch = tensor.range.lowest + y;
            csv += std::to_string(step) + "," + std::to_string(pitch);
            for (int z = part.range[2].first; z < part.range[2].second; ++z) {
                csv += ',';
                append(csv, tensor.at(step, pitch, z));
            }
            csv += "\r\n";
        }
    return csv;
}

Bytes sliceNumpy(const TensorScene& scene, const Slices& slices) {
    const Tensor& tensor = scene.tensor;
    const Part part(scene, slices);
    std::vector<float> values;
    values.reserve(part.size(0) * part.size(1) * part.size(2));
    for (int x = part.range[0].first; x < part.range[0].second; ++x)
        for (int y = part.range[1].first; y < part.range[1].second; ++y)
            for (int z = part.range[2].first; z < part.range[2].second; ++z)
                values.push_back(tensor.at(tensor.first + x, tensor.range.lowest + y, z));
    const std::array shape{part.size(0), part.size(1), part.size(2)};
    return numpyArray(values, shape);
}

}  // namespace ricercar
