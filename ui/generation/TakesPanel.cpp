// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/TakesPanel.h"

#include "ui/generation/FigureBars.h"
#include "ui/generation/TakeDelegate.h"
#include "ui/generation/TakeFilter.h"
#include "ui/generation/TakeModel.h"
#include "ui/kit/Icons.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Audition.h"
#include "ui/services/Stage.h"
#include "ui/services/TakeFigures.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyleHints>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

constexpr int controlsWidth = 196;
constexpr int leastCards = 176;  // width of one beside the figures

QToolButton* toolButton(const char* name, const QString& sign, const QString& tip) {
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(sign));
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}  // namespace

TakesPanel::TakesPanel(WorkspaceStore& store, Stage& stage, Audition& audition, TakeFigures& figures, const TakeTree& tree,
                       QWidget* parent)
    : QWidget(parent),
      store_(store),
      stage_(stage),
      audition_(audition),
      figures_(figures),
      tree_(tree),
      model_(new TakeModel(store, figures, this)),
      filter_(new TakeFilter(*model_, this)),
      cards_(new TakeDelegate(store, this)),
      line_(new QBoxLayout(QBoxLayout::TopToBottom, this)),
      pages_(new QStackedWidget),
      list_(new QListView),
      controls_(makeControls()),
      beside_(makeFigures()) {
    setObjectName(QStringLiteral("takesPanel"));
    const auto page = [this](const QString& words) {
        auto* label = new MutedLabel(words);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setMargin(8);
        pages_->addWidget(label);
    };
    page(tr("Takes are kept here. Press Generate to make the first one."));
    list_->setObjectName(QStringLiteral("takes"));
    list_->setAccessibleName(tr("Takes"));
    list_->setModel(filter_);
    list_->setItemDelegate(cards_);
    list_->setWrapping(false);
    list_->setUniformItemSizes(true);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    list_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->installEventFilter(this);
    pages_->addWidget(list_);
    page(tr("No take is like that."));
    line_->setContentsMargins(0, 0, 0, 0);
    line_->setSpacing(0);
    line_->addWidget(controls_);
    line_->addWidget(pages_, 1);
    line_->addWidget(beside_);

    connect(list_, &QListView::clicked, this, &TakesPanel::clicked);
    connect(list_, &QListView::customContextMenuRequested, this, &TakesPanel::showMenu);
    connect(&stage_, &Stage::shownChanged, this, &TakesPanel::follow);
    connect(&store_, &WorkspaceStore::takesChanged, this, &TakesPanel::follow);
    connect(&store_, &WorkspaceStore::takesChanged, this, &TakesPanel::fillTags);
    connect(&audition_, &Audition::changed, swap_, [this] { swap_->setEnabled(audition_.canSwap()); });
    connect(&figures_, &TakeFigures::reportChanged, this, &TakesPanel::showReport);
    follow();
    fillTags();
    showReport();
}

QWidget* TakesPanel::makeControls() {
    words_ = new QLineEdit;
    words_->setObjectName(QStringLiteral("takeWords"));
    words_->setPlaceholderText(tr("Name or tag"));
    words_->setClearButtonEnabled(true);
    words_->setAccessibleName(tr("Takes with this in their name or tags"));
    liked_ = toolButton("likedOnly", QStringLiteral("heart"), tr("Only those that are liked"));
    liked_->setCheckable(true);
    tag_ = new QComboBox;
    tag_->setObjectName(QStringLiteral("takeTag"));
    tag_->setToolTip(tr("Only those with this tag"));
    tag_->setMinimumContentsLength(4);
    tag_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    order_ = new QComboBox;
    order_->setObjectName(QStringLiteral("takeOrder"));
    order_->setToolTip(tr("Order of the takes"));
    order_->setMinimumContentsLength(6);
    order_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const QString& words : {tr("Newest first"), tr("Likeliest first"), tr("Nearest to the dataset"),
                                 tr("Most notes first"), tr("Most like the shown one")})
        order_->addItem(words);
    swap_ = toolButton("swapTakes", QStringLiteral("swap"), tr("The other of the last two that sounded, from here on (B)"));
    swap_->setEnabled(false);
    showFigures_ = toolButton("showFigures", QStringLiteral("chart"), tr("Figures of the take beside the dataset"));
    showFigures_->setCheckable(true);
    showFigures_->setChecked(true);
    export_ = new QPushButton(icon(QStringLiteral("export")), tr("Export"));
    export_->setObjectName(QStringLiteral("exportTakes"));
    export_->setFocusPolicy(Qt::TabFocus);
    export_->setMenu(new QMenu(export_));

    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(4, 4, 4, 4);
    grid->setSpacing(4);
    grid->addWidget(words_, 0, 0, 1, 2);
    grid->addWidget(liked_, 0, 2);
    grid->addWidget(showFigures_, 0, 3);
    grid->addWidget(order_, 1, 0, 1, 3);
    grid->addWidget(swap_, 1, 3);
    grid->addWidget(export_, 2, 0);
    grid->addWidget(tag_, 2, 1, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1);
    connectControls();
    return box;
}

