// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Helping.h"

#include "core/workbench/Resources.h"
#include "ui/help/HelpPages.h"
#include "ui/help/HelpWindow.h"
#include "ui/help/Terms.h"
#include "ui/kit/Icons.h"
#include "ui/shell/Translation.h"
#include "ui/words/Words.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSettings>
#include <QWhatsThis>

namespace ricercar {
namespace {

const QString tourSeen = QStringLiteral("help/tourSeen");

}  // namespace

Helping::Helping(QWidget& window, QSettings& settings, std::function<QWidget*()> stage)
    : QObject(&window),
      window_(window),
      settings_(settings),
      stage_(std::move(stage)),
      handbook_(fromPath(handbookFolder()), spokenLanguage()),
      terms_(new Terms(handbook_, window, this)) {
    connect(terms_, &Terms::asked, this, [this](const QString& term) { open(QStringLiteral("glossary"), term); });
}

Helping::~Helping() { delete shown_; }

void Helping::fill(QMenu& menu) {
    const auto add = [&menu, this](const char* name, const QString& words, const QKeySequence& keys, auto&& then) {
        QAction* action = menu.addAction(words, keys, this, then);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    add("handbook", tr("&Handbook"), QKeySequence(Qt::Key_F1), [this] {
        openForFocus();
    })->setIcon(icon(QStringLiteral("help")));
    add("whatsThis", tr("&What is this?"), QKeySequence(Qt::SHIFT | Qt::Key_F1), [this] { explain(); });
    add("tour", tr("&Tour"), {}, [this] { startTour(); });
    add("glossary", tr("&Glossary"), {}, [this] { open(QStringLiteral("glossary")); });
}

void Helping::setTour(std::vector<TourStop> stops) {
    delete tour_;
    tour_ = new Tour(window_, std::move(stops), this);
}

void Helping::startTour() {
    settings_.setValue(tourSeen, true);
    if (tour_) tour_->start();
}

void Helping::offerTour() {
    if (!settings_.value(tourSeen).toBool()) startTour();
}

void Helping::open(const QString& page, const QString& anchor) {
    if (!shown_) {
        shown_ = new HelpWindow(handbook_);
        shown_->setAttribute(Qt::WA_DeleteOnClose);
        shown_->setWindowIcon(window_.windowIcon());
    }
    shown_->open(page, anchor);
    shown_->show();
    shown_->raise();
    shown_->activateWindow();
}

void Helping::openForFocus() {
    QString page = helpPageOf(QApplication::focusWidget());
    if (page.isEmpty()) page = helpPageOf(stage_());
    open(page.isEmpty() ? Handbook::order().front() : page);
}

void Helping::explain() {
    if (!terms_->explainFocus()) QWhatsThis::enterWhatsThisMode();
}

}  // namespace ricercar
