// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Translation.h"

#include "ui/shell/PseudoTranslator.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace ricercar {
namespace {

constexpr QLocale::Language spoken[]{QLocale::English, QLocale::German};

/// Loaded and installed; the application's child.
void install(QCoreApplication& application, QTranslator* translator, bool loaded) {
    translator->setParent(&application);
    translator->setObjectName(QStringLiteral("words"));
    if (loaded) QCoreApplication::installTranslator(translator);
}

}  // namespace

QLocale spokenLocale(const QStringList& languages) {
    for (const QString& language : languages) {
        const QLocale locale(language);
        if (language != QLatin1String("C") && std::ranges::find(spoken, locale.language()) != std::end(spoken)) return locale;
    }
    return {QLocale::English, QLocale::UnitedStates};
}

QString spokenLanguage() { return QLocale().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en"); }

void translate(QCoreApplication& application, const QString& language) {
    qDeleteAll(application.findChildren<QTranslator*>(QStringLiteral("words"), Qt::FindDirectChildrenOnly));
    const bool pseudo = language == QLatin1String("pseudo");
    const QLocale locale = spokenLocale(language.isEmpty() ? QLocale::system().uiLanguages() : QStringList{language});
    QLocale::setDefault(locale);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    auto* qt = new QTranslator;
    install(application, qt,
            locale.language() != QLocale::English && qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                                                              QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    auto* own = new QTranslator;
    install(application, own,
            own->load(locale, QStringLiteral("ricercar"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
                own->load(QStringLiteral(":/i18n/ricercar_en.qm")));
    if (pseudo) install(application, new PseudoTranslator, true);
}

}  // namespace ricercar
