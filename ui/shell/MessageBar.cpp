// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MessageBar.h"

#include "ui/kit/IconLabel.h"
#include "ui/kit/Icons.h"
#include "ui/kit/Theme.h"
#include "ui/services/Notices.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace ricercar {

namespace {

constexpr int widest = 720;
constexpr int margin = 12;
constexpr int readMs = 8000;
constexpr int actMs = 30'000;  // long enough to reach the button

}  // namespace

MessageBar::MessageBar(QWidget& stage)
    : QFrame(&stage),
      stage_(stage),
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
    connect(timer_, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    act_->setObjectName(QStringLiteral("messageAction"));
    act_->setAccessibleName(tr("What can be done about it"));
    act_->hide();
    connect(act_, &QPushButton::clicked, this, [this] {
        const auto run = standing_.empty() ? std::function<void()>() : standing_.back().action->run;
        dismiss();
        if (run) run();
    });
    hide();
    stage_.installEventFilter(this);
}

void MessageBar::post(const Notice& notice) {
    std::erase_if(standing_, [&](const Notice& one) {
        return one.about == About::Event || one.about == notice.about || one.severity == Severity::Info;
    });
    standing_.push_back(notice);
    showLast();
}

void MessageBar::withdraw(About about) {
    if (std::erase_if(standing_, [about](const Notice& one) { return one.about == about; }) > 0) showLast();
}

void MessageBar::leaveWorkspace() {
    std::erase_if(standing_, [](const Notice& one) { return one.about == About::Event || one.about >= About::Workspace; });
    showLast();
}

void MessageBar::dismiss() {
    if (!standing_.empty()) standing_.pop_back();
    showLast();
}

void MessageBar::showLast() {
    timer_->stop();
    if (standing_.empty()) {
        hide();
        return;
    }
    const Notice& notice = standing_.back();
    severity_ = notice.severity;
    const bool error = severity_ == Severity::Error, warning = severity_ == Severity::Warning;
    sign_->setIcon(error     ? QStringLiteral("error")
                   : warning ? QStringLiteral("warning")
                             : QStringLiteral("info"),
                   error     ? &Theme::error
                   : warning ? &Theme::warning
                             : &Theme::accent);
    text_->setText(notice.text);
    setAccessibleName(notice.text);
    act_->setVisible(notice.action.has_value());
    if (notice.action) act_->setText(notice.action->text);
    show();
    place();
    raise();
    if (severity_ == Severity::Info)
        timer_->start(notice.action ? actMs : readMs);
    else if (warning && notice.about == About::Event)
        timer_->start(actMs);
    update();
}

void MessageBar::place() {
    const int width = std::min(widest, stage_.width() - 2 * margin);
    const int height = std::max(layout()->heightForWidth(width), layout()->minimumSize().height());
    setGeometry((stage_.width() - width) / 2, std::max(0, stage_.height() - height - margin), width, height);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &stage_ && event->type() == QEvent::Resize && !isHidden()) place();
    return QFrame::eventFilter(watched, event);
}

QString MessageBar::sentence() const { return isHidden() ? QString() : text_->text(); }

void MessageBar::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(severity_ == Severity::Error ? theme.error : severity_ == Severity::Warning ? theme.warning : theme.accent);
    painter.setBrush(severity_ == Severity::Error     ? theme.errorBack
                     : severity_ == Severity::Warning ? theme.warningBack
                                                      : theme.infoBack);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace ricercar
