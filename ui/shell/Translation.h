// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;
class QLocale;

namespace ricercar {

/// The window's words, Qt's own among them, and number formats in a language: "de", "en", "pseudo" (see PseudoTranslator);
/// empty: the system's. Where there is no translation all of it is English, and left to right. Takes the place of the language
/// before.
void translate(QCoreApplication& application, const QString& language);

/// The first of the system's languages (as "de-AT", by preference) that the window speaks, else English.
QLocale spokenLocale(const QStringList& languages);

/// The language that is spoken: "en", "de".
QString spokenLanguage();

}  // namespace ricercar
