// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/RollInsight.h"

#include "ui/canvas/RollSurface.h"
#include "ui/inspector/InsightLayer.h"
#include "ui/inspector/MapColors.h"
#include "ui/inspector/NatsStrip.h"
#include "ui/services/Selection.h"
#include "ui/services/Stage.h"

#include <QShortcut>

#include <algorithm>
#include <memory>

namespace ricercar {
namespace {

/// Paints the steps first .. end-1, a pixel a cell.
void paintMap(QImage& image, int first, int end, Map map, const Expectation& expectation, const Expectation& other) {
    const PitchRange range = expectation.range;
    for (int pitch = range.lowest; pitch <= range.highest; ++pitch) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(range.highest - pitch));
        for (int step = first; step < end; ++step) {
            const std::size_t at = expectation.index(step, pitch);
            double value = static_cast<double>(map == Map::Play ? expectation.play[at] : expectation.nats[at]);
            if (map == Map::Difference)
                value = other.range.contains(pitch) ? static_cast<double>(other.nats[other.index(step, pitch)]) - value : 0.0;
            line[step] = mapColor(map, value).rgba();
        }
    }
}

}  // namespace

RollInsight::RollInsight(RollSurface& roll, Insight& insight, Stage& stage, Selection& selection)
    : QObject(&roll),
      roll_(roll),
      insight_(insight),
      stage_(stage),
      selection_(selection),
      strip_(new NatsStrip(roll)),
      hidePlace_(new QShortcut(Qt::Key_Escape, roll.widget())) {
    auto layer = std::make_unique<InsightLayer>();
    layer_ = layer.get();
    roll_.addLayer(std::move(layer));
    roll_.addStrip(strip_);
    for (PieceReading* reading : {&insight_.reading(), &insight_.other()}) {
        connect(reading, &PieceReading::begun, this, &RollInsight::begin);
        connect(reading, &PieceReading::grew, this, &RollInsight::paintAll);
    }
    hidePlace_->setEnabled(false);
    connect(hidePlace_, &QShortcut::activated, this, [this] { insight_.showPlace(std::nullopt); });
    connect(&insight_, &Insight::placeShown, this, &RollInsight::showPlace);
    connect(&insight_, &Insight::mapChanged, this, &RollInsight::begin);
    connect(&selection_, &Selection::cellSelected, this, [this] {
        layer_->setSelected(selection_.selectedCell());
        roll_.repaint();
    });
    connect(&roll_, &RollSurface::cellPressed, this, [this](int step, int pitch) {
        const PianoRoll& shown = stage_.shown().roll;
        if (step >= 0 && step < shown.steps() && shown.range().contains(pitch)) selection_.selectCell(CellRef{step, pitch});
    });
    connect(strip_, &NatsStrip::stepPressed, this, [this](int step) {
        // The note of that step that was expected least.
        const Expectation& expectation = insight_.reading().expectation();
        const PitchRange range = expectation.range;
        int pitch = range.lowest;
        for (int other = range.lowest; other <= range.highest; ++other)
            if (expectation.nats[expectation.index(step, other)] > expectation.nats[expectation.index(step, pitch)])
                pitch = other;
        selection_.selectCell(CellRef{step, pitch});
    });
}

void RollInsight::setNearMisses(bool shown) {
    misses_ = shown;
    insight_.setMissesWanted(shown);
    paintAll();
}

void RollInsight::showPlace() {
    const auto& place = insight_.place();
    hidePlace_->setEnabled(place.has_value());
    layer_->setPlace(place);
    if (place) roll_.reveal(place->first, place->place + 1, place->pitch);
    roll_.repaint();
}

void RollInsight::begin() {
    painted_ = 0;
    image_ = {};
    paintAll();
}

void RollInsight::growMap() {
    const Map map = insight_.map();
    const auto& cache = insight_.reading().cache();
    const Expectation& expectation = insight_.reading().expectation();
    const Expectation& other = insight_.other().expectation();
    // The other model's steps may still be on their way.
    const int steps = map == Map::Difference ? std::min(expectation.steps, other.steps) : expectation.steps;
    if (map == Map::Off || !cache || steps <= painted_) return;
    if (image_.isNull()) {
        image_ = QImage(cache->roll().steps(), expectation.range.size(), QImage::Format_ARGB32);
        image_.fill(Qt::transparent);
    }
    paintMap(image_, painted_, steps, map, expectation, other);
    painted_ = steps;
}

void RollInsight::paintAll() {
    const Expectation& expectation = insight_.reading().expectation();
    const auto& cache = insight_.reading().cache();
    const Map map = insight_.map();
    layer_->setMap({}, expectation.range);  // so that the picture is not copied to be painted on
    growMap();
    layer_->setMap(image_, expectation.range);
    layer_->setMisses(misses_ && cache ? nearMisses(expectation, cache->roll()) : std::vector<NotedCell>());
    if (map != Map::Off && cache)
        strip_->setExpectation(&expectation, cache->roll());
    else
        strip_->setExpectation(nullptr, PianoRoll());
    roll_.repaint();
}

}  // namespace ricercar
