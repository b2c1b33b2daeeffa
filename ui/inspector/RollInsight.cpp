#include "ui/inspector/RollInsight.h"

#include "ui/inspector/InsightLayer.h"
#include "ui/inspector/MapColors.h"
#include "ui/inspector/NatsStrip.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/session/Session.h"

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

RollInsight::RollInsight(RollPanel& roll, Insight& insight, Session& session)
    : QObject(&roll),
      roll_(roll),
      insight_(insight),
      session_(session),
      strip_(new NatsStrip(roll.view())),
      hidePlace_(new QShortcut(Qt::Key_Escape, &roll)) {
    auto layer = std::make_unique<InsightLayer>();
    layer_ = layer.get();
    roll_.view().addLayer(std::move(layer));
    roll_.addStrip(strip_);
    for (PieceReading* reading : {&insight_.reading(), &insight_.other()}) {
        connect(reading, &PieceReading::begun, this, &RollInsight::begin);
        connect(reading, &PieceReading::grew, this, &RollInsight::update);
    }
    hidePlace_->setEnabled(false);
    connect(hidePlace_, &QShortcut::activated, this, [this] { insight_.showPlace(std::nullopt); });
    connect(&insight_, &Insight::placeShown, this, &RollInsight::showPlace);
    connect(&insight_, &Insight::mapChanged, this, &RollInsight::begin);
    connect(&session_, &Session::cellSelected, this, [this] {
        layer_->setSelected(session_.selectedCell());
        roll_.view().update();
    });
    connect(&roll_.view(), &RollView::cellPressed, this, [this](int step, int pitch) {
        const PianoRoll& shown = session_.shown().roll;
        if (step >= 0 && step < shown.steps() && shown.range().contains(pitch)) session_.selectCell(CellRef{step, pitch});
    });
    connect(strip_, &NatsStrip::stepPressed, this, [this](int step) {
        // The note of that step that was expected least.
        const Expectation& expectation = insight_.reading().expectation();
        const PitchRange range = expectation.range;
        int pitch = range.lowest;
        for (int other = range.lowest; other <= range.highest; ++other)
            if (expectation.nats[expectation.index(step, other)] > expectation.nats[expectation.index(step, pitch)])
                pitch = other;
        session_.selectCell(CellRef{step, pitch});
    });
}

void RollInsight::setNearMisses(bool shown) {
    misses_ = shown;
    insight_.setMissesWanted(shown);
    update();
}

void RollInsight::showPlace() {
    const auto& place = insight_.place();
    hidePlace_->setEnabled(place.has_value());
    layer_->setPlace(place);
    if (place) roll_.view().navigator().reveal(place->first, place->place + 1, place->pitch);
    roll_.view().update();
}

void RollInsight::begin() {
    painted_ = 0;
    image_ = {};
    update();
}

void RollInsight::growMap() {
    const Map map = insight_.map();
    const auto& trail = insight_.reading().trail();
    const Expectation& expectation = insight_.reading().expectation();
    const Expectation& other = insight_.other().expectation();
    // The other model's steps may still be on their way.
    const int steps = map == Map::Difference ? std::min(expectation.steps, other.steps) : expectation.steps;
    if (map == Map::Off || !trail || steps <= painted_) return;
    if (image_.isNull()) {
        image_ = QImage(trail->roll().steps(), expectation.range.size(), QImage::Format_ARGB32);
        image_.fill(Qt::transparent);
    }
    paintMap(image_, painted_, steps, map, expectation, other);
    painted_ = steps;
}

void RollInsight::update() {
    const Expectation& expectation = insight_.reading().expectation();
    const auto& trail = insight_.reading().trail();
    const Map map = insight_.map();
    layer_->setMap({}, expectation.range);  // so that the picture is not copied to be painted on
    growMap();
    layer_->setMap(image_, expectation.range);
    layer_->setMisses(misses_ && trail ? nearMisses(expectation, trail->roll()) : std::vector<NotedCell>());
    if (map != Map::Off && trail)
        strip_->show(&expectation, trail->roll());
    else
        strip_->show(nullptr, PianoRoll());
    roll_.view().update();
}

}  // namespace ricercar
