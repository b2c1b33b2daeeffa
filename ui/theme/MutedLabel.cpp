#include "ui/theme/MutedLabel.h"

#include "ui/theme/Theme.h"

#include <QEvent>

namespace ricercar {

MutedLabel::MutedLabel(QWidget* parent) : MutedLabel(QString(), parent) {}

MutedLabel::MutedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    tint();
}

void MutedLabel::tint() {
    QPalette mine;
    mine.setColor(QPalette::WindowText, Theme::current().mutedText);
    setPalette(mine);
}

void MutedLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange) tint();
    QLabel::changeEvent(event);
}

}  // namespace ricercar
