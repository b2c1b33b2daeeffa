// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace ricercar {

struct HelpHeading {
    QString title;
    QString anchor;  ///< as forges make it of the title
    int level = 1;
    QString text;  ///< up to the next heading, as Markdown
};

struct HelpPage {
    QString name;  ///< "piano-roll"
    QString file;
    QList<HelpHeading> headings;  ///< the page's title first; at least one
    [[nodiscard]] const QString& title() const { return headings.front().title; }
};

/// A place of the handbook where words were found.
struct HelpHit {
    QString page;
    QString title;   ///< of the page
    QString place;   ///< of the section
    QString anchor;  ///< empty: the page's beginning
};

/// The handbook's pages in one language, Markdown files. Pages and headings are named by their English anchors, which are the
/// same in all languages; a page that is not translated stands in English.
class Handbook {
public:
    /// `folder`: with the English pages, and a folder for each other language ("de").
    Handbook(const QString& folder, const QString& language);

    /// The names of all pages, in the order of reading.
    static const QList<QString>& order();
    /// In that order; those whose files are missing are left out.
    [[nodiscard]] const QList<HelpPage>& pages() const { return pages_; }
    [[nodiscard]] const HelpPage* page(const QString& name) const;
    /// A heading of a page by its English anchor; nullptr: there is none.
    [[nodiscard]] const HelpHeading* heading(const QString& page, const QString& anchor) const;
    /// Where a page or one of its headings is read. An empty URL: there is none.
    [[nodiscard]] QUrl url(const QString& page, const QString& anchor = {}) const;
    /// The page that a file is.
    [[nodiscard]] const HelpPage* pageOf(const QUrl& url) const;
    /// Sections in which every word stands, in any case; those whose titles have them first.
    [[nodiscard]] QList<HelpHit> search(const QString& words) const;
    /// The first paragraph about a term of the glossary, without markup; empty: it is not explained.
    [[nodiscard]] QString explanation(const QString& term) const;

private:
    QList<HelpPage> pages_;
    QList<HelpPage> english_;
};

/// The anchor that forges give a heading: "MIDI and sound" is "midi-and-sound".
QString helpAnchor(const QString& heading);

}  // namespace ricercar
