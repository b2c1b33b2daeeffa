// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/PseudoTranslator.h"

#include <QRegularExpression>

#include <cstring>

namespace ricercar {
namespace {

constexpr int longer = 35;  // percent

QChar accented(QChar plain) {
    static const QString source = QStringLiteral("aceinouyAEIOUC"), to = QStringLiteral("áçéíñóúýÁÉÍÓÚÇ");
    const auto at = source.indexOf(plain);
    return at < 0 ? plain : to[at];
}

}  // namespace

QString PseudoTranslator::pseudo(const QString& text) {
    static const QRegularExpression kept(QStringLiteral("%L?[0-9n]|<[^>]*>|&[a-z]+;|\\([^)]*\\*[^)]*\\)"));
    QString made;
    qsizetype at = 0, hundredths = 0;  // of letters to be added, word by word, so that lines break as they would
    const auto endWord = [&] {
        made += QString(hundredths / 100, QLatin1Char('~'));
        hundredths %= 100;
    };
    const auto plain = [&](qsizetype end) {
        for (; at < end; ++at) {
            if (!text[at].isLetter()) endWord();
            made += accented(text[at]);
            hundredths += text[at].isLetter() ? longer : 0;
        }
        endWord();
    };
    for (auto match = kept.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        plain(found.capturedStart());
        made += found.captured();
        at = found.capturedEnd();
    }
    plain(text.size());
    return QLatin1Char('[') + made + QLatin1Char(']');
}

QString PseudoTranslator::translate(const char* context, const char* source, const char* /*disambiguation*/, int /*n*/) const {
    // names of keys are read back from what was written, and a word of Qt's sets the direction
    if (std::strcmp(context, "QShortcut") == 0 || std::strcmp(source, "QT_LAYOUT_DIRECTION") == 0) return {};
    return pseudo(QString::fromUtf8(source));
}

}  // namespace ricercar
