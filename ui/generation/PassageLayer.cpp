// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/PassageLayer.h"

#include "ui/canvas/RollSurface.h"
#include "ui/services/Stage.h"
#include "ui/services/TakeFigures.h"

#include <QWidget>

#include <algorithm>
#include <memory>
#include <utility>

namespace ricercar {
namespace {

class PassageLayer final : public RollLayer {
public:
    explicit PassageLayer(const SharedPassageMarks& marks) : marks_(marks) {}

    void paint(const RollPaint& p) override {
        const auto mark = marks_.mark();
        if (!mark) return;
        const QRect area = p.geometry.notes();
        const double from = p.geometry.xOf(mark->first), to = p.geometry.xOf(mark->first + mark->steps);
        const Clipped clip(p.painter, area);
        QColor wash = p.theme.warning;
        wash.setAlphaF(0.10F);
        p.painter.fillRect(QRectF(from, area.top(), to - from, area.height()), wash);
        p.painter.fillRect(QRectF(from, area.top(), to - from, 3.0), p.theme.warning);
        for (const double x : {from, to - 1.0}) p.painter.fillRect(QRectF(x, area.top(), 1.0, area.height()), p.theme.warning);
        const double left = std::max<double>(from, area.left()) + 4.0;
        if (to - left < 40.0) return;
        const QRectF words(left, area.top() + 4.0, to - left - 2.0, p.painter.fontMetrics().height() + 2.0);
        const QString text = p.painter.fontMetrics().elidedText(mark->words, Qt::ElideRight, static_cast<int>(words.width()));
        p.painter.fillRect(
            QRectF(words.left() - 2.0, words.top(), p.painter.fontMetrics().horizontalAdvance(text) + 6.0, words.height()),
            p.theme.surface);
        p.painter.setPen(p.theme.warningText);
        p.painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
    }
    [[nodiscard]] bool overlay() const override { return true; }

private:
    const SharedPassageMarks& marks_;
};

}  // namespace

SharedPassageMarks::SharedPassageMarks(RollSurface& surface, Stage& stage, TakeFigures& figures, QObject* parent)
    : QObject(parent), surface_(surface), stage_(stage), figures_(figures) {
    surface_.addLayer(std::make_unique<PassageLayer>(*this));
    connect(&stage_, &Stage::shownChanged, this, &SharedPassageMarks::shown);
    connect(&figures_, &TakeFigures::reportChanged, this, [this] { surface_.repaint(); });
}

std::optional<SharedPassageMarks::Mark> SharedPassageMarks::mark() const {
    const StageContent& shown = stage_.shown();
    if (shown.kind == StageContent::Kind::Piece && shown.id == piece_) return inPiece_;
    const TakeReport& report = figures_.report();
    if (shown.kind != StageContent::Kind::Take || shown.id != report.take || !report.copied) return std::nullopt;
    if (report.copied->steps < report.barSteps) return std::nullopt;
    return Mark{report.copied->start, report.copied->steps, tr("as in “%1”").arg(report.pieceTitle)};
}

void SharedPassageMarks::showPiece(std::int64_t piece, int firstStep, int steps) {
    piece_ = piece;
    inPiece_ = {firstStep, steps, tr("as in the take")};
    awaited_ = true;
    stage_.showPiece(piece);
}

void SharedPassageMarks::shown() {
    const StageContent& shown = stage_.shown();
    if (shown.kind != StageContent::Kind::Piece || shown.id != piece_) {
        if (!awaited_) piece_ = 0;
        return;
    }
    if (!std::exchange(awaited_, false)) return;
    int pitch = 60;
    for (const RollNote& note : notesOf(shown.roll))
        if (note.start >= inPiece_.first) {
            pitch = note.pitch;
            break;
        }
    surface_.reveal(inPiece_.first, inPiece_.first + inPiece_.steps, pitch);
    emit seekRequested(inPiece_.first);
    surface_.repaint();
}

}  // namespace ricercar
