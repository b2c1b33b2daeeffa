#include "ui/app/TakeHandle.h"

#include "ui/app/Exporting.h"
#include "ui/theme/Icons.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>

namespace ricercar {

TakeHandle::TakeHandle(Exporting& exporting, QWidget* parent) : QToolButton(parent), exporting_(exporting) {
    setObjectName(QStringLiteral("takeHandle"));
    setIcon(ricercar::icon(QStringLiteral("drag")));
    setAutoRaise(true);
    setCursor(Qt::OpenHandCursor);
    setAccessibleName(tr("Music as a MIDI file"));
    setToolTip(tr("Drag this into a file manager or another music program: it is a MIDI file. A click exports it"));
    connect(this, &QToolButton::clicked, this, [this] { exporting_.askMidi(window()); });
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