void TakesPanel::connectControls() {
    connect(words_, &QLineEdit::textChanged, this, [this](const QString& words) {
        filter_->setWords(words);
        follow();
    });
    connect(liked_, &QToolButton::toggled, this, [this](bool on) {
        filter_->setLikedOnly(on);
        follow();
    });
    connect(tag_, &QComboBox::currentIndexChanged, this, [this](int index) {
        filter_->setTag(index > 0 ? tag_->currentText() : QString());
        follow();
    });
    connect(order_, &QComboBox::currentIndexChanged, this, &TakesPanel::sortAnew);
    connect(swap_, &QToolButton::clicked, &audition_, &Audition::swap);
    connect(showFigures_, &QToolButton::toggled, this, [this](bool on) {
        figuresWanted_ = on;
        arrange();
    });
    connect(export_->menu(), &QMenu::aboutToShow, this, [this] {
        export_->menu()->clear();
        fillExport(*export_->menu());
    });
}

QWidget* TakesPanel::makeFigures() {
    bars_ = new FigureBars;
    passage_ = new QPushButton;
    passage_->setObjectName(QStringLiteral("sharedPassage"));
    passage_->setFlat(true);
    passage_->setFocusPolicy(Qt::TabFocus);
    passage_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(8, 2, 8, 2);
    column->setSpacing(0);
    column->addWidget(bars_, 1);
    column->addWidget(passage_);
    connect(passage_, &QPushButton::clicked, this, [this] {
        const TakeReport& report = figures_.report();
        if (report.piece != 0 && report.copied)
            emit passageRequested(report.piece, report.copied->pieceStart, report.copied->steps);
    });
    return box;
}

void TakesPanel::showReport() {
    const TakeReport& report = figures_.report();
    bars_->setReport(report);
    const bool shared = report.copied && report.copied->steps > 0;
    QString words = figures_.indexAwaited() ? tr("The dataset is being read …") : QString();
    QString tip;
    if (report.take != 0 && report.copied && !shared) words = tr("Shares nothing with the dataset");
    if (shared) {
        const double bars = static_cast<double>(report.copied->steps) / report.barSteps;
        words = tr("Shares %1 bars with “%2”").arg(QLocale().toString(bars, 'f', 1), report.pieceTitle);
        tip = tr("The longest passage, at any pitch: %Ln steps. A click shows it in the piece", nullptr, report.copied->steps);
        if (report.copied->semitones != 0)
            tip += QLatin1Char('\n') + tr("%Ln semitones from there", nullptr, report.copied->semitones);
    }
    passage_->setText(passage_->fontMetrics().elidedText(words, Qt::ElideRight, std::max(40, passage_->width() - 16)));
    passage_->setToolTip(tip.isEmpty() ? words : words + QLatin1Char('\n') + tip);
    passage_->setAccessibleName(words.isEmpty() ? tr("The dataset is being read …") : words);
    passage_->setEnabled(shared);
    arrange();
}

void TakesPanel::arrange() {
    const bool strip = width() > 2 * height();
    bool roomy = true, room = true;  // for the figures: beside two cards, beside one
    if (strip) {
        const int left = width() - controlsWidth;
        const int figures = bars_->widthForHeight(height() - passage_->sizeHint().height() - 4) + 16;
        roomy = left - figures >= 2 * leastCards;
        room = left >= leastCards + bars_->minimumSizeHint().width() + 16;
        controls_->setFixedWidth(controlsWidth);
        beside_->setFixedWidth(roomy ? figures : std::max(0, std::min(figures, left - leastCards)));
        bars_->setMinimumHeight(0);
        bars_->setMaximumHeight(QWIDGETSIZE_MAX);
    } else {
        for (QWidget* widget : {controls_, beside_}) {
            widget->setMinimumWidth(0);
            widget->setMaximumWidth(QWIDGETSIZE_MAX);
        }
        bars_->setFixedHeight(bars_->heightForWidth(std::max(100, width() - 16)));
        room = roomy = height() > 2 * bars_->height() + controls_->sizeHint().height();
    }
    const bool wanted = figuresWanted_.value_or(roomy);
    const QSignalBlocker blocker(showFigures_);
    showFigures_->setChecked(wanted && room);
    showFigures_->setEnabled(room);
    beside_->setVisible(wanted && room && figures_.report().take != 0);
}

void TakesPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool strip = width() > 2 * height();
    line_->setDirection(strip ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    cards_->setStrip(strip);
    list_->setFlow(strip ? QListView::LeftToRight : QListView::TopToBottom);
    list_->setVerticalScrollBarPolicy(strip ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    list_->setHorizontalScrollBarPolicy(strip ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    showReport();
    list_->doItemsLayout();
}

void TakesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    figures_.setWanted(true);
}

void TakesPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    figures_.setWanted(false);
}

void TakesPanel::setFileOf(std::function<QString(const Take&)> fileOf) {
    model_->setFileOf(std::move(fileOf));
    list_->setDragEnabled(true);
    list_->setDragDropMode(QAbstractItemView::DragOnly);
}

const std::vector<double>& TakesPanel::sweepTemperatures() {
    static const std::vector<double> temperatures{0.7, 0.85, 1.0, 1.15, 1.3};
    return temperatures;
}

std::int64_t TakesPanel::current() const { return list_->currentIndex().data(TakeModel::IdRole).toLongLong(); }

std::vector<std::int64_t> TakesPanel::selected() const {
    QModelIndexList rows = list_->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    std::vector<std::int64_t> ids;
    for (const QModelIndex& row : rows) ids.push_back(row.data(TakeModel::IdRole).toLongLong());
    if (ids.empty() && current() != 0) ids.push_back(current());
    return ids;
}

void TakesPanel::follow() {
    pages_->setCurrentIndex(filter_->rowCount() > 0 ? 1 : model_->rowCount() > 0 ? 2 : 0);
    const StageContent& shown = stage_.shown();
    if (shown.kind == StageContent::Kind::Take) {
        const int row = model_->rowOf(shown.id);
        const QModelIndex at = row >= 0 ? filter_->mapFromSource(model_->index(row)) : QModelIndex();
        if (at.isValid() && at != list_->currentIndex()) list_->setCurrentIndex(at);
    } else {
        list_->clearSelection();
        list_->setCurrentIndex({});
    }
    if (order_->currentIndex() == static_cast<int>(TakeOrder::Similarity)) sortAnew();
    swap_->setEnabled(audition_.canSwap());
    const bool music = shown.kind != StageContent::Kind::Draft && shown.roll.steps() > 0;
    export_->setEnabled(music || !selected().empty());
    export_->setToolTip(music ? tr("Exports what the roll shows, or the takes that are selected")
                              : tr("Show a take or a piece in the roll first"));
}

void TakesPanel::fillTags() {
    const QSignalBlocker blocker(tag_);
    const QString before = tag_->currentIndex() > 0 ? tag_->currentText() : QString();
    tag_->clear();
    tag_->addItem(tr("Any tag"));
    tag_->addItems(model_->tags());
    const int kept = before.isEmpty() ? 0 : std::max(0, tag_->findText(before));
    tag_->setCurrentIndex(kept);
    tag_->setVisible(tag_->count() > 1);
    filter_->setTag(kept > 0 ? before : QString());
}

void TakesPanel::sortAnew() {
    const StageContent& shown = stage_.shown();
    model_->setOrder(static_cast<TakeOrder>(order_->currentIndex()), shown.kind == StageContent::Kind::Take ? shown.id : 0);
    list_->scrollTo(list_->currentIndex());
}

void TakesPanel::clicked(const QModelIndex& row) {
    if (QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) return;  // it is a selection
    const auto id = row.data(TakeModel::IdRole).toLongLong();
    const bool twice =
        sinceClick_.isValid() && sinceClick_.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
    sinceClick_.start();
    if (std::exchange(clicked_, id) == id && twice) return;  // a double click is one
    audition_.play(id);
}

bool TakesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != list_ || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool ours = key->key() == Qt::Key_Space || key->key() == Qt::Key_L || key->key() == Qt::Key_Delete ||
                      key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!ours || key->modifiers() != Qt::NoModifier) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return keyPressed(key->key());
}

bool TakesPanel::keyPressed(int key) {
    if (current() == 0) return false;
    switch (key) {
        case Qt::Key_Space: audition_.play(current()); break;
        case Qt::Key_L: like(); break;
        case Qt::Key_Delete: store_.removeTakes(selected()); break;
        default: stage_.showTake(current()); break;
    }
    return true;
}

void TakesPanel::like() {
    const std::vector<std::int64_t> takes = selected();
    const bool all = std::ranges::all_of(takes, [this](std::int64_t id) {
        const TakeRow* row = store_.takeRow(id);
        return row && row->marks.liked;
    });
    store_.markTakes(takes, [all](TakeMarks& marks) { marks.liked = !all; });
}

}  // namespace ricercar
