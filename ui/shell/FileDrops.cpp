// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/FileDrops.h"

#include "ui/kit/Icons.h"
#include "ui/kit/Theme.h"
#include "ui/words/Words.h"

#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace ricercar {
namespace {

constexpr int lingerMs = 80;  // between leaving a widget and entering the next

FileDrops::Paths filesIn(const QMimeData& data) {
    FileDrops::Paths paths;
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

/// A frame around the window, and in its middle a card with the words.
class FileDrops::Veil final : public QWidget {
public:
    explicit Veil(QWidget* window) : QWidget(window) {
        setObjectName(QStringLiteral("dropVeil"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

    void say(const QString& words) {
        setAccessibleName(words);
        setGeometry(parentWidget()->rect());
        raise();
        show();
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor wash = theme.window;
        wash.setAlphaF(0.6F);
        painter.fillRect(rect(), wash);
        painter.setPen(QPen(theme.accent, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 6, 6);
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * 1.25);
        painter.setFont(large);
        const int room = std::min(480, width() - 48);
        const QRect words = painter.fontMetrics().boundingRect(QRect(0, 0, room - 48, height()),
                                                               Qt::AlignCenter | Qt::TextWordWrap, accessibleName());
        QRect card(0, 0, words.width() + 48, words.height() + 88);
        card.moveCenter(rect().center());
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(card, 8, 8);
        icon(QStringLiteral("drop"), theme.accent).paint(&painter, card.center().x() - 16, card.top() + 16, 32, 32);
        painter.setPen(theme.text);
        painter.drawText(card.adjusted(24, 56, -24, -16), Qt::AlignCenter | Qt::TextWordWrap, accessibleName());
    }
};

FileDrops::FileDrops(QWidget* window, std::function<QString(const Paths&)> words)
    : QObject(window), window_(window), words_(std::move(words)), veil_(new Veil(window)) {
    window->setAcceptDrops(true);
    leave_.setSingleShot(true);
    leave_.setInterval(lingerMs);
    connect(&leave_, &QTimer::timeout, veil_, &QWidget::hide);
    qApp->installEventFilter(this);
}

bool FileDrops::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::DragLeave && !veil_->isHidden()) leave_.start();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop) return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !isIn(widget, window_)) return false;
    auto* drop = static_cast<QDropEvent*>(event);
    if (drop->source()) return false;  // dragged within the window
    const auto paths = filesIn(*drop->mimeData());
    if (paths.empty()) return false;
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    leave_.stop();
    if (type == QEvent::DragEnter) veil_->say(words_(paths));
    if (type == QEvent::Drop) {
        veil_->hide();
        emit dropped(paths);
    }
    return true;
}

}  // namespace ricercar
