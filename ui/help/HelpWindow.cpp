// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/HelpWindow.h"

#include "ui/help/HelpBrowser.h"
#include "ui/kit/Icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ricercar {
namespace {

constexpr QSize usual(1000, 680);
constexpr int pageRole = Qt::UserRole, anchorRole = Qt::UserRole + 1;

QToolButton* toolButton(const QString& sign, const QString& words, const char* name) {
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(sign));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setAutoRaise(true);
    return button;
}

}  // namespace

HelpWindow::HelpWindow(Handbook handbook, QWidget* parent)
    : QWidget(parent, Qt::Window),
      handbook_(std::move(handbook)),
      text_(new HelpBrowser),
      contents_(new QTreeWidget),
      found_(new QListWidget),
      side_(new QStackedWidget),
      search_(new QLineEdit) {
    setObjectName(QStringLiteral("handbook"));
    setWindowTitle(tr("Handbook – Ricercar"));
    resize(usual.boundedTo(screen()->availableGeometry().size() * 0.9));
    contents_->setObjectName(QStringLiteral("helpContents"));
    contents_->setAccessibleName(tr("Contents"));
    contents_->setHeaderHidden(true);
    found_->setObjectName(QStringLiteral("helpFound"));
    found_->setAccessibleName(tr("What was found"));
    found_->setWordWrap(true);
    text_->setAccessibleName(tr("Page"));
    for (QAbstractItemView* list : {static_cast<QAbstractItemView*>(contents_), static_cast<QAbstractItemView*>(found_)})
        list->setFrameShape(QFrame::NoFrame);
    side_->addWidget(contents_);
    side_->addWidget(found_);
    auto* parts = new QSplitter;
    parts->addWidget(side_);
    parts->addWidget(text_);
    parts->setStretchFactor(1, 1);
    parts->setSizes({260, 740});
    parts->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools());
    column->addWidget(parts, 1);
    fillContents();

    connect(text_, &QTextBrowser::sourceChanged, this, &HelpWindow::follow);
    const auto openItem = [this](const QTreeWidgetItem* item) {
        if (item) openPlace(item->data(0, pageRole).toString(), item->data(0, anchorRole).toString());
    };
    connect(contents_, &QTreeWidget::itemClicked, this, openItem);
    connect(contents_, &QTreeWidget::itemActivated, this, openItem);
    connect(found_, &QListWidget::itemClicked, this, [this] { openHit(found_->currentRow()); });
    connect(found_, &QListWidget::itemActivated, this, [this] { openHit(found_->currentRow()); });
    connect(search_, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(search_, &QLineEdit::returnPressed, this, [this] { openHit(0); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search_, [this] {
        search_->setFocus();
        search_->selectAll();
    });
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    open(Handbook::order().front());
    text_->setFocus();
}

QWidget* HelpWindow::tools() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 6, 8, 6);
    auto* back = toolButton(QStringLiteral("back"), tr("Back"), "helpBack");
    auto* forward = toolButton(QStringLiteral("forward"), tr("Forward"), "helpForward");
    back->setShortcut(QKeySequence::Back);
    forward->setShortcut(QKeySequence::Forward);
    back->setEnabled(false);
    forward->setEnabled(false);
    search_->setObjectName(QStringLiteral("helpSearch"));
    search_->setPlaceholderText(tr("Search the handbook"));
    search_->setAccessibleName(tr("Search the handbook"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search_->setMaximumWidth(320);
    row->addWidget(back);
    row->addWidget(forward);
    row->addSpacing(8);
    row->addWidget(search_, 1);
    row->addStretch(1);
    connect(back, &QToolButton::clicked, text_, &QTextBrowser::backward);
    connect(forward, &QToolButton::clicked, text_, &QTextBrowser::forward);
    connect(text_, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(text_, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
    return bar;
}

void HelpWindow::fillContents() {
    for (const HelpPage& page : handbook_.pages()) {
        auto* item = new QTreeWidgetItem(contents_, {page.title()});
        item->setData(0, pageRole, page.name);
        for (const HelpHeading& heading : page.headings)
            if (heading.level == 2) {
                auto* child = new QTreeWidgetItem(item, {heading.title});
                child->setData(0, pageRole, page.name);
                child->setData(0, anchorRole, heading.anchor);
            }
    }
}

void HelpWindow::open(const QString& page, const QString& anchor) {
    const QUrl url = handbook_.url(page, anchor);
    if (url.isEmpty()) {
        text_->setPlainText(tr("The handbook is not installed: its pages are missing from this program's resources."));
        return;
    }
    search_->clear();
    if (url != text_->source()) text_->setSource(url);
}

QString HelpWindow::page() const {
    const HelpPage* page = handbook_.pageOf(text_->source());
    return page ? page->name : QString();
}

void HelpWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void HelpWindow::search(const QString& words) {
    side_->setCurrentWidget(words.trimmed().isEmpty() ? static_cast<QWidget*>(contents_) : found_);
    hits_ = handbook_.search(words);
    found_->clear();
    for (const HelpHit& hit : hits_)
        found_->addItem(hit.anchor.isEmpty() ? hit.title : QStringLiteral("%1 ▸ %2").arg(hit.title, hit.place));
    if (hits_.isEmpty() && !words.trimmed().isEmpty()) {
        auto* none = new QListWidgetItem(tr("Nothing was found. Try a shorter word."), found_);
        none->setFlags(Qt::NoItemFlags);
    }
}

void HelpWindow::openHit(int row) {
    if (row < 0 || row >= hits_.size()) return;
    openPlace(hits_[row].page, hits_[row].anchor);
    text_->mark(search_->text());
}

void HelpWindow::openPlace(const QString& page, const QString& anchor) {
    QUrl url = handbook_.url(page);
    if (!anchor.isEmpty()) url.setFragment(anchor);
    text_->setSource(url);
}

void HelpWindow::follow() {
    const QString name = page(), anchor = text_->source().fragment();
    for (int i = 0; i < contents_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = contents_->topLevelItem(i);
        if (item->data(0, pageRole).toString() != name) {
            item->setExpanded(false);
            continue;
        }
        QTreeWidgetItem* current = item;
        for (int child = 0; child < item->childCount(); ++child)
            if (!anchor.isEmpty() && item->child(child)->data(0, anchorRole).toString() == anchor) current = item->child(child);
        item->setExpanded(true);
        contents_->setCurrentItem(current);
    }
    if (const HelpPage* shown = handbook_.page(name)) setWindowTitle(tr("%1 – Handbook").arg(shown->title()));
}

}  // namespace ricercar
