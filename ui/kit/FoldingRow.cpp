// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FoldingRow.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace ricercar {
namespace {

constexpr int never = std::numeric_limits<int>::max();

QString wordsOf(const QWidget& control) {
    if (const auto* button = qobject_cast<const QToolButton*>(&control); button && button->defaultAction())
        return button->defaultAction()->text();
    const QString name = control.accessibleName().isEmpty() ? control.toolTip() : control.accessibleName();
    const auto* button = qobject_cast<const QAbstractButton*>(&control);
    return name.isEmpty() && button ? button->text() : name;
}

QString escaped(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

void addButton(QMenu& menu, QToolButton& button) {
    if (QAction* action = button.defaultAction()) {
        menu.addAction(action);
        if (button.menu()) menu.addMenu(button.menu());
        return;
    }
    if (button.menu()) {
        button.menu()->setTitle(escaped(wordsOf(button)));
        button.menu()->setIcon(button.icon());
        menu.addMenu(button.menu())->setEnabled(button.isEnabled());
        return;
    }
    QAction* action = menu.addAction(button.icon(), escaped(wordsOf(button)), &button, &QAbstractButton::click);
    action->setEnabled(button.isEnabled());
    action->setCheckable(button.isCheckable());
    action->setChecked(button.isChecked());
}

void addChoices(QMenu& menu, QComboBox& box) {
    QMenu* choices = menu.addMenu(escaped(wordsOf(box)));
    choices->setEnabled(box.isEnabled());
    for (int i = 0; i < box.count(); ++i) {
        QAction* action = choices->addAction(escaped(box.itemText(i)), &box, [&box, i] {
            box.setCurrentIndex(i);
            emit box.activated(i);
        });
        action->setCheckable(true);
        action->setChecked(i == box.currentIndex());
    }
}

}  // namespace

FoldingRow::FoldingRow(QWidget* parent)
    : QWidget(parent), row_(new QHBoxLayout(this)), more_(new QToolButton(this)), menu_(new QMenu(more_)) {
    row_->setSizeConstraint(QLayout::SetNoConstraint);
    row_->setContentsMargins(0, 0, 0, 0);
    more_->setObjectName(QStringLiteral("more"));
    more_->setText(QStringLiteral("⋯"));
    more_->setAutoRaise(true);
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setMenu(menu_);
    more_->setToolTip(tr("More: what has no room here"));
    more_->setAccessibleName(tr("More"));
    more_->hide();
    row_->addWidget(more_);
    connect(menu_, &QMenu::aboutToShow, this, &FoldingRow::fillMenu);
}

void FoldingRow::add(QWidget* control, int fold, int stretch) {
    row_->insertWidget(row_->count() - 1, control, stretch);
    entries_.push_back({control, fold == 0 ? never : fold});
}

void FoldingRow::insert(QWidget* before, QWidget* control, int fold) {
    row_->insertWidget(row_->indexOf(before), control);
    entries_.push_back({control, fold == 0 ? never : fold});
}

void FoldingRow::addGap(int width) {
    auto* gap = new QWidget;
    gap->setFixedWidth(width);
    add(gap);
}

void FoldingRow::addStretch() { row_->insertStretch(row_->count() - 1, 1); }

void FoldingRow::setMargins(int left, int top, int right, int bottom) { row_->setContentsMargins(left, top, right, bottom); }

void FoldingRow::setSpacing(int pixels) { row_->setSpacing(pixels); }

bool FoldingRow::isFolded(const QWidget* control) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.control == control && e.folded; });
}

int FoldingRow::widthOf(const Entry& entry) const {
    const QWidget& control = *entry.control;
    if (control.isHidden() && !entry.folded) return -1;
    const int least = std::max(control.minimumSizeHint().width(), control.minimumWidth());
    return std::min(least, control.maximumWidth());
}

/// The width that is needed where all that leave up to this one have left.
int FoldingRow::needed(int foldsUpTo) const {
    const QMargins margins = row_->contentsMargins();
    const int spacing = std::max(0, row_->spacing());
    int width = margins.left() + margins.right();
    bool any = false;
    for (const Entry& entry : entries_) {
        const int own = widthOf(entry);
        if (own < 0) continue;
        if (entry.fold <= foldsUpTo)
            any = true;
        else
            width += own + spacing;
    }
    return any ? width + more_->sizeHint().width() : width - spacing;
}

QSize FoldingRow::minimumSizeHint() const {
    const QSize least = row_->minimumSize();
    return {needed(never - 1), std::max(least.height(), more_->sizeHint().height())};
}

QSize FoldingRow::sizeHint() const { return {needed(0), std::max(row_->sizeHint().height(), more_->sizeHint().height())}; }

void FoldingRow::fold() {
    if (folding_) return;
    folding_ = true;
    std::vector<int> order{0};
    for (const Entry& entry : entries_)
        if (entry.fold != never) order.push_back(entry.fold);
    std::sort(order.begin(), order.end());
    const auto fits = std::find_if(order.begin(), order.end(), [this](int upTo) { return needed(upTo) <= width(); });
    const int upTo = fits == order.end() ? order.back() : *fits;
    bool any = false;
    for (Entry& entry : entries_) {
        const bool away = entry.fold <= upTo && (entry.folded || !entry.control->isHidden());
        any = any || (away && !qobject_cast<QLabel*>(entry.control));
        if (away == entry.folded) {
            if (away) entry.control->hide();
            continue;
        }
        entry.folded = away;
        entry.control->setVisible(!away);
    }
    more_->setVisible(any);
    folding_ = false;
}

void FoldingRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

bool FoldingRow::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) {
        fold();
        updateGeometry();
    }
    return QWidget::event(event);
}

void FoldingRow::fillMenu() {
    menu_->clear();
    for (const Entry& entry : entries_) {
        if (!entry.folded) continue;
        if (auto* button = qobject_cast<QToolButton*>(entry.control))
            addButton(*menu_, *button);
        else if (auto* box = qobject_cast<QComboBox*>(entry.control))
            addChoices(*menu_, *box);
        else if (auto* check = qobject_cast<QAbstractButton*>(entry.control)) {
            QAction* action = menu_->addAction(check->text(), check, &QAbstractButton::click);
            action->setCheckable(check->isCheckable());
            action->setChecked(check->isChecked());
        }
    }
}

}  // namespace ricercar
