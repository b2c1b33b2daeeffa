// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/FigureBars.h"

#include "ui/kit/Theme.h"
#include "ui/services/TakeFigures.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int lineGap = 2;
constexpr int columnGap = 12;
constexpr double bandShare = 0.5;  // of the line is the dataset's range

QFont smallFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QString written(const FigureBars::Line& line, double value) {
    return QLocale().toString(value * line.factor, 'f', line.decimals);
}

}  // namespace

FigureBars::State FigureBars::Line::state() const {
    if (!value || !range) return State::Unknown;
    if (range->contains(*value)) return State::Inside;
    return *value < range->low ? State::Below : State::Above;
}

FigureBars::FigureBars(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("figureBars"));
    setAccessibleName(tr("Figures beside the dataset"));
    setReport({});
}

void FigureBars::setReport(const TakeReport& report) {
    const QString percent = tr(" %");
    lines_ = {{tr("Nats a step"), report.nats, report.natsRange},
              {tr("Notes a bar"), {}, {}, 1},
              {tr("Polyphony"), {}, {}, 1},
              {tr("Silence"), {}, {}, 0, 100.0, percent},
              {tr("Pitch entropy"), {}, {}, 2, 1.0, tr(" bits")},
              {tr("In best scale"), {}, {}, 0, 100.0, percent},
              {tr("Range"), {}, {}, 0, 1.0, tr(" semitones")},
              {tr("Groove"), {}, {}, 2},
              {tr("Repetition"), {}, {}, 0, 100.0, percent},
              {tr("Note length"), {}, {}, 1, 1.0, tr(" steps")}};
    for (std::size_t i = 0; i < figureCount; ++i) {
        if (report.figures) lines_[i + 1].value = (*report.figures)[i];
        if (report.ranges) lines_[i + 1].range = (*report.ranges)[i];
    }
    QStringList all;
    for (const Line& line : lines_)
        if (line.value) all << words(line);
    setAccessibleDescription(all.join(QLatin1Char('\n')));
    update();
}

QString FigureBars::words(const Line& line) {
    if (!line.value) return tr("%1: not known yet").arg(line.name);
    const QString value = written(line, *line.value) + line.unit;
    if (!line.range) return tr("%1: %2").arg(line.name, value);
    const State state = line.state();
    return tr("%1: %2; nine tenths of the dataset have %3 to %4: %5")
        .arg(line.name, value, written(line, line.range->low), written(line, line.range->high) + line.unit,
             state == State::Inside  ? tr("inside")
             : state == State::Below ? tr("below")
                                     : tr("above"));
}

int FigureBars::lineHeight() const { return QFontMetrics(smallFont(font())).height() + lineGap; }

int FigureBars::columns() const { return std::max(1, (width() + columnGap) / (leastWidth + columnGap)); }

int FigureBars::heightForWidth(int width) const {
    const int columns = std::max(1, (width + columnGap) / (leastWidth + columnGap));
    return (static_cast<int>(lines_.size()) + columns - 1) / columns * lineHeight();
}

int FigureBars::widthForHeight(int height) const {
    const int rows = std::max(1, height / lineHeight());
    const int columns = (static_cast<int>(lines_.size()) + rows - 1) / rows;
    return columns * (columnWidth + columnGap) - columnGap;
}

QSize FigureBars::sizeHint() const { return {columnWidth, heightForWidth(columnWidth)}; }

QRect FigureBars::rectOf(std::size_t line) const {
    const int columns = this->columns();
    const int rows = (static_cast<int>(lines_.size()) + columns - 1) / columns;
    const int width = (this->width() + columnGap) / columns - columnGap;
    const int row = static_cast<int>(line) % rows, column = static_cast<int>(line) / rows;
    return {column * (width + columnGap), row * lineHeight(), width, lineHeight()};
}

void FigureBars::paintLine(QPainter& painter, const QRect& area, const Line& line, const Theme& theme) const {
    const QFontMetrics metrics = painter.fontMetrics();
    const int nameWidth = std::min(area.width() * 45 / 100, 96);
    const int valueWidth = metrics.horizontalAdvance(QStringLiteral("000.0 ▲"));
    const State state = line.state();
    const bool out = state == State::Below || state == State::Above;
    painter.setPen(theme.mutedText);
    painter.drawText(QRect(area.left(), area.top(), nameWidth, area.height()), Qt::AlignVCenter,
                     metrics.elidedText(line.name, Qt::ElideRight, nameWidth));
    const QRectF track(area.left() + nameWidth + 4, area.center().y() - 1.0, area.width() - nameWidth - valueWidth - 8, 3.0);
    painter.fillRect(track, theme.beatLine);
    if (line.range) {
        const QRectF band(track.left() + track.width() * (1.0 - bandShare) / 2.0, track.top() - 2.0, track.width() * bandShare,
                          track.height() + 4.0);
        painter.fillRect(band, mixed(theme.window, theme.train, 0.35));
        if (line.value) {
            const double half = std::max((line.range->high - line.range->low) / 2.0, 1e-9);
            const double off = (*line.value - (line.range->high + line.range->low) / 2.0) / half;
            const double edge = 1.0 / bandShare;
            const double x = track.center().x() + std::clamp(off, -edge, edge) * band.width() / 2.0;
            painter.fillRect(QRectF(x - 1.5, track.top() - 4.0, 3.0, track.height() + 8.0), out ? theme.warning : theme.text);
        }
    }
    if (!line.value) return;
    QString value = written(line, *line.value);
    if (out) value += state == State::Below ? QStringLiteral(" ▼") : QStringLiteral(" ▲");
    painter.setPen(out ? theme.warningText : theme.text);
    painter.drawText(QRect(area.right() + 1 - valueWidth, area.top(), valueWidth, area.height()),
                     Qt::AlignVCenter | Qt::AlignRight, value);
}

void FigureBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(smallFont(font()));
    const Theme theme(palette());
    for (std::size_t i = 0; i < lines_.size(); ++i) paintLine(painter, rectOf(i), lines_[i], theme);
}

bool FigureBars::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (rectOf(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), words(lines_[i]), this, rectOf(i));
                return true;
            }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace ricercar
