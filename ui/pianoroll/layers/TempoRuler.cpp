// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/layers/TempoRuler.h"

#include "ui/words/Words.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr std::size_t fewMarks = 8;  // more become a curve

struct Label {
    double x = 0.0;
    QString text;
    bool strong = false;
};

QString tempoText(double tempo) { return QStringLiteral("♩ = %1").arg(QLocale().toString(std::round(tempo), 'f', 0)); }

/// From left to right; what has no room behind its neighbour is left out, meters last.
void paintLabels(const RollPaint& p, const QRect& area, std::vector<Label> labels) {
    std::stable_sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.x < b.x; });
    QFont font = p.painter.font();
    font.setPointSizeF(font.pointSizeF() * 0.82);
    QFont bold = font;
    bold.setBold(true);
    double free = area.left();
    for (const Label& label : labels) {
        const QFont& used = label.strong ? bold : font;
        const double width = QFontMetricsF(used).horizontalAdvance(label.text) + 12.0;
        if (label.x + 1.0 < free || label.x > area.right()) continue;
        p.painter.setFont(used);
        p.painter.setPen(label.strong ? p.theme.text : p.theme.mutedText);
        p.painter.fillRect(QRectF(label.x, area.top() + 2, width - 2, area.height() - 4), p.theme.window);
        p.painter.drawText(QRectF(label.x + 5, area.top(), width, area.height() - 1), Qt::AlignLeft | Qt::AlignVCenter,
                           label.text);
        free = label.x + width;
    }
}

void paintCurve(const RollPaint& p, const QRect& area) {
    const auto& marks = p.content.tempos;
    const auto [low, high] = std::minmax_element(marks.begin(), marks.end(),
                                                 [](const TempoMark& a, const TempoMark& b) { return a.tempo < b.tempo; });
    const double span = std::max(1.0, high->tempo - low->tempo);
    const auto y = [&](double tempo) { return area.bottom() - 3 - (tempo - low->tempo) / span * (area.height() - 6); };
    const RollGeometry& g = p.geometry;
    auto mark = std::upper_bound(marks.begin(), marks.end(), g.stepAt(area.left()),
                                 [](double step, const TempoMark& m) { return step < m.step; });
    if (mark != marks.begin()) --mark;
    double drawn = area.left() - 1.0;
    for (; mark != marks.end(); ++mark) {
        const double x = std::max<double>(area.left(), g.xOf(mark->step));
        if (x > area.right()) break;
        const double end =
            mark + 1 != marks.end() ? std::min<double>(g.xOf((mark + 1)->step), area.right() + 1) : area.right() + 1;
        if (end <= drawn + 0.5) continue;
        p.painter.fillRect(QRectF(x, y(mark->tempo), std::max(1.0, end - x), 1), p.theme.mutedText);
        drawn = end;
    }
}

}  // namespace

void TempoRuler::paint(const RollPaint& p) {
    const RollGeometry& g = p.geometry;
    const QRect area = g.tempo();
    p.painter.fillRect(QRect(0, area.bottom(), g.size.width(), 1), p.theme.barLine);
    const Clipped clip(p.painter, area);
    const double left = std::max(0.0, g.stepAt(area.left())), right = g.stepAt(area.right() + 1);
    std::vector<Label> labels{{static_cast<double>(area.left()), fromUtf8(p.content.bars.sectionAt(left).meter.text()), true}};
    for (const BarMap::Section& section : p.content.bars.sections())
        if (section.start > left && section.start < right)
            labels.push_back({std::round(g.xOf(section.start)), fromUtf8(section.meter.text()), true});
    const auto& marks = p.content.tempos;
    if (!marks.empty()) {
        auto mark = std::upper_bound(marks.begin(), marks.end(), left, [](double s, const TempoMark& m) { return s < m.step; });
        if (marks.size() > fewMarks) paintCurve(p, area);
        const TempoMark& held = mark == marks.begin() ? *mark : *std::prev(mark);
        labels.push_back({area.left() + 34.0, tempoText(held.tempo), false});
        double last = area.left() + 34.0;
        for (; mark != marks.end() && mark->step < right; ++mark) {
            const double x = std::round(g.xOf(mark->step));
            if (marks.size() > fewMarks && x < last + 160.0) continue;
            labels.push_back({x, tempoText(mark->tempo), false});
            last = x;
        }
    }
    paintLabels(p, area, std::move(labels));
}

}  // namespace ricercar
