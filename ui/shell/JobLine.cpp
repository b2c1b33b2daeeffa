// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/JobLine.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/kit/Icons.h"
#include "ui/services/Jobs.h"
#include "ui/words/Words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

namespace ricercar {

JobLine::JobLine(Jobs& jobs, QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      title_(new ElidedLabel(this)),
      bar_(new QProgressBar(this)),
      left_(new ElidedLabel(this)),
      stop_(new QToolButton(this)),
      more_(new QToolButton(this)),
      menu_(new QMenu(this)) {
    setObjectName(QStringLiteral("jobLine"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(8);
    bar_->setFixedWidth(120);
    bar_->setMaximumHeight(14);
    bar_->setTextVisible(false);
    title_->setTextFormat(Qt::PlainText);
    left_->setDropping(true);
    left_->setObjectName(QStringLiteral("jobFigures"));
    stop_->setObjectName(QStringLiteral("stopJob"));
    stop_->setIcon(icon(QStringLiteral("stop")));
    stop_->setText(tr("Stop"));
    stop_->setToolTip(tr("Stop this job; what it has done so far is kept"));
    stop_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    stop_->setAutoRaise(true);
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setMenu(menu_);
    more_->setAutoRaise(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{more_, title_, bar_, left_, stop_}) row->addWidget(widget);
    row->addStretch(1);
    connect(menu_, &QMenu::aboutToShow, this, &JobLine::fillMenu);
    connect(stop_, &QToolButton::clicked, this, [this] { jobs_.stop(shown_); });
    connect(&jobs_, &Jobs::changed, this, &JobLine::update);
    update();
}

void JobLine::update() {
    const auto running = jobs_.running();
    setVisible(!running.empty());
    if (running.empty()) return;
    const Jobs::Info& job = running.back();
    shown_ = job.id;
    more_->setVisible(running.size() > 1);
    more_->setText(tr("%Ln jobs", nullptr, static_cast<int>(running.size())));
    title_->setText(job.stopping ? tr("%1: stopping …").arg(job.title) : job.title);
    stop_->setEnabled(!job.stopping);
    const bool known = job.total > 0 || job.share;
    bar_->setRange(0, known ? 1000 : 0);
    const double share = job.share ? *job.share : known ? static_cast<double>(job.done) / static_cast<double>(job.total) : 0.0;
    if (known) bar_->setValue(static_cast<int>(std::lround(std::min(1.0, share) * 1000.0)));
    QStringList words;
    const auto rate = job.rate();
    if (rate && !job.rateWords.isEmpty()) words << job.rateWords.arg(whole(std::llround(*rate)));
    const auto left = job.left();
    if (known && left)
        words << tr("%1 %, %2 left").arg(static_cast<int>(share * 100.0)).arg(duration(*left));
    else if (known)
        words << tr("%1 %").arg(static_cast<int>(share * 100.0));
    else
        words << duration(job.seconds);
    left_->setText(words.join(QStringLiteral(" · ")));
}

void JobLine::fillMenu() {
    menu_->clear();
    for (const Jobs::Info& job : jobs_.running())
        menu_->addAction(icon(QStringLiteral("stop")), tr("Stop: %1").arg(job.title), this,
                         [this, id = job.id] { jobs_.stop(id); });
}

}  // namespace ricercar
