// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TakeHandle.h"

#include "ui/kit/Icons.h"
#include "ui/services/Exporting.h"
#include "ui/shell/ExportDialogs.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>

namespace ricercar {

TakeHandle::TakeHandle(Exporting& exporting, ExportDialogs& dialogs, QWidget* parent)
    : QToolButton(parent), exporting_(exporting), dialogs_(dialogs) {
    setObjectName(QStringLiteral("takeHandle"));
    setIcon(ricercar::icon(QStringLiteral("drag")));
    setAutoRaise(true);
    setCursor(Qt::OpenHandCursor);
    setAccessibleName(tr("Music as a MIDI file"));
    setToolTip(tr("Drag this into a file manager or another music program: it is a MIDI file. A click exports it"));
    connect(this, &QToolButton::clicked, this, [this] { dialogs_.askMidi(); });
}

QMimeData* TakeHandle::dragData() const {
    const QString file = exporting_.temporaryMidi();
    if (file.isEmpty()) return nullptr;
    auto* music = new QMimeData;
    music->setUrls({QUrl::fromLocalFile(file)});
    return music;
}

void TakeHandle::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->pos();
    QToolButton::mousePressEvent(event);
}

void TakeHandle::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) ||
        (event->pos() - pressed_).manhattanLength() < QApplication::startDragDistance()) {
        QToolButton::mouseMoveEvent(event);
        return;
    }
    setDown(false);
    QMimeData* music = dragData();
    if (!music) return;
    auto* drag = new QDrag(this);
    drag->setMimeData(music);
    drag->setPixmap(ricercar::icon(QStringLiteral("note")).pixmap(QSize(24, 24), devicePixelRatioF()));
    drag->exec(Qt::CopyAction);
}

}  // namespace ricercar
