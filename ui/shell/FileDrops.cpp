// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/FileDrops.h"

#include "ui/words/Words.h"

#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace ricercar {
namespace {

std::vector<std::filesystem::path> filesIn(const QMimeData& data) {
    std::vector<std::filesystem::path> paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) paths.push_back(toPath(url.toLocalFile()));
    return paths;
}

/// Within the window or one of its floating panels, not its dialogs.
bool isIn(const QWidget* widget, const QWidget* window) {
    while (widget && widget != window && !qobject_cast<const QDialog*>(widget)) widget = widget->parentWidget();
    return widget == window;
}

}  // namespace

FileDrops::FileDrops(QWidget* window) : QObject(window), window_(window) {
    window->setAcceptDrops(true);
    qApp->installEventFilter(this);
}

bool FileDrops::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop) return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !isIn(widget, window_)) return false;
    auto* drop = static_cast<QDropEvent*>(event);
    if (drop->source()) return false;  // dragged within the window
    const auto paths = filesIn(*drop->mimeData());
    if (paths.empty()) return false;
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::Drop) emit dropped(paths);
    return true;
}

}  // namespace ricercar
