// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/Handbook.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace ricercar {
namespace {

/// Without headings where the file is not there.
HelpPage readPage(const QString& name, const QString& path) {
    HelpPage page{name, path, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return page;
    static const QRegularExpression title(QStringLiteral("^(#{1,6}) +(.+?) *$"));
    bool code = false;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```"))) code = !code;
        const auto match = code ? QRegularExpressionMatch() : title.match(line);
        if (match.hasMatch())
            page.headings << HelpHeading{
                match.captured(2), helpAnchor(match.captured(2)), static_cast<int>(match.captured(1).size()), {}};
        else if (!page.headings.isEmpty())
            page.headings.back().text += line + QLatin1Char('\n');
    }
    return page;
}

QString withoutMarkup(QString text) {
    static const QRegularExpression picture(QStringLiteral("!\\[[^\\]]*\\]\\([^)]*\\)")),
        link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)")), sign(QStringLiteral("[*`]"));
    return text.remove(picture).replace(link, QStringLiteral("\\1")).remove(sign);
}

const HelpPage* findPage(const QList<HelpPage>& pages, const QString& name) {
    const auto found = std::ranges::find(pages, name, &HelpPage::name);
    return found == pages.end() ? nullptr : &*found;
}

}  // namespace

QString helpAnchor(const QString& heading) {
    QString anchor;
    for (const QChar letter : withoutMarkup(heading).toLower())
        if (letter.isLetterOrNumber() || letter == QLatin1Char('-') || letter == QLatin1Char('_'))
            anchor += letter;
        else if (letter == QLatin1Char(' '))
            anchor += QLatin1Char('-');
    return anchor;
}

const QList<QString>& Handbook::order() {
    static const QList<QString> names{
        QStringLiteral("first-steps"), QStringLiteral("dataset"), QStringLiteral("piano-roll"), QStringLiteral("tensor"),
        QStringLiteral("training"),    QStringLiteral("models"),  QStringLiteral("generation"), QStringLiteral("takes"),
        QStringLiteral("duet"),        QStringLiteral("sound"),   QStringLiteral("inspector"),  QStringLiteral("command-line"),
        QStringLiteral("glossary")};
    return names;
}

Handbook::Handbook(const QString& folder, const QString& language) {
    for (const QString& name : order()) {
        const QString file = name + QStringLiteral(".md");
        const HelpPage english = readPage(name, folder + QLatin1Char('/') + file);
        if (english.headings.isEmpty()) continue;
        const HelpPage own = readPage(name, folder + QLatin1Char('/') + language + QLatin1Char('/') + file);
        english_ << english;
        pages_ << (own.headings.size() == english.headings.size() ? own : english);
    }
}

const HelpPage* Handbook::page(const QString& name) const { return findPage(pages_, name); }

const HelpHeading* Handbook::heading(const QString& name, const QString& anchor) const {
    const HelpPage* english = findPage(english_, name);
    const HelpPage* own = page(name);
    if (!english || !own) return nullptr;
    const auto found = std::ranges::find(english->headings, anchor, &HelpHeading::anchor);
    return found == english->headings.end() ? nullptr : &own->headings[found - english->headings.begin()];
}

QUrl Handbook::url(const QString& name, const QString& anchor) const {
    const HelpPage* own = page(name);
    if (!own) return {};
    QUrl url = QUrl::fromLocalFile(own->file);
    if (const HelpHeading* place = heading(name, anchor); place && place != &own->headings.front())
        url.setFragment(place->anchor);
    return url;
}

const HelpPage* Handbook::pageOf(const QUrl& url) const {
    const QString file = QFileInfo(url.toLocalFile()).canonicalFilePath();
    const auto found =
        std::ranges::find_if(pages_, [&](const HelpPage& page) { return QFileInfo(page.file).canonicalFilePath() == file; });
    return file.isEmpty() || found == pages_.end() ? nullptr : &*found;
}

QList<HelpHit> Handbook::search(const QString& words) const {
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<HelpHit> titles, texts;
    if (wanted.isEmpty()) return titles;
    const auto all = [&](const QString& text) {
        return std::ranges::all_of(wanted, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    for (const HelpPage& page : pages_)
        for (const HelpHeading& section : page.headings) {
            const bool first = &section == &page.headings.front();
            const HelpHit hit{page.name, page.title(), section.title, first ? QString() : section.anchor};
            if (all(section.title))
                titles << hit;
            else if (all(section.title + QLatin1Char('\n') + withoutMarkup(section.text)))
                texts << hit;
        }
    return titles + texts;
}

QString Handbook::explanation(const QString& term) const {
    const HelpHeading* entry = heading(QStringLiteral("glossary"), term);
    if (!entry) return {};
    return withoutMarkup(entry->text.trimmed().section(QStringLiteral("\n\n"), 0, 0)).simplified();
}

}  // namespace ricercar
