// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/PieceTable.h"

#include "ui/dataset/PieceColumns.h"
#include "ui/dataset/PieceModel.h"
#include "ui/kit/TwoLineDelegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace ricercar {
namespace {

constexpr int titleColumn = PieceModel::Title;

int columnCount() { return static_cast<int>(pieceColumns().size()); }

const PieceColumn& factAt(int column) { return pieceColumns()[static_cast<std::size_t>(column)]; }

void dress(QTreeView* view) {
    view->setItemDelegateForColumn(titleColumn, new TwoLineDelegate(view));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setFrameShape(QFrame::NoFrame);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setAllColumnsShowFocus(true);
    view->setAcceptDrops(false);
    view->viewport()->setAcceptDrops(false);
    QHeaderView* header = view->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
}

}  // namespace

PieceTable::PieceTable(QWidget* parent) : QTreeView(parent), frozen_(new QTreeView(this)) {
    dress(this);
    dress(frozen_);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(false);
    frozen_->setObjectName(QStringLiteral("frozenPieces"));
    frozen_->setFocusPolicy(Qt::NoFocus);
    frozen_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    frozen_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    frozen_->header()->setSectionsClickable(true);
    frozen_->header()->setSortIndicatorShown(true);
    frozen_->hide();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, frozen_->verticalScrollBar(), &QScrollBar::setValue);
    connect(frozen_->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(header(), &QHeaderView::sortIndicatorChanged, frozen_->header(), &QHeaderView::setSortIndicator);
    connect(frozen_->header(), &QHeaderView::sectionClicked, this, [this] {
        const bool up = header()->sortIndicatorSection() == titleColumn && header()->sortIndicatorOrder() == Qt::AscendingOrder;
        sortByColumn(titleColumn, up ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(header(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (fitting_) return;
        if (column == titleColumn)
            titleWidth_ = width;
        else if (width > 0)
            widths_[static_cast<std::size_t>(column)] = width;
        fitTitle();
    });
    connect(header(), &QHeaderView::geometriesChanged, this, &PieceTable::placeFrozen);
    connect(header(), &QWidget::customContextMenuRequested, this, &PieceTable::showHeaderMenu);
    connect(frozen_->header(), &QWidget::customContextMenuRequested, this, &PieceTable::showHeaderMenu);
    connect(frozen_, &QTreeView::clicked, this, &QTreeView::clicked);
    connect(frozen_, &QTreeView::activated, this, &QTreeView::activated);
    connect(frozen_, &QWidget::customContextMenuRequested, this, &QWidget::customContextMenuRequested);
}

void PieceTable::setModel(QAbstractItemModel* model) {
    QTreeView::setModel(model);
    frozen_->setModel(model);
    frozen_->setSelectionModel(selectionModel());
    for (int column = 0; column < columnCount(); ++column) frozen_->setColumnHidden(column, column != titleColumn);
    restoreLayout({});
    setSortingEnabled(true);
    sortByColumn(titleColumn, Qt::AscendingOrder);
}

QStringList PieceTable::layoutWords() const {
    QStringList words;
    for (int place = 0; place < columnCount(); ++place) {
        const int column = header()->logicalIndex(place);
        words << QStringLiteral("%1%2:%3")
                     .arg(isColumnHidden(column) ? QStringLiteral("-") : QString(), QLatin1String(factAt(column).id))
                     .arg(column == titleColumn ? titleWidth_ : widths_.at(static_cast<std::size_t>(column)));
    }
    words << (header()->sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("<") : QStringLiteral(">")) +
                 QLatin1String(factAt(header()->sortIndicatorSection()).id);
    return words;
}

void PieceTable::restoreLayout(const QStringList& words) {
    const int letter = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    widths_.resize(static_cast<std::size_t>(columnCount()));
    for (int column = 0; column < columnCount(); ++column) {
        const int named = header()->fontMetrics().horizontalAdvance(factAt(column).title()) + 28;  // with the sort mark
        setWidth(column, std::max(named, factAt(column).letters * letter + 16));
        setColumnHidden(column, !factAt(column).shown);
    }
    titleWidth_ = 18 * letter;
    int place = 1;
    for (QString word : words) {
        const bool sort = word.startsWith(QLatin1Char('<')) || word.startsWith(QLatin1Char('>'));
        const bool hidden = word.startsWith(QLatin1Char('-'));
        const bool down = word.startsWith(QLatin1Char('>'));
        if (sort || hidden) word.remove(0, 1);
        const int column = pieceColumn(word.section(QLatin1Char(':'), 0, 0).toLatin1().constData());
        const int width = word.section(QLatin1Char(':'), 1).toInt();
        if (column < 0) continue;
        if (sort) {
            sortByColumn(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
            continue;
        }
        const int sound = std::clamp(width, header()->minimumSectionSize(), 2000);
        if (column == titleColumn) {
            titleWidth_ = sound;
            continue;
        }
        setWidth(column, sound);
        setColumnHidden(column, hidden);
        header()->moveSection(header()->visualIndex(column), std::min(place++, columnCount() - 1));
    }
    fitTitle();
}

void PieceTable::setWidth(int column, int width) {
    widths_[static_cast<std::size_t>(column)] = width;
    fitting_ = true;
    header()->resizeSection(column, width);
    fitting_ = false;
}

void PieceTable::showColumns(const std::function<bool(int)>& which) {
    for (int column = 0; column < columnCount(); ++column)
        if (column != titleColumn) setColumnHidden(column, !which(column));
    fitTitle();
}

std::vector<std::int64_t> PieceTable::selectedIds() const {
    std::vector<std::int64_t> ids;
    for (const QModelIndex& row : selectionModel()->selectedRows()) ids.push_back(row.data(PieceModel::IdRole).toLongLong());
    return ids;
}

void PieceTable::fillColumnMenu(QMenu* menu) {
    for (int place = 0; place < columnCount(); ++place) {
        const int column = header()->logicalIndex(place);
        if (column == titleColumn) continue;
        QAction* action = menu->addAction(factAt(column).title());
        action->setToolTip(factAt(column).tooltip());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            fitTitle();
        });
    }
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    menu->addAction(tr("Show all columns"), this, [this] { showColumns([](int) { return true; }); });
    menu->addAction(tr("Reset the columns"), this, [this] {
        for (int column = 0; column < columnCount(); ++column) header()->moveSection(header()->visualIndex(column), column);
        restoreLayout({});
    });
}

void PieceTable::showHeaderMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu);
    menu->popup(header()->mapToGlobal(at));
}

void PieceTable::fitTitle() {
    int others = 0;
    for (int column = 0; column < columnCount(); ++column)
        if (column != titleColumn && !isColumnHidden(column)) others += header()->sectionSize(column);
    fitting_ = true;
    header()->resizeSection(titleColumn, std::max(titleWidth_, viewport()->width() - others));
    fitting_ = false;
    placeFrozen();
}

void PieceTable::placeFrozen() {
    const bool wanted = horizontalScrollBar()->value() > 0;
    if (wanted) {
        const int most = viewport()->width() * 3 / 5;  // the others want to be seen, too
        const int width = std::min(header()->sectionSize(titleColumn), most);
        frozen_->header()->resizeSection(titleColumn, width);
        frozen_->header()->setFixedHeight(header()->height());
        frozen_->setGeometry(header()->x(), header()->y(), width, header()->height() + viewport()->height());
        frozen_->verticalScrollBar()->setValue(verticalScrollBar()->value());
    }
    frozen_->setVisible(wanted);
}

void PieceTable::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitTitle();
}

void PieceTable::scrollContentsBy(int dx, int dy) {
    QTreeView::scrollContentsBy(dx, dy);
    if (dx != 0) placeFrozen();
}

}  // namespace ricercar
