// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/DatasetPanel.h"

#include "ui/dataset/PieceFilter.h"
#include "ui/dataset/PieceModel.h"
#include "ui/dataset/PieceTable.h"
#include "ui/kit/FoldedText.h"
#include "ui/kit/IconLabel.h"
#include "ui/kit/Icons.h"
#include "ui/kit/Theme.h"
#include "ui/services/Curation.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/PieceWords.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace ricercar {

DatasetPanel::DatasetPanel(WorkspaceStore& store, Stage& stage, Curation& curation, QWidget* parent)
    : QWidget(parent),
      store_(store),
      stage_(stage),
      curation_(curation),
      model_(new PieceModel(store, this)),
      filter_(new PieceFilter(*model_, this)),
      pages_(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("datasetPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(pages_);
    pages_->addWidget(emptyPage());
    pages_->addWidget(listPage());
    pages_->addWidget(closedPage());
    model_->setPlan([&curation](std::int64_t id) { return curation.membership(id); },
                    [&curation](std::int64_t id) { return curation.tried(id); },
                    [&curation](std::int64_t id) { return curation.kinship(id); });
    connect(&curation, &Curation::draftChanged, model_, &PieceModel::planChanged);
    connect(&curation, &Curation::draftChanged, this, &DatasetPanel::showReason);
    connect(&curation, &Curation::planChanged, model_, &PieceModel::planChanged);
    connect(&curation, &Curation::planChanged, this, &DatasetPanel::refresh);
    connect(&store_, &WorkspaceStore::piecesChanged, this, &DatasetPanel::refresh);
    connect(&store_, &WorkspaceStore::opened, this, [this] { search_->clear(); });
    connect(&store_, &WorkspaceStore::openFailed, this, [this](const QString& sentence) {
        problem_->setText(sentence);
        if (!store_.isOpen()) pages_->setCurrentIndex(2);
    });
    refresh();
}

QWidget* DatasetPanel::emptyPage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 24, 8, 24);
    column->setSpacing(8);
    auto* picture = new IconLabel(QStringLiteral("drop"), 48, &Theme::mutedText);
    picture->setAlignment(Qt::AlignCenter);
    auto* words = new QLabel(tr("Drop MIDI files or folders here. Ricercar learns from them."));
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    auto* files = new QPushButton(icon(QStringLiteral("file")), tr("Add files …"));
    auto* folder = new QPushButton(icon(QStringLiteral("folder")), tr("Add folder …"));
    column->addStretch(1);
    column->addWidget(picture);
    column->addWidget(words);
    column->addSpacing(8);
    for (QPushButton* button : {files, folder}) column->addWidget(button);
    column->addStretch(2);
    connect(files, &QPushButton::clicked, this, &DatasetPanel::addFilesRequested);
    connect(folder, &QPushButton::clicked, this, &DatasetPanel::addFolderRequested);
    return page;
}

