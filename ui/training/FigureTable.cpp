// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/FigureTable.h"

#include "ui/kit/Theme.h"
#include "ui/words/Words.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace ricercar {
namespace {

enum Column { Model, Train, Validation, Test, Remark, Columns };
enum Kind { Comparable, Inexact, Own };
constexpr int kindRole = Qt::UserRole;

struct Row {
    QString model;
    double test = 0;
    Kind kind = Comparable;
    const BenchmarkResult* own = nullptr;
};

QString nats(double value) { return QLocale().toString(value, 'f', 3); }

QString modelName(const std::string& model) {
    if (model == publishedFigures().front().model) return FigureTable::tr("Independent keys that know their last state");
    return fromUtf8(model);
}

}  // namespace

FigureTable::FigureTable(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("figureTable"));
    setAccessibleName(tr("Figures for the set"));
    setHeaderLabels({tr("Model"), tr("Train"), tr("Validation"), tr("Test"), tr("Remark")});
    headerItem()->setToolTip(Test, tr("Nats per frame of the test split over all 88 keys; lower is better"));
    for (const int column : {Train, Validation, Test})
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Model, QHeaderView::Stretch);
}

void FigureTable::setFigures(std::optional<PublicSet> set, const std::string& name,
                             const std::vector<BenchmarkRecord>& records) {
    std::vector<Row> rows;
    if (set)
        for (const PublishedFigure& figure : publishedFigures())
            if (const auto test = figureOf(figure, *set))
                rows.push_back({modelName(figure.model), *test, figure.exact ? Comparable : Inexact, nullptr});
    for (const BenchmarkRecord& record : records)
        if (record.result && record.set == name)
            rows.push_back({fromUtf8(record.name), record.result->testNats, Own, &*record.result});
    std::ranges::stable_sort(rows, {}, &Row::test);

    clear();
    for (const Row& row : rows) {
        auto* item = new QTreeWidgetItem(this);
        item->setData(Model, kindRole, row.kind);
        item->setText(Model, row.model);
        // Published ones have two decimals.
        item->setText(Test, row.own               ? nats(row.test)
                            : row.kind == Inexact ? tr("≈ %1").arg(QLocale().toString(row.test, 'f', 2))
                                                  : QLocale().toString(row.test, 'f', 2));
        if (row.own) {
            item->setText(Train, nats(row.own->trainNats));
            item->setText(Validation, nats(row.own->validNats));
            item->setText(Remark, tr("yours, %1").arg(duration(row.own->seconds)));
            item->setToolTip(Remark, tr("%1 parameters, %2 epochs, on %3")
                                         .arg(whole(row.own->parameters), QLocale().toString(row.own->epochs, 'f', 1),
                                              fromUtf8(row.own->machine)));
        } else if (row.kind == Inexact) {
            item->setText(Remark, tr("not comparable"));
            item->setToolTip(Remark, tr("A bound or an estimate, not the exact likelihood"));
        }
        for (const int column : {Train, Validation, Test}) item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    tint();
}

void FigureTable::tint() {
    const Theme theme = Theme::current();
    for (int row = 0; row < topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = topLevelItem(row);
        const int kind = item->data(Model, kindRole).toInt();
        QFont font = this->font();
        font.setBold(kind == Own);
        font.setItalic(kind == Inexact);
        for (int column = 0; column < Columns; ++column) {
            item->setFont(column, font);
            item->setForeground(column, kind == Inexact ? theme.mutedText : theme.text);
            item->setBackground(column, kind == Own ? QBrush(mixed(theme.surface, theme.accent, 0.22)) : QBrush());
        }
    }
}

void FigureTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) tint();
    QTreeWidget::changeEvent(event);
}

}  // namespace ricercar
