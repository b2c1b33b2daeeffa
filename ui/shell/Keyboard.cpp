// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Keyboard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace ricercar {
namespace {

/// What a tip says in its first line.
constexpr const char* namedByTip = "namedByTip";

QAbstractSpinBox* fieldOf(QObject* object) {
    for (; object; object = object->parent())
        if (auto* field = qobject_cast<QAbstractSpinBox*>(object)) return field;
    return nullptr;
}

void nameByTip(QWidget* widget) {
    const auto* button = qobject_cast<QAbstractButton*>(widget);
    const bool control = button || qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
                         qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QAbstractItemView*>(widget);
    if (!control || widget->toolTip().isEmpty() || (button && !button->text().isEmpty())) return;
    if (!widget->accessibleName().isEmpty() && !widget->property(namedByTip).toBool()) return;
    widget->setProperty(namedByTip, true);
    widget->setAccessibleName(widget->toolTip().section(QLatin1Char('\n'), 0, 0));
}

}  // namespace

Keyboard::Keyboard(QWidget* window) : QObject(window), window_(window) { qApp->installEventFilter(this); }

bool Keyboard::isHere(const QWidget* widget) const {
    while (widget && widget != window_ && !(widget->isWindow() && widget->windowType() == Qt::Dialog))
        widget = widget->parentWidget();
    return widget == window_;
}

bool Keyboard::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::ShortcutOverride: {
            if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Space) break;
            const auto* view = qobject_cast<QAbstractItemView*>(watched);
            const bool checkable = view && view->currentIndex().flags().testFlag(Qt::ItemIsUserCheckable);
            if (!checkable && !qobject_cast<QAbstractButton*>(watched)) break;
            event->accept();
            return true;
        }
        case QEvent::KeyPress: {
            const int key = static_cast<QKeyEvent*>(event)->key();
            auto* field = key == Qt::Key_Return || key == Qt::Key_Enter ? qobject_cast<QAbstractSpinBox*>(watched) : nullptr;
            if (!field || !isHere(field)) break;
            field->interpretText();
            field->clearFocus();
            return true;
        }
        case QEvent::MouseButtonPress: {
            auto* pressed = qobject_cast<QWidget*>(watched);
            auto* field = fieldOf(QApplication::focusWidget());
            if (pressed && field && fieldOf(pressed) != field && isHere(field) && isHere(pressed)) {
                field->interpretText();
                field->clearFocus();
            }
            break;
        }
        case QEvent::Polish:
        case QEvent::ToolTipChange:
            if (auto* widget = qobject_cast<QWidget*>(watched)) nameByTip(widget);
            break;
        default: break;
    }
    return QObject::eventFilter(watched, event);
}

void nameByTips(QWidget* parent) {
    for (QWidget* widget : parent->findChildren<QWidget*>()) nameByTip(widget);
}

}  // namespace ricercar