QWidget* DatasetPanel::closedPage() {
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("closedPage"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 24, 8, 24);
    column->setSpacing(8);
    auto* title = new QLabel(tr("No workspace is open."));
    problem_ = new QLabel;
    problem_->setObjectName(QStringLiteral("problem"));
    for (QLabel* label : {title, problem_}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* open = new QPushButton(icon(QStringLiteral("folder")), tr("Open another …"));
    auto* make = new QPushButton(icon(QStringLiteral("plus")), tr("New workspace …"));
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(problem_);
    column->addSpacing(8);
    column->addWidget(open);
    column->addWidget(make);
    column->addStretch(2);
    connect(open, &QPushButton::clicked, this, &DatasetPanel::openRequested);
    connect(make, &QPushButton::clicked, this, &DatasetPanel::newRequested);
    return page;
}

QWidget* DatasetPanel::listPage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);

    search_ = new QLineEdit;
    search_->setObjectName(QStringLiteral("search"));
    search_->setAccessibleName(tr("Search the pieces"));
    search_->setPlaceholderText(tr("Search title, key, reason"));
    search_->setToolTip(tr("Searches title, file, tags, key, meter and reasons"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    states_ = new QComboBox;
    states_->setObjectName(QStringLiteral("states"));
    states_->setToolTip(tr("Which pieces are listed"));
    for (int i = 0; i < 4; ++i) states_->addItem(QString());
    subsets_ = new QComboBox;
    subsets_->setObjectName(QStringLiteral("sides"));
    subsets_->setToolTip(tr("On which side of the split"));
    subsets_->addItem(tr("Any split"));
    for (int subset = 0; subset < 4; ++subset) subsets_->addItem(subsetName(static_cast<Subset>(subset)));
    for (QComboBox* box : {states_, subsets_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
    }
    auto* add = new QToolButton;
    add->setIcon(icon(QStringLiteral("plus")));
    add->setToolTip(tr("Add MIDI files or a folder"));
    add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(add);
    menu->addAction(icon(QStringLiteral("file")), tr("Add files …"), this, &DatasetPanel::addFilesRequested);
    menu->addAction(icon(QStringLiteral("folder")), tr("Add folder …"), this, &DatasetPanel::addFolderRequested);
    menu->addAction(icon(QStringLiteral("note")), tr("Add the demo dataset"), this, &DatasetPanel::demoRequested);
    add->setMenu(menu);
    auto* columns = new QToolButton;
    columns->setObjectName(QStringLiteral("columns"));
    columns->setIcon(icon(QStringLiteral("columns")));
    columns->setToolTip(tr("Which columns are shown"));
    columns->setPopupMode(QToolButton::InstantPopup);
    auto* columnMenu = new QMenu(columns);
    columns->setMenu(columnMenu);
    auto* exports = new QToolButton;
    exports->setIcon(icon(QStringLiteral("export")));
    exports->setToolTip(tr("Export the table or the dataset"));
    exports->setPopupMode(QToolButton::InstantPopup);
    exportMenu_ = new QMenu(exports);
    exports->setMenu(exportMenu_);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(search_, 1);
    tools->addWidget(columns);
    tools->addWidget(exports);
    tools->addWidget(add);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(4);
    filters->addWidget(states_, 3);
    filters->addWidget(subsets_, 2);

    table_ = new PieceTable;
    table_->setObjectName(QStringLiteral("pieces"));
    table_->setAccessibleName(tr("Pieces"));
    table_->setModel(filter_);
    table_->installEventFilter(this);
    connect(columnMenu, &QMenu::aboutToShow, this, [this, columnMenu] {
        columnMenu->clear();
        table_->fillColumnMenu(columnMenu);
    });

    reason_ = new FoldedText(8);
    reason_->label()->setObjectName(QStringLiteral("reason"));
    summary_ = new QLabel;
    summary_->setObjectName(QStringLiteral("summary"));
    summary_->setWordWrap(true);
    summary_->setMargin(4);

    column->addLayout(tools);
    column->addLayout(filters);
    column->addWidget(table_, 1);
    column->addWidget(reason_);
    column->addWidget(summary_);

    connect(search_, &QLineEdit::textChanged, this, [this](const QString& words) {
        filter_->setWords(words);
        if (table_->currentIndex().isValid())
            table_->scrollTo(table_->currentIndex());
        else
            table_->scrollToTop();
    });
    connect(states_, &QComboBox::activated, this, [this](int index) {
        filter_->setState(index == 0 ? std::nullopt : std::optional(static_cast<PieceState>(index - 1)));
    });
    connect(subsets_, &QComboBox::activated, this, [this](int index) {
        filter_->setSubset(index == 0 ? std::nullopt : std::optional(static_cast<Subset>(index - 1)));
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        showReason();
        // Tab into the table makes a row the current one, and chooses none
        if (!row.isValid() || following_ || !table_->selectionModel()->isSelected(row)) return;
        stage_.showPiece(row.data(PieceModel::IdRole).toLongLong());
    });
    connect(&stage_, &Stage::shownChanged, this, &DatasetPanel::follow);
    const auto show = [this](const QModelIndex& row) {
        const auto id = row.data(PieceModel::IdRole).toLongLong();
        const StageContent& shown = stage_.shown();
        if (shown.kind != StageContent::Kind::Piece || shown.id != id) stage_.showPiece(id);
    };
    connect(table_, &QTreeView::clicked, this, show);
    connect(table_, &QTreeView::activated, this,
            [this](const QModelIndex& row) { stage_.showPiece(row.data(PieceModel::IdRole).toLongLong()); });
    connect(table_, &QTreeView::customContextMenuRequested, this, &DatasetPanel::showMenu);
    return page;
}

void DatasetPanel::refresh() {
    std::array<int, 3> counts{};
    for (const Piece& piece : store_.pieces()) ++counts.at(static_cast<std::size_t>(piece.state));
    const int all = counts[0] + counts[1] + counts[2];
    pages_->setCurrentIndex(all == 0 ? 0 : 1);
    states_->setItemText(0, tr("All pieces (%1)").arg(whole(all)));
    states_->setItemText(1, tr("Accepted (%1)").arg(whole(counts[0])));
    states_->setItemText(2, tr("Accepted with a remark (%1)").arg(whole(counts[1])));
    states_->setItemText(3, tr("Rejected (%1)").arg(whole(counts[2])));
    const DatasetSummary::Total set = curation_.summary().total();
    QStringList parts{tr("%Ln pieces to learn from", nullptr, set.pieces), tr("%1 bars").arg(whole(set.bars)),
                      duration(set.hours * 3600.0)};
    const int out = curation_.summary().subsets[static_cast<std::size_t>(Subset::Off)].pieces;
    if (out > 0) parts << tr("%1 left out").arg(whole(out));
    if (counts[2] > 0) parts << tr("%1 rejected").arg(whole(counts[2]));
    summary_->setText(parts.join(QStringLiteral(" · ")));
    showReason();
}

void DatasetPanel::showReason() {
    const QModelIndex current = table_->currentIndex();
    const int row = current.isValid() ? model_->rowOf(current.data(PieceModel::IdRole).toLongLong()) : -1;
    reason_->setText(row < 0 ? QString() : pieceReasons(model_->facts(row)));
}

void DatasetPanel::follow() {
    const StageContent& shown = stage_.shown();
    following_ = true;
    if (shown.kind != StageContent::Kind::Piece) {
        table_->selectionModel()->clear();
    } else if (table_->currentIndex().data(PieceModel::IdRole).toLongLong() != shown.id) {
        const int row = model_->rowOf(shown.id);
        const QModelIndex found = row < 0 ? QModelIndex() : filter_->mapFromSource(model_->index(row, PieceModel::Title));
        if (found.isValid()) table_->setCurrentIndex(found);
    }
    following_ = false;
}

void DatasetPanel::listOnly(std::optional<PieceState> state) {
    search_->clear();
    subsets_->setCurrentIndex(0);
    filter_->setSubset(std::nullopt);
    states_->setCurrentIndex(state ? static_cast<int>(*state) + 1 : 0);
    filter_->setState(state);
    table_->setFocus();
}

std::vector<std::int64_t> DatasetPanel::selected() const { return table_->selectedIds(); }

QStringList DatasetPanel::tableLayout() const { return table_->layoutWords(); }

void DatasetPanel::restoreTableLayout(const QStringList& words) { table_->restoreLayout(words); }

void DatasetPanel::addHeader(QWidget* row) { static_cast<QVBoxLayout*>(pages_->widget(1)->layout())->insertWidget(0, row); }

void DatasetPanel::showMenu(const QPoint& at) {
    const QModelIndex row = table_->indexAt(at);
    if (!row.isValid()) return;
    const auto id = row.data(PieceModel::IdRole).toLongLong();
    const Piece* piece = store_.piece(id);
    const bool music = piece && piece->steps > 0;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("pieceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show in the roll"), this, [this, id] { stage_.showPiece(id); })->setEnabled(music);
    menu->addAction(tr("Use as primer"), this, [this, id] { emit primerRequested(id); })->setEnabled(music);
    menu->addSeparator();
    emit menuOpening(menu, selected());
    menu->addAction(icon(QStringLiteral("trash")), tr("Remove from the workspace"), this, &DatasetPanel::removeSelected);
    menu->popup(table_->viewport()->mapToGlobal(at));
}

void DatasetPanel::removeSelected() { store_.removePieces(selected()); }

bool DatasetPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Delete)) {
        removeSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace ricercar
