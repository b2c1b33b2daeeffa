// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ShortcutsPage.h"

#include "ui/kit/Icons.h"
#include "ui/settings/Shortcuts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ricercar {
namespace {

QString commandText(QString text) { return text.remove(u'&').remove(QStringLiteral(" …")); }

QString keysOf(const QAction& action) { return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText); }

}  // namespace

ShortcutsPage::ShortcutsPage(Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent),
      shortcuts_(shortcuts),
      search_(new QLineEdit),
      list_(new QTreeWidget),
      keys_(new QKeySequenceEdit),
      none_(new QPushButton(tr("No keys"))),
      usual_(new QPushButton(tr("As usual"))),
      problem_(new QLabel) {
    setObjectName(QStringLiteral("shortcutsPage"));
    search_->setObjectName(QStringLiteral("searchShortcuts"));
    search_->setPlaceholderText(tr("Search commands and keys"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    list_->setObjectName(QStringLiteral("shortcutList"));
    list_->setHeaderLabels({tr("Command"), tr("Keys")});
    list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list_->header()->setStretchLastSection(false);
    keys_->setObjectName(QStringLiteral("shortcutKeys"));
    keys_->setAccessibleName(tr("Keys of the chosen command"));
    none_->setObjectName(QStringLiteral("noShortcut"));
    usual_->setObjectName(QStringLiteral("usualShortcut"));
    problem_->setObjectName(QStringLiteral("shortcutProblem"));
    problem_->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(keys_, 1);
    row->addWidget(none_);
    row->addWidget(usual_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(search_);
    column->addWidget(list_, 1);
    column->addLayout(row);
    column->addWidget(problem_);
    connect(search_, &QLineEdit::textChanged, this, &ShortcutsPage::narrow);
    connect(list_, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::follow);
    connect(keys_, &QKeySequenceEdit::editingFinished, this, &ShortcutsPage::edited);
    connect(none_, &QPushButton::clicked, this, [this] { shortcuts_.choose(*current(), {}); });
    connect(usual_, &QPushButton::clicked, this, [this] { shortcuts_.reset(*current()); });
    connect(&shortcuts_, &Shortcuts::changed, this, [this] {
        for (QTreeWidgetItemIterator at(list_); *at; ++at)
            if (auto* action = (*at)->data(0, Qt::UserRole).value<QAction*>()) (*at)->setText(1, keysOf(*action));
        follow();
    });
    fill();
    follow();
}

void ShortcutsPage::fill() {
    QTreeWidgetItem* menu = nullptr;
    for (const Shortcuts::Entry& entry : shortcuts_.entries()) {
        if (!menu || menu->text(0) != entry.menu) {
            menu = new QTreeWidgetItem(list_, {entry.menu});
            menu->setFlags(Qt::ItemIsEnabled);
            menu->setExpanded(true);
        }
        auto* item = new QTreeWidgetItem(menu, {commandText(entry.action->text()), keysOf(*entry.action)});
        item->setData(0, Qt::UserRole, QVariant::fromValue(entry.action));
    }
}

QAction* ShortcutsPage::current() const {
    const QTreeWidgetItem* item = list_->currentItem();
    return item ? item->data(0, Qt::UserRole).value<QAction*>() : nullptr;
}

void ShortcutsPage::follow() {
    const QAction* action = current();
    const QSignalBlocker quiet(keys_);
    keys_->setKeySequence(action ? action->shortcut() : QKeySequence());
    const QString why = action ? QString() : tr("Choose a command in the list first");
    for (QWidget* widget : {static_cast<QWidget*>(keys_), static_cast<QWidget*>(none_), static_cast<QWidget*>(usual_)}) {
        widget->setEnabled(action != nullptr);
        widget->setToolTip(why);
    }
    problem_->clear();
}

void ShortcutsPage::edited() {
    QAction* action = current();
    const QKeySequence wanted(keys_->keySequence()[0]);  // one chord; more would wait for the next key
    if (!action || wanted == action->shortcut()) return;
    const QAction* other = shortcuts_.usedBy(wanted, *action);
    if (!other) {
        shortcuts_.choose(*action, wanted);
        return;
    }
    follow();
    problem_->setText(
        tr("%1 belongs to “%2” already.").arg(wanted.toString(QKeySequence::NativeText), commandText(other->text())));
}

void ShortcutsPage::narrow(const QString& words) {
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* menu = list_->topLevelItem(i);
        bool any = false;
        for (int k = 0; k < menu->childCount(); ++k) {
            QTreeWidgetItem* item = menu->child(k);
            const bool found =
                item->text(0).contains(words, Qt::CaseInsensitive) || item->text(1).contains(words, Qt::CaseInsensitive);
            item->setHidden(!found);
            any = any || found;
        }
        menu->setHidden(!any);
    }
}

}  // namespace ricercar
