// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/Density.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ricercar {
namespace {

constexpr float faintest = 0.45F;  // a column that is touched at all

QRgb premultiplied(QRgb color, float alpha) {
    const auto part = [alpha](int value) { return static_cast<int>(std::lround(static_cast<float>(value) * alpha)); };
    return qRgba(part(qRed(color)), part(qGreen(color)), part(qBlue(color)), part(255));
}

}  // namespace

QImage densityPicture(const NoteIndex& notes, const DensityView& view, const std::function<QRgb(int)>& colorAt,
                      const NoteSet* only) {
    const int rows = view.range.size();
    QImage picture(std::max(1, view.columns), rows, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    const auto columns = static_cast<std::size_t>(picture.width());
    std::vector<float> cover(columns * static_cast<std::size_t>(rows));
    const double perStep = 1.0 / view.stepsPerColumn;
    const double lastStep = view.firstStep + view.columns * view.stepsPerColumn;
    notes.between(view.firstStep, lastStep, [&](const ShownNote& note) {
        if (!view.range.contains(note.pitch) || (only && !only->contains(note.id))) return;
        const double from = std::max(0.0, (note.start - view.firstStep) * perStep);
        const double to = std::min(static_cast<double>(columns), (note.end - view.firstStep) * perStep);
        float* row = cover.data() + static_cast<std::size_t>(view.range.highest - note.pitch) * columns;
        const auto first = std::min(static_cast<std::size_t>(from), columns - 1);
        const auto last = std::min(static_cast<std::size_t>(std::max(from, to)), columns - 1);
        if (first == last) {
            row[first] += std::max(0.01F, static_cast<float>(to - from));
            return;
        }
        row[first] += static_cast<float>(static_cast<double>(first) + 1.0 - from);
        for (std::size_t column = first + 1; column < last; ++column) row[column] = 1.0F;
        row[last] += static_cast<float>(to - static_cast<double>(last));
    });
    std::vector<QRgb> colors(columns);
    for (std::size_t column = 0; column < columns; ++column) colors[column] = colorAt(static_cast<int>(column));
    for (int pitch = 0; pitch < rows; ++pitch) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(pitch));
        const float* row = cover.data() + static_cast<std::size_t>(pitch) * columns;
        for (std::size_t column = 0; column < columns; ++column)
            if (row[column] > 0.0F)
                line[column] = premultiplied(colors[column], faintest + (1.0F - faintest) * std::min(1.0F, row[column]));
    }
    return picture;
}

QImage packed(const QImage& picture, int most) {
    if (picture.height() <= most || most < 1) return picture;
    QImage made(picture.width(), most, QImage::Format_ARGB32_Premultiplied);
    made.fill(Qt::transparent);
    for (int row = 0; row < picture.height(); ++row) {
        const auto* from = reinterpret_cast<const QRgb*>(picture.constScanLine(row));
        auto* to = reinterpret_cast<QRgb*>(made.scanLine(row * most / picture.height()));
        for (int x = 0; x < picture.width(); ++x)
            if (qAlpha(from[x]) > qAlpha(to[x])) to[x] = from[x];
    }
    return made;
}

}  // namespace ricercar
