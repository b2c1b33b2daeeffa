#include "ui/jobs/MessageBar.h"

#include "ui/theme/IconLabel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace ricercar {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      sign_(new IconLabel({}, 18, &Theme::accent, this)),
      text_(new QLabel(this)),
      timer_(new QTimer(this)),
      act_(new QPushButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(8);
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Dismiss"));
    row->addWidget(sign_);
    row->addWidget(text_, 1);
    row->addWidget(act_);
    row->addWidget(close);
    timer_->setSingleShot(true);
    timer_->setInterval(8000);
    connect(timer_, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    act_->setObjectName(QStringLiteral("messageAction"));
    act_->hide();
    connect(act_, &QPushButton::clicked, this, [this] {
        hide();
        if (take_) take_();
    });
    hide();
}

void MessageBar::say(Severity severity, const QString& sentence) {
    severity_ = severity;
    const QString name = severity == Severity::Error     ? QStringLiteral("error")
                         : severity == Severity::Warning ? QStringLiteral("warning")
                                                         : QStringLiteral("info");
    sign_->setIcon(name, severity == Severity::Error     ? &Theme::error
                         : severity == Severity::Warning ? &Theme::warning
                                                         : &Theme::accent);
    text_->setText(sentence);
    act_->hide();
    setAccessibleName(sentence);
    show();
    if (severity == Severity::Info)
        timer_->start();
    else
        timer_->stop();
    update();
}

void MessageBar::offer(const Offer& offer) {
    act_->setText(offer.words);
    take_ = offer.take;
    act_->show();
    timer_->stop();
}

QString MessageBar::sentence() const { return isHidden() ? QString() : text_->text(); }

void MessageBar::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), severity_ == Severity::Error     ? theme.errorBack
                             : severity_ == Severity::Warning ? theme.warningBack
                                                              : theme.infoBack);
}

}  // namespace ricercar
