// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/Callout.h"

#include "ui/kit/Heading.h"
#include "ui/kit/MutedLabel.h"
#include "ui/kit/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ricercar {
namespace {

constexpr int boxWidth = 320;
constexpr int gap = 12;  // between the box and what it points at
constexpr int framePen = 2;

/// The frame around the part; lets the mouse through.
class Marker final : public QWidget {
public:
    explicit Marker(QWidget& window) : QWidget(&window) {
        setObjectName(QStringLiteral("tourMarker"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::current().accent, framePen));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
};

}  // namespace

Callout::Callout(QWidget& window)
    : QFrame(&window),
      window_(window),
      marker_(new Marker(window)),
      title_(heading(QString())),
      words_(new QLabel),
      place_(new MutedLabel),
      skip_(new QPushButton(tr("Skip"))),
      next_(new QPushButton) {
    setObjectName(QStringLiteral("callout"));
    setFixedWidth(boxWidth);
    words_->setWordWrap(true);
    title_->setWordWrap(true);
    skip_->setObjectName(QStringLiteral("tourSkip"));
    next_->setObjectName(QStringLiteral("tourNext"));
    next_->setDefault(true);
    next_->setAutoDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(place_, 1);
    row->addWidget(skip_);
    row->addWidget(next_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(words_);
    column->addLayout(row);
    connect(skip_, &QPushButton::clicked, this, &Callout::skipPressed);
    connect(next_, &QPushButton::clicked, this, &Callout::nextPressed);
}

Callout::~Callout() { delete marker_; }

void Callout::say(const QString& title, const QString& words, const QString& place, bool last) {
    title_->setText(title);
    words_->setText(words);
    place_->setText(place);
    skip_->setVisible(!last);
    next_->setText(last ? tr("Done") : tr("Next"));
    setAccessibleName(title);
    next_->setAccessibleDescription(title + QStringLiteral(". ") + words);
}

void Callout::pointAt(const QRect& part) {
    setFixedHeight(layout()->heightForWidth(boxWidth));
    const QRect room = window_.rect().adjusted(gap, gap, -gap, -gap);
    QRect box(QPoint(), size());
    if (part.isEmpty()) {
        box.moveCenter(room.center());
    } else {
        const int right = room.right() - part.right(), left = part.left() - room.left();
        const int below = room.bottom() - part.bottom(), above = part.top() - room.top();
        box.moveCenter(part.center());
        if (const int most = std::max(right, left); most >= box.width() + gap) {
            if (right >= left)
                box.moveLeft(part.right() + gap);
            else
                box.moveRight(part.left() - gap);
        } else if (std::max(above, below) >= box.height() + gap) {
            if (above >= below)
                box.moveBottom(part.top() - gap);
            else
                box.moveTop(part.bottom() + gap);
        }
        box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - box.width())));
        box.moveTop(std::clamp(box.top(), room.top(), std::max(room.top(), room.bottom() - box.height())));
    }
    move(box.topLeft());
    marker_->setGeometry(part.adjusted(-1, -1, 1, 1).intersected(window_.rect()));
    marker_->setVisible(!part.isEmpty());
    marker_->raise();
    show();
    raise();
}

void Callout::takeFocus() { next_->setFocus(Qt::OtherFocusReason); }

void Callout::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::current();
    painter.setPen(QPen(theme.accent, framePen));
    painter.setBrush(theme.surface);
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

}  // namespace ricercar
