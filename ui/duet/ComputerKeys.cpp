// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duet/ComputerKeys.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace ricercar {
namespace {

constexpr int octave = 12;

/// Semitones above A's pitch; -1: no key of the piano. Letters say where a key is on most keyboards; on those that have Y and Z
/// the other way round, both still play or move.
int semitones(int key) {
    static constexpr std::array keys{
        std::pair{Qt::Key_A, 0},  std::pair{Qt::Key_W, 1},  std::pair{Qt::Key_S, 2},  std::pair{Qt::Key_E, 3},
        std::pair{Qt::Key_D, 4},  std::pair{Qt::Key_F, 5},  std::pair{Qt::Key_T, 6},  std::pair{Qt::Key_G, 7},
        std::pair{Qt::Key_Y, 8},  std::pair{Qt::Key_H, 9},  std::pair{Qt::Key_U, 10}, std::pair{Qt::Key_J, 11},
        std::pair{Qt::Key_K, 12}, std::pair{Qt::Key_O, 13}, std::pair{Qt::Key_L, 14}, std::pair{Qt::Key_P, 15}};
    const auto found = std::find_if(keys.begin(), keys.end(), [key](const auto& one) { return one.first == key; });
    return found == keys.end() ? -1 : found->second;
}

bool typing() {
    const QWidget* focus = QApplication::focusWidget();
    const auto* combo = qobject_cast<const QComboBox*>(focus);
    return qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QAbstractSpinBox*>(focus) ||
           qobject_cast<const QTextEdit*>(focus) || (combo && combo->isEditable());
}

}  // namespace

ComputerKeys::ComputerKeys(QObject* parent) : QObject(parent) {}

void ComputerKeys::setOn(bool on) {
    if (on == on_) return;
    on_ = on;
    if (on)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
    letGo();
}

void ComputerKeys::letGo() {
    for (const auto& [key, pitch] : std::exchange(down_, {})) emit released(pitch);
}

bool ComputerKeys::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::ApplicationDeactivate) letGo();
    if (type != QEvent::KeyPress && type != QEvent::KeyRelease && type != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    auto& pressedKey = static_cast<QKeyEvent&>(*event);
    const int key = pressedKey.key();
    const int step = semitones(key);
    const bool moves = key == Qt::Key_Z || key == Qt::Key_X;
    if ((step < 0 && !moves) || pressedKey.modifiers() != Qt::NoModifier) return QObject::eventFilter(watched, event);
    if (type == QEvent::KeyRelease) {
        const auto held = down_.find(key);
        if (pressedKey.isAutoRepeat() || held == down_.end()) return QObject::eventFilter(watched, event);
        const int pitch = held->second;
        down_.erase(held);
        emit released(pitch);
        return true;
    }
    if (typing()) return QObject::eventFilter(watched, event);
    event->accept();
    if (type == QEvent::ShortcutOverride || pressedKey.isAutoRepeat() || down_.contains(key)) return true;
    if (moves) {
        lowest_ = std::clamp(lowest_ + (key == Qt::Key_Z ? -octave : octave), 24, 96);
        emit octaveChanged();
        return true;
    }
    down_[key] = lowest_ + step;
    emit pressed(lowest_ + step);
    return true;
}

}  // namespace ricercar
