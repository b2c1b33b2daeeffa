// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Look.h"

#include "ui/kit/Theme.h"
#include "ui/kit/WorkbenchStyle.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

namespace ricercar {

Look::Look(Scheme scheme, QObject* parent) : QObject(parent), scheme_(scheme) {
    QApplication::setStyle(new WorkbenchStyle);
    apply();
    qApp->installEventFilter(this);
}

void Look::setScheme(Scheme scheme) {
    scheme_ = scheme;
    apply();
}

void Look::apply() {
    applying_ = true;
    if (scheme_ == Scheme::System) {
        QApplication::setPalette(QPalette());  // back to the platform's own, to see what it is like
        systemIsDark_ = QApplication::palette().color(QPalette::Window).lightness() < 128;
    }
    const bool dark = scheme_ == Scheme::Dark || (scheme_ == Scheme::System && systemIsDark_);
    QApplication::setPalette(dark ? Theme::darkPalette() : Theme::lightPalette());
    applying_ = false;
}

bool Look::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange && scheme_ == Scheme::System && !applying_)
        QTimer::singleShot(0, this, &Look::apply);
    return QObject::eventFilter(watched, event);
}

Scheme schemeOf(const QString& name) {
    return name == QLatin1String("light") ? Scheme::Light : name == QLatin1String("dark") ? Scheme::Dark : Scheme::System;
}

QString nameOf(Scheme scheme) {
    return scheme == Scheme::Light  ? QStringLiteral("light")
           : scheme == Scheme::Dark ? QStringLiteral("dark")
                                    : QStringLiteral("system");
}

}  // namespace ricercar
