// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/Shortcuts.h"

#include <QAction>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace ricercar {
namespace {

QString keyOf(const QAction& action) { return QStringLiteral("shortcuts/") + action.objectName(); }

QString plain(QString text) { return text.remove(u'&'); }

}  // namespace

Shortcuts::Shortcuts(QSettings& settings, QObject* parent) : QObject(parent), settings_(settings) {}

void Shortcuts::addMenu(const QMenu& menu) { addMenu(menu, plain(menu.title())); }

void Shortcuts::addMenu(const QMenu& menu, const QString& title) {
    for (QAction* action : menu.actions()) {
        if (action->menu())
            addMenu(*action->menu(), title);
        else if (!action->objectName().isEmpty() && !entryOf(*action))
            entries_.push_back({action, title, action->shortcuts()});
    }
}

void Shortcuts::restore() {
    for (const Entry& entry : entries_) {
        const QString key = keyOf(*entry.action);
        if (settings_.contains(key))
            entry.action->setShortcut(QKeySequence::fromString(settings_.value(key).toString(), QKeySequence::PortableText));
    }
    emit changed();
}

const Shortcuts::Entry* Shortcuts::entryOf(const QAction& action) const {
    const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.action == &action; });
    return at == entries_.end() ? nullptr : &*at;
}

void Shortcuts::choose(QAction& action, const QKeySequence& keys) {
    action.setShortcut(keys);
    settings_.setValue(keyOf(action), keys.toString(QKeySequence::PortableText));
    emit changed();
}

void Shortcuts::reset(QAction& action) {
    const Entry* entry = entryOf(action);
    if (!entry) return;
    action.setShortcuts(entry->usual);
    settings_.remove(keyOf(action));
    emit changed();
}

QAction* Shortcuts::usedBy(const QKeySequence& keys, const QAction& but) const {
    if (keys.isEmpty()) return nullptr;
    for (const Entry& entry : entries_)
        if (entry.action != &but && entry.action->shortcuts().contains(keys)) return entry.action;
    return nullptr;
}

}  // namespace ricercar
