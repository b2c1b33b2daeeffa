// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/Window.h"
#include "ui/pianoroll/RollView.h"

#include <QComboBox>
#include <QDockWidget>

namespace ricercar::test {

/// A window with a trained model that is asked about the piece in the roll; the inspector in front.
struct AskedWindow : Window {
    bool begin(int steps = 64, FeatureLayout layout = FeatureLayout::Seed) {
        if (!ready() || !importPieces(3, steps) || train(3, layout) == 0) return false;
        find<QDockWidget>("inspectorDock")->raise();
        auto* model = find<QComboBox>("askedModel");
        if (!QTest::qWaitFor([&] { return model->count() >= 3; }, 10'000)) return false;
        model->setCurrentIndex(1);
        services->stage.showPiece(services->store.pieces().front().id);
        return QTest::qWaitFor([&] { return insight().reading().cache() != nullptr; }, 20'000);
    }
    [[nodiscard]] Insight& insight() const { return services->insight; }
    [[nodiscard]] const PianoRoll& roll() const { return insight().reading().cache()->roll(); }
    [[nodiscard]] bool story() const {
        return QTest::qWaitFor([&] { return insight().story().has_value(); }, 20'000);
    }
    /// A click where the roll shows the cell.
    void click(int step, int pitch) const {
        RollView* view = window->findChild<RollView*>();
        view->fit();
        const RollGeometry& g = view->geometryOfRoll();
        QTest::mouseClick(view, Qt::LeftButton, {}, QPointF(g.xOf(step + 0.5), g.yOf(pitch) + g.rowHeight / 2).toPoint());
    }
    [[nodiscard]] CellRef someNote() const {
        for (int step = 8; step < roll().steps(); ++step)
            for (int pitch = roll().range().lowest; pitch <= roll().range().highest; ++pitch)
                if (roll().articulates(step, pitch)) return {step, pitch};
        return {};
    }
};

}  // namespace ricercar::test
